import { documentIn } from "../encoded-document.ts";
import type { Part } from "../format.ts";
import { writePercent } from "../html/escaped.ts";
import { Written } from "../html/written.ts";

/** Shorter ones hold nothing, in bytes. */
const shortest = 24;

const base64Sign = ";base64,";
const data = "data:";

/** Of a `data:` URL so much stands before its contents. */
const longestHeader = 120;

/** By what a type says: other documents are told by their first bytes. */
const names: readonly (readonly [type: RegExp, name: string])[] = [
  [/svg/, ".svg"],
  [/html/, ".html"],
  [/xml/, ".xml"],
  [/javascript/, ".js"],
  [/json/, ".json"],
  [/css/, ".css"],
];

/** Documents that stand in base64 in a text, behind what says so. @param signs stand before their contents */
export function* embeddedIn(of: Part, bytes: Buffer, signs: readonly string[] = [base64Sign]): Generator<Part> {
  for (const sign of signs)
    for (let at = bytes.indexOf(sign); at !== -1; at = bytes.indexOf(sign, at + sign.length)) {
      const start = at + sign.length;
      const end = endOfBase64(bytes, start);
      if (end - start < shortest) continue;
      const header = bytes.toString("latin1", Math.max(0, at - longestHeader), at);
      yield documentIn(of, bytes, { start, end }, nameOf(header.slice(header.lastIndexOf(data) + data.length)));
      at = end - sign.length;
    }
}

/** Base64 in markup goes on over lines. */
function endOfBase64(bytes: Buffer, start: number): number {
  let end = start;
  for (let at = start; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (isOfBase64(byte)) end = at + 1;
    else if (byte > 0x20 || at - end > longestBreak) break;
  }
  return end;
}

/** A line's end and what it is set in by, in bytes. */
const longestBreak = 64;

function nameOf(type: string): string {
  return names.find(([pattern]) => pattern.test(type))?.[1] ?? "";
}

function isOfBase64(byte: number): boolean {
  const low = byte | 0x20;
  if ((low >= 0x61 && low <= 0x7a) || (byte >= 0x30 && byte <= 0x39)) return true;
  return byte === 0x2b || byte === 0x2f || byte === 0x3d || byte === 0x2d || byte === 0x5f;
}

const written = /data:(image\/svg\+xml|text\/html)(?:;(?!base64,)[^,;]{1,40}){0,4},/gi;

/** Pages and drawings that stand in a string or in brackets as they are, or in percent-encoding (RFC 3986). */
export function* writtenIn(of: Part, bytes: Buffer): Generator<Part> {
  let last = 0;
  for (const { 0: header, 1: type = "", index } of bytes.toString("latin1").matchAll(written)) {
    if (index < last) continue;
    const start = index + header.length;
    last = endOf(bytes, index, start);
    const value = bytes.subarray(start, last);
    const text = new Written();
    writePercent(text, value, start);
    if (text.length > 0) yield { ...text.part(of), name: Buffer.from(nameOf(type.toLowerCase())), isGuess: true };
  }
}

const [quotationMark, apostrophe, openRound, closeRound, backslash, backtick] = [0x22, 0x27, 0x28, 0x29, 0x5c, 0x60];

/** Where what ends what stands before it stands. */
function endOf(bytes: Buffer, before: number, from: number): number {
  const opening = bytes[before - 1] ?? 0;
  const isQuoted = opening === quotationMark || opening === apostrophe || opening === backtick;
  const mark = opening === openRound ? closeRound : isQuoted ? opening : 0x20;
  for (let at = from; at < bytes.length; at++) {
    if (bytes[at] === mark) return at;
    if (bytes[at] === backslash) at++;
  }
  return bytes.length;
}
