import { DecodingMode, HtmlEntityDecoder } from "entities/decode";
import type { Declared } from "./declared.ts";

/** What a reference to a character stands for, in UTF-8, and how many bytes it has. */
export interface Reference {
  readonly text: Uint8Array;
  readonly length: number;
}

/** Where it stands: a value of an attribute leaves alone what a query string may have, and in XML all of them end with `;`. */
export type ReferencePlace = "text" | "attribute" | "xml";

/** `&CounterClockwiseContourIntegral;`, and numbers with some zeros before them. */
const longest = 40;

const remembered: Readonly<Record<ReferencePlace, Map<string, Reference | null>>> = {
  text: new Map(),
  attribute: new Map(),
  xml: new Map(),
};

const mostRemembered = 2000;

/** Undefined where an ampersand is only one. @throws {Unparsed} where what XML declares itself comes to too much */
export function referenceAt(
  bytes: Buffer,
  at: number,
  end: number,
  place: ReferencePlace,
  own?: Declared,
): Reference | undefined {
  let last = at + 1;
  const most = Math.min(end, at + longest);
  while (last < most && isOfName(bytes[last] ?? 0)) last++;
  if (last === at + 1) return undefined;
  // What ends it counts: in an attribute's value `&copy=` is no reference.
  const written = bytes.toString("latin1", at, Math.min(end, last + 1));
  if (own?.isEmpty === false && written.endsWith(";")) {
    const text = own.valueOf(written.slice(1, -1));
    if (text !== undefined) return { text, length: written.length };
  }
  const known = remembered[place];
  let found = known.get(written);
  if (found === undefined) {
    found = read(written, place) ?? null;
    if (known.size < mostRemembered) known.set(written, found);
  }
  return found ?? undefined;
}

/** What has no width, and is no part of any word: a soft hyphen, zero-width spaces and joiners, a byte order mark. */
const widthless = /[\u00AD\u200B-\u200D\u2060\uFEFF]/gu;

function read(written: string, place: ReferencePlace): Reference | undefined {
  const points: number[] = [];
  const decoder = new HtmlEntityDecoder((point) => {
    points.push(point);
  });
  decoder.startEntity(modes[place]);
  const consumed = decoder.write(written, 1);
  const length = consumed === -1 ? decoder.end() : consumed;
  if (length <= 0 || points.length === 0) return undefined;
  return { text: Buffer.from(String.fromCodePoint(...points).replaceAll(widthless, "")), length };
}

const modes: Readonly<Record<ReferencePlace, DecodingMode>> = {
  text: DecodingMode.Legacy,
  attribute: DecodingMode.Attribute,
  xml: DecodingMode.Strict,
};

/** A letter, a digit, `#`, and what names of XML can have besides. */
function isOfName(byte: number): boolean {
  const low = byte | 32;
  if ((low >= 97 && low <= 122) || (byte >= 48 && byte <= 57)) return true;
  return byte === 35 || byte === 95 || byte === 46 || byte === 45;
}
