import { type Format, type Part, Unparsed } from "../format.ts";
import type { Room } from "../gzip.ts";
import { inflate } from "../inflate.ts";
import { innerPart, surfaceIn } from "../inner.ts";

/**
 * How zlib (RFC 1950) begins in base64 or base64url: with the levels of compression that programs use. So TypeDoc writes what its pages are found and
 * listed by, and Mermaid, Kroki and the playground of Vue have what they draw in an address, where its marks can be percent-encoded.
 */
const zlib = /(?<![\w+-])e(?:J[w-z]|N[o-r]|AE|F4)(?:[\w+/-]|%2[BFbf]){20,}/g;

/** What stands in a text compressed, in base64. @param text of the bytes, as Latin-1 */
export function* carriedIn(of: Part, text: string, room: Room): Generator<Part> {
  for (const { 0: written, index } of text.matchAll(zlib)) {
    const bytes = inflate(fromBase64(written), "zlib", room, true);
    if (bytes === undefined || bytes.length === 0) continue;
    const range = { start: index, end: index + written.length };
    yield innerPart(of, { surface: surfaceIn(of, "compressed text"), name: nameless, bytes, range, isExact: false });
  }
}

const nameless = Buffer.alloc(0);

/** Diagrams of draw.io: percent-encoded, compressed, in base64. As they stand in XML, in an attribute, and in a text of PNG. */
const diagram = /diagram\b[^]{0,400}?(?:>|&gt;|%3E|u003e)((?:[A-Z\d+/=]|%2[BF]|%3D){24,})/gi;

/** A drawing of draw.io. It is XML too. */
export const drawing: Format = {
  *texts(of, room) {
    const { length } = of.bytes;
    yield* diagramsIn(of, of.bytes.toString("latin1", 0, Math.min(most, length)), room);
    if (length > most) throw new Unparsed("diagrams in it were not read behind its first 64 MB");
  },
};

/** Of a longer one only the beginning is read so, in bytes. */
const most = 1 << 26;

/** @param text of the bytes, as Latin-1 */
export function* diagramsIn(of: Part, text: string, room: Room): Generator<Part> {
  for (const { text: xml, start, end } of drawn(text, room))
    yield innerPart(of, {
      surface: surfaceIn(of, "diagram"),
      name: Buffer.from(".xml"),
      bytes: Buffer.from(xml),
      range: { start, end },
      isExact: false,
    });
}

/** The XML of each diagram, and where it stands in the text. */
export function* drawn(
  text: string,
  room: Room,
): Generator<{ readonly text: string; readonly start: number; readonly end: number }> {
  for (const { 0: all, 1: written = "", index } of text.matchAll(diagram)) {
    const bytes = inflate(fromBase64(written), "deflate", room, true);
    if (bytes === undefined || bytes.length === 0) continue;
    const end = index + all.length;
    yield { text: unwritten(bytes.toString("latin1")), start: end - written.length, end };
  }
}

function fromBase64(written: string): Buffer {
  return Buffer.from(written.replaceAll(/%2B/gi, "+").replaceAll(/%2F/gi, "/"), "base64");
}

function unwritten(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
