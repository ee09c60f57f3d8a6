import type { Bytes } from "../model/bytes.ts";
import type { Document } from "../model/document.ts";
import { GateError } from "../model/error.ts";
import type { Range } from "../model/range.ts";
import type { Segment } from "../model/segment.ts";
import { type Clock, watched } from "./clock.ts";
import { type Flat, flatten, type Leaf, leavesIn, pathOf, replaceLeaves } from "./json.ts";
import type { FilePart, JsonPart, Message, Part, TextPart } from "./message.ts";
import { type Hidden, redactedText } from "./redact.ts";
import { richText } from "./rich-text.ts";
import { textDocument } from "./text-document.ts";

/** A part of a message, as it is searched. */
export interface Readable {
  readonly document: Document;
  /** Tells where in the part something stands of what was found in it, where that is more than a line. */
  readonly placer?: (found: readonly Range[]) => (range: Range) => string;
  /** Without what must not leave; undefined where bytes of no text would have to be changed. */
  readonly redacted: (inContents: readonly Hidden[], inName: readonly Hidden[]) => Part | undefined;
}

/**
 * The parts of a message; of a message that is one text, that one.
 * @throws {GateError} if a part is none of the kinds that there are, or of several: who sends it may take another one than is searched.
 */
export function partsOf({ text, parts = [] }: Message, clock: Clock): Readable[] {
  const all: Part[] = [...(text === undefined ? [] : [{ text }]), ...parts];
  return all.map((part, index) => {
    const name = all.length === 1 ? "message" : `part ${index + 1}`;
    if (kinds.filter((kind) => Reflect.get(part, kind) !== undefined).length > 1)
      throw new GateError("a part of a message has more than one of text, json and bytes", howToCall);
    if ("text" in part) return textPart(part, name, clock);
    if ("json" in part) return jsonPart(part, name, clock);
    return filePart(part, name, clock);
  });
}

const kinds = ["text", "json", "bytes"] as const;

const howToCall = "Give a text, or parts of which each is `{ text }`, `{ json }` or `{ bytes, fileName }`.";

function textPart({ text }: TextPart, name: string, clock: Clock): Readable {
  if (typeof text !== "string") throw new GateError("the text of a message is no string", howToCall);
  const bytes = Buffer.from(text);
  return {
    document: textDocument(name, bytes, clock),
    redacted: (hidden) => ({ text: redactedText(bytes, hidden) }),
  };
}

function jsonPart({ json }: JsonPart, name: string, clock: Clock): Readable {
  const flat = flatten(json, () => clock.check());
  const bytes = Buffer.from(flat.text);
  return {
    document: withHidden(textDocument(name, bytes, clock), [...richText(flat, bytes)]),
    placer: (found) => {
      const keys = found.flatMap((one) => leavesIn(flat, one)).filter(({ kind }) => kind === "key");
      const hidden = new Set(keys.map(({ path }) => path));
      return (range) => {
        const [leaf] = leavesIn(flat, range).toReversed();
        return leaf === undefined ? "$" : pathOf(leaf, hidden);
      };
    },
    redacted: (hidden) => ({ json: replaceLeaves(flat, textsIn(flat, bytes, hidden)) }),
  };
}

/** With more than it has to be searched. */
function withHidden(document: Document, more: readonly Segment[]): Document {
  if (more.length === 0) return document;
  return {
    ...document,
    hidden: function* (bytes) {
      if (document.hidden !== undefined) yield* document.hidden(bytes);
      yield* more;
    },
  };
}

/** What becomes of the keys and values in which something must not leave. */
function textsIn(flat: Flat, bytes: Buffer, hidden: readonly Hidden[]): Map<Leaf, string> {
  const touched = hidden.flatMap((one) => leavesIn(flat, one).map((leaf) => ({ leaf, own: within(leaf)(one) })));
  const texts = new Map<Leaf, string>();
  for (const [leaf, own] of Map.groupBy(touched, (one) => one.leaf)) {
    const ranges = own.map((one) => one.own);
    texts.set(leaf, redactedText(bytes.subarray(leaf.start, leaf.end), ranges));
  }
  return texts;
}

function within({ start, end }: Range): (hidden: Hidden) => Hidden {
  return (hidden) => ({
    ...hidden,
    start: Math.max(hidden.start, start) - start,
    end: Math.min(hidden.end, end) - start,
  });
}

function filePart({ bytes, fileName }: FilePart, name: string, clock: Clock): Readable {
  if (!(bytes instanceof Uint8Array))
    throw new GateError("a part of a message has neither text nor json nor bytes", howToCall);
  const contents = watched(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), clock);
  const leaving = fileName === undefined ? undefined : Buffer.from(fileName);
  return {
    document:
      leaving === undefined ? labelled(name, contents) : { ...labelled("", contents), name: leaving, nameLeaves: true },
    redacted: (inContents, inName) => {
      if (inContents.length > 0) return undefined;
      return { bytes, ...(leaving && { fileName: redactedText(leaving, inName) }) };
    },
  };
}

/** Something whose name is only what it is called here. */
function labelled(name: string, bytes: Bytes): Document {
  return { kind: "document", name: Buffer.from(name), nameLeaves: false, bytes };
}
