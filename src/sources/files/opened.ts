import { closeSync, constants, lstatSync, openSync, readlinkSync } from "node:fs";
import type { Ahead, Listed } from "../../model/ahead.ts";
import type { Bytes } from "../../model/bytes.ts";
import type { Document, Quiet, Unread } from "../../model/document.ts";
import { type Share, type Split, whole } from "../../model/shard.ts";
import type { Source } from "../../model/source.ts";
import { codeOf } from "../../model/system-error.ts";
import { FileBytes } from "../file-bytes.ts";
import { type Entry, type Kind, kindOfStatus, special, unread } from "./entry.ts";

/**
 * What stands under the names that fall to whoever asks, each opened when its turn comes.
 * @param ahead searches files before that.
 */
export function itemsOf(entries: Iterable<Entry | Unread>, split: Split, ahead: Ahead | undefined): Source["items"] {
  const own = ownOf(entries, split);
  return ahead === undefined ? inTurn(own) : foreseen(own, ahead);
}

/** What falls to whoever asks. */
interface Own extends Listed {
  readonly entry: Entry | Unread;
  readonly name: Buffer;
  readonly share: Share;
}

function* ownOf(entries: Iterable<Entry | Unread>, split: Split): Generator<Own> {
  for (const entry of entries) {
    const name = "reason" in entry ? entry.name : Buffer.from(entry.name, "latin1");
    const share = split(name);
    if (share !== undefined) yield { entry, name, share, file: fileOf(entry) };
  }
}

function* inTurn(all: Iterable<Own>): Generator<Document | Unread> {
  for (const own of all) {
    const { item, file } = open(own);
    try {
      yield item;
    } finally {
      if (file !== undefined) closeSync(file);
    }
  }
}

async function* foreseen(all: Iterable<Own>, ahead: Ahead): AsyncGenerator<Document | Quiet | Unread> {
  for await (const { item, sight } of ahead(all)) {
    if (sight === undefined) yield* inTurn([item]);
    else if (sight.kind === "quiet") yield sight;
    else yield unread("failed", item.name, sight.reason, item.share);
  }
}

function fileOf(entry: Entry | Unread): string | undefined {
  return entry.kind === "file" ? entry.name : undefined;
}

/**
 * What has a name that was listed as a file's.
 * @param name its bytes in Latin-1.
 */
export function readFile(name: string): Generator<Document | Unread> {
  return inTurn(ownOf([{ name, kind: "file" }], whole));
}

interface Opened {
  readonly item: Document | Unread;
  /** To be closed. */
  readonly file?: number;
}

/** A file's bytes, a link's text. Whatever else stands there, or cannot be read, is said. */
function open({ entry, name, share }: Own): Opened {
  return "reason" in entry ? { item: { ...entry, ...share } } : opened(name, entry.kind, share);
}

function opened(name: Buffer, known: Kind | undefined, share: Share): Opened {
  try {
    const kind = known ?? kindOfStatus(lstatSync(name));
    if (kind === "file" || kind === "target") {
      // A link or a pipe that took the file's place in the meantime is neither followed nor waited for.
      const follow = kind === "target" ? 0 : constants.O_NOFOLLOW;
      const file = openSync(name, constants.O_RDONLY | follow | constants.O_NONBLOCK);
      return { item: document(name, new FileBytes(file), share), file };
    }
    if (kind === "link") return { item: document(name, readlinkSync(name, { encoding: "buffer" }), share) };
    return { item: unread("skipped", name, kind === "folder" ? ownRepository : special, share) };
  } catch (error) {
    // What was listed as a file may have become something else.
    return known === undefined || known === "target"
      ? { item: unread("failed", name, `cannot be read: ${codeOf(error)}`, share) }
      : opened(name, undefined, share);
  }
}

const ownRepository = "a repository of its own, which checks itself";

function document(name: Buffer, bytes: Bytes, share: Share): Document {
  return { kind: "document", name, nameLeaves: true, bytes, ...share };
}
