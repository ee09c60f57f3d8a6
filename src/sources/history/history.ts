import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Document, Note, Unread } from "../../model/document.ts";
import type { OpenKnown, ReadAs } from "../../model/known.ts";
import { GateError } from "../../model/error.ts";
import { type Split, whole } from "../../model/shard.ts";
import { readBlobs, type Stored } from "../blobs.ts";
import { commonDirectory, gitOutput } from "../git.ts";
import { Reached } from "../reached.ts";
import { changesOf } from "./changes.ts";
import { commitDocuments, tagDocuments } from "./commits.ts";
import { Files } from "./files.ts";

/** What is reachable from some tips and not from what is published already. */
export interface History {
  /** Oldest first: parents stand before their children. */
  readonly commits: readonly string[];
  /** The published commits that it builds on, the newest first; none in a first push. */
  readonly boundary: readonly string[];
  /** The annotated tags that it brings. */
  readonly tags: ReadonlySet<string>;
  /** Everything that it brings: messages, people, contents, paths. Contents that are known are not read. */
  readonly items: (open?: OpenKnown) => Iterable<Document | Note | Unread>;
  /** The part of its blobs that was given, from 0 to 1: they are most of the work. */
  readonly done: () => number;
}

export interface HistoryOptions {
  /** Ids of commits, annotated tags or whatever else a ref can name. */
  readonly tips: readonly string[];
  /** Ids of commits that are published, or everything that a ref of this repository reaches. */
  readonly without: readonly string[] | "all refs";
  /** Gives the name under which a path is told if it belongs to the gate itself. */
  readonly ownFile: (path: string) => string | undefined;
  readonly readAs: ReadAs;
  /** Contents by their blob, messages by their commit, names by themselves; only what falls to this shard is read. */
  readonly split?: Split;
}

/**
 * Lists a history; what is in it is read as it is asked for, a thousand commits at a time.
 * @throws {GateError} if git lacks an object that is to be read.
 */
export function openHistory({ tips, without, ownFile, readAs, split = whole }: HistoryOptions): History {
  const published = new Set(without === "all refs" ? [] : without);
  const tags = tagsOf(tips.filter((id) => !published.has(id)));
  const input = [...tips, ...[...published].map((id) => `^${id}`)].map((line) => `${line}\n`).join("");
  const rest = without === "all refs" ? ["--not", "--all"] : [];
  const listed = gitOutput(["rev-list", "--stdin", "--topo-order", "--reverse", "--boundary", ...rest], input);
  const lines = listed.toString("latin1").split("\n").filter(Boolean);
  const commits = lines.filter((line) => !line.startsWith("-"));
  const boundary = lines
    .filter((line) => line.startsWith("-"))
    .map((line) => line.slice(1))
    .toReversed();
  const blobs = (): Map<string, string> => blobsOf(input, rest);
  const reached = new Reached();
  return {
    commits,
    boundary,
    tags: new Set(tags.map(({ id }) => id)),
    items: (open) => itemsOf({ commits, boundary, tags, blobs, ownFile, readAs, split, open, reached }),
    done: reached.part,
  };
}

/** The annotated tags among what refs will name, and those that they point to. */
function tagsOf(tips: readonly string[]): Stored[] {
  const tags: Stored[] = [];
  for (let asked: readonly string[] = [...new Set(tips)]; asked.length > 0;) {
    const found = [...readBlobs(asked)].map((object) => {
      if (!("missing" in object)) return object;
      throw new GateError(
        "git does not have an object that is pushed, so nothing was checked",
        "`git fsck` tells what is damaged; `git fetch --unshallow` brings what a shallow clone lacks.",
      );
    });
    const fresh = found.filter(({ type }) => type === "tag");
    tags.push(...fresh);
    asked = fresh.flatMap(({ bytes }) => /^object ([0-9a-f]+)$/m.exec(bytes.toString("latin1"))?.[1] ?? []);
  }
  return tags;
}

/** The blobs that a history brings, with a path of each: also what no commit's changes tell, such as a tagged file. */
function blobsOf(input: string, rest: readonly string[]): Map<string, string> {
  const output = gitOutput(["rev-list", "--stdin", "--objects", "--filter=object:type=blob", ...rest], input);
  const blobs = new Map<string, string>();
  for (const line of output.toString("latin1").split("\n")) {
    const space = line.indexOf(" ");
    if (space === -1) {
      if (line !== "") blobs.set(line, "");
    } else blobs.set(line.slice(0, space), line.slice(space + 1));
  }
  return blobs;
}

interface Listed
  extends Pick<History, "commits" | "boundary">, Required<Pick<HistoryOptions, "ownFile" | "readAs" | "split">> {
  readonly tags: readonly Stored[];
  readonly blobs: () => Map<string, string>;
  readonly open: OpenKnown | undefined;
  readonly reached: Reached;
}

/** Commits that are read together: they bound what is held in memory. */
const batch = 1000;

function* itemsOf(listed: Listed): Generator<Document | Note | Unread> {
  const { commits, boundary, tags, blobs, ownFile, readAs, split, open, reached } = listed;
  const shallow = shallowIn(commits);
  if (shallow > 0) yield shallowNote(shallow);
  const people = new Set<string>();
  for (const tag of tags) yield* tagDocuments(tag, people, split);
  const files = new Files(boundary, blobs(), { readAs, split, open, reached });
  const own = new Map<string, string>();
  for (let at = 0; at < commits.length; at += batch) {
    const ids = commits.slice(at, at + batch);
    yield* commitDocuments(ids, people, split);
    const changes = [...changesOf(ids)];
    yield* files.brought(changes);
    for (const { path, commit } of changes) {
      const name = ownFile(path);
      if (name !== undefined) own.set(name, commit);
    }
  }
  yield* files.others();
  if (own.size > 0) yield ownNote(own);
}

/** How many of the commits have parents that a shallow clone leaves out: their whole trees count as new. */
function shallowIn(commits: readonly string[]): number {
  const path = join(commonDirectory() ?? ".git", "shallow");
  if (!existsSync(path)) return 0;
  const cut = new Set(readFileSync(path, "latin1").split("\n"));
  return commits.filter((id) => cut.has(id)).length;
}

function shallowNote(count: number): Note {
  const what = count === 1 ? "the tree of its boundary was" : `the trees of its ${count} boundaries were`;
  return {
    kind: "note",
    text: `This clone is shallow, and ${what} scanned in full: older commits are not here.`,
  };
}

function ownNote(own: ReadonlyMap<string, string>): Note {
  const files = [...own].map(([name, commit]) => `${name} in ${commit.slice(0, 8)}`);
  return { kind: "note", text: `The gate's own files are changed: ${files.join(", ")}.` };
}
