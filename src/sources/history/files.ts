import type { Before, Document, Unread } from "../../model/document.ts";
import type { Known, OpenKnown, ReadAs } from "../../model/known.ts";
import type { Share, Split } from "../../model/shard.ts";
import { readBlobs } from "../blobs.ts";
import { submodule } from "../index-changes.ts";
import type { Reached } from "../reached.ts";
import { type Change, nothing } from "./changes.ts";
import { largeFileName, readLargeFile } from "./large-file.ts";

export interface FilesOptions {
  readonly readAs: ReadAs;
  readonly split: Split;
  /** Opens what earlier checks know of the blobs. */
  readonly open: OpenKnown | undefined;
  /** Is told of each blob. */
  readonly reached: Reached;
}

/** The files of a history: the contents of each blob under the first path that has it, and under others that have them read otherwise; and every path. */
export class Files {
  readonly #boundary: readonly string[];
  readonly #readAs: ReadAs;
  readonly #split: Split;
  readonly #known: Known | undefined;
  readonly #reached: Reached;
  /** Blobs that were not read yet, with a path of each. */
  readonly #unread: Map<string, string>;
  /** How those were read that were. */
  readonly #read = new Map<string, readonly string[]>();
  /** Paths that a commit has touched. */
  readonly #touched = new Set<string>();

  constructor(boundary: readonly string[], blobs: Map<string, string>, { readAs, split, open, reached }: FilesOptions) {
    this.#boundary = boundary;
    this.#readAs = readAs;
    this.#split = split;
    this.#known = open?.(blobs);
    this.#unread = blobs;
    this.#reached = reached;
    reached.of = blobs.size;
  }

  /** What changes bring. */
  *brought(changes: readonly Change[]): Generator<Document | Unread> {
    const bringing: Place[] = [];
    for (const { path, mode, id, commit, wasThere } of changes) {
      const isKnown = this.#touched.has(path) || wasThere;
      const isSeen = this.#touched.has(path);
      this.#touched.add(path);
      if (mode === nothing) continue;
      const place = { id, path, commit, before: this.#before(path, isKnown) };
      if (mode !== submodule && this.#isToBeRead(id, path)) bringing.push(place);
      else if (!isSeen) {
        const share = this.#split(bytesOf(path));
        if (share === undefined) continue;
        const own = { ...place, ...share };
        yield document(own, Buffer.alloc(0));
        if (mode === submodule)
          yield unread(own, "skipped", "a submodule: only a gate in its own repository checks it");
      }
    }
    yield* this.#contentsOf(bringing);
  }

  /** Whether a blob that the history brings is still to be read as a path says. However it is read, its bytes are searched as they stand. */
  #isToBeRead(id: string, path: string): boolean {
    const read = this.#read.get(id);
    if (read === undefined && !this.#unread.delete(id)) return false;
    const as = this.#readAs(path);
    if (read !== undefined && (as === "" || read.includes(as))) return false;
    if (read !== undefined) this.#reached.of++;
    this.#read.set(id, [...(read ?? []), as]);
    return true;
  }

  /** What no commit's changes have told: a file that a tag names, or a tree that is not as git writes it. */
  *others(): Generator<Document | Unread> {
    const places = [...this.#unread].map(([id, path]): Place => ({ id, path, before: this.#before(path, false) }));
    this.#unread.clear();
    yield* this.#contentsOf(places);
  }

  *#contentsOf(places: readonly Place[]): Generator<Document | Unread> {
    const own = places.flatMap((place) => {
      const share = this.#split(Buffer.from(place.id));
      return share === undefined ? [] : { ...place, ...share };
    });
    this.#reached.at += places.length - own.length;
    yield* contentsOf(own, this.#known, this.#reached);
  }

  /** What the published commits hold under a path. Git's list of names has one in each line. */
  #before(path: string, name: boolean): Before {
    const names = path.includes("\n") ? [] : this.#boundary.map((commit) => `${commit}:${path}`);
    return {
      name,
      contents: () => [...readBlobs(names, "latin1")].flatMap((blob) => ("missing" in blob ? [] : [blob.bytes])),
    };
  }
}

/** Where a blob stands. */
interface Place extends Share {
  readonly id: string;
  readonly path: string;
  readonly commit?: string;
  readonly before: Before;
}

function* contentsOf(
  places: readonly Place[],
  known: Known | undefined,
  reached: Reached,
): Generator<Document | Unread> {
  const asked = new Set(places.filter((place) => known?.has(place.id, place.path) !== true));
  const blobs = readBlobs([...asked].map(({ id }) => id));
  for (const place of places) {
    reached.at++;
    if (!asked.has(place)) {
      yield { ...document(place, Buffer.alloc(0)), isKnown: true };
      continue;
    }
    const { value: blob } = blobs.next();
    if (!blob || "missing" in blob)
      yield unread(place, "failed", "git cannot read its contents: `git fsck` tells more");
    else if (blob.type === "blob") {
      const { bytes } = blob;
      const found = document(place, bytes);
      // What a pointer of Git LFS points to can come and go.
      const isKept = known !== undefined && largeFileName(bytes) === undefined;
      yield isKept ? { ...found, remember: () => known.add(place.id, place.path, bytes) } : found;
      yield* largeFileOf(place, bytes);
    }
  }
}

function* largeFileOf(place: Place, blob: Buffer): Generator<Document | Unread> {
  const name = largeFileName(blob);
  if (name === undefined) return;
  const file = readLargeFile(name);
  if ("bytes" in file) yield document({ ...place, before: { name: true, contents: () => [] } }, file.bytes);
  else yield unread(place, file.kind, file.reason);
}

function document({ path, commit, before, order }: Place, bytes: Buffer): Document {
  return {
    kind: "document",
    ...nameOf(path),
    bytes,
    before,
    ...(commit !== undefined && { commit }),
    ...(order !== undefined && { order }),
  };
}

function unread({ path, order }: Place, kind: Unread["kind"], reason: string): Unread {
  return { kind, ...nameOf(path), reason, ...(order !== undefined && { order }) };
}

/** A tag can name a file that stands in no tree. */
function nameOf(path: string): Pick<Document, "name" | "nameLeaves"> {
  const hasPath = path !== "";
  return { name: hasPath ? bytesOf(path) : Buffer.from("a file without a path"), nameLeaves: hasPath };
}

function bytesOf(path: string): Buffer {
  return Buffer.from(path, "latin1");
}
