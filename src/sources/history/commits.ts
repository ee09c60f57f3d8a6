import type { Document, Unread } from "../../model/document.ts";
import type { Split } from "../../model/shard.ts";
import { readBlobs, type Stored } from "../blobs.ts";
import { field } from "../identity.ts";

/** What a commit or a tag carries beside files: the names are the labels in reports. */
interface Labels {
  readonly message: string;
  readonly header: string;
  /** By the name of the header's line. */
  readonly people: Readonly<Record<string, string>>;
  /** Lines of the header that hold ids and nothing else. */
  readonly plain: readonly string[];
}

const ofCommit: Labels = {
  message: "commit message",
  header: "commit header",
  people: { author: "author", committer: "committer" },
  plain: ["tree", "parent"],
};

const ofTag: Labels = {
  message: "tag message",
  header: "tag header",
  people: { tagger: "tagger" },
  plain: ["object", "type"],
};

/**
 * The messages of commits, with author, committer and whatever else stands in the header: a signature, a merged tag's message.
 * @param known people who were looked at already: the same few make most commits.
 * @param split messages by the commit, people by their names. Every commit is read, since each can bring somebody new.
 */
export function* commitDocuments(
  ids: readonly string[],
  known: Set<string>,
  split: Split,
): Generator<Document | Unread> {
  let at = 0;
  for (const commit of readBlobs(ids, "utf8", ids.length)) {
    const id = ids[at++] ?? "";
    if (!("missing" in commit)) yield* partsOf(commit, ofCommit, known, split);
    else {
      const share = split(Buffer.from(id));
      if (share !== undefined) yield { ...unread(id, "git cannot read it: `git fsck` tells more"), ...share };
    }
  }
}

export function* tagDocuments(tag: Stored, known: Set<string>, split: Split): Generator<Document> {
  yield* partsOf(tag, ofTag, known, split);
}

function unread(id: string, reason: string): Unread {
  return { kind: "failed", name: Buffer.from(`commit ${id.slice(0, 8)}`), nameLeaves: false, reason };
}

function* partsOf({ id, bytes }: Stored, labels: Labels, known: Set<string>, split: Split): Generator<Document> {
  const end = bytes.indexOf("\n\n");
  const head = bytes.toString("latin1", 0, end === -1 ? bytes.length : end);
  const rest: string[] = [];
  for (const line of head.split("\n")) {
    const name = line.slice(0, line.indexOf(" "));
    const person = labels.people[name];
    if (person !== undefined) {
      // Without the time behind it.
      const value = line.slice(name.length + 1).replace(/ -?\d+ [+-]\d+$/, "");
      if (known.has(`${person} ${value}`)) continue;
      known.add(`${person} ${value}`);
      const share = split(Buffer.from(value, "latin1"));
      if (share !== undefined) yield { ...field(person, value, "latin1"), commit: id, ...share };
    } else if (!labels.plain.includes(name)) rest.push(line);
  }
  const share = split(Buffer.from(id));
  if (share === undefined) return;
  if (rest.length > 0) yield { ...part(labels.header, Buffer.from(rest.join("\n"), "latin1"), id), ...share };
  if (end !== -1) yield { ...part(labels.message, bytes.subarray(end + 2), id), ...share };
}

function part(label: string, bytes: Buffer, commit: string): Document {
  return { kind: "document", name: Buffer.from(label), nameLeaves: false, bytes, commit };
}
