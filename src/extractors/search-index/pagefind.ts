import { type Format, type Part, Unparsed } from "../format.ts";
import { GzipTooLarge, inflated, isGzip, wholeRoom } from "../gzip.ts";
import { innerPart, surfaceIn } from "../inner.ts";
import { cborTexts } from "./cbor.ts";
import { wordBreak } from "./words.ts";

/** Stands before everything that Pagefind has compressed, so that a browser can tell whether a server has decompressed it. */
const signature = "pagefind_dcd";

/**
 * What Pagefind writes beside a site, in gzip: fragments, which hold the whole text of a page in JSON; words, reduced to their stems, values
 * of filters, and names of what can be sorted by, in CBOR. https://pagefind.app · pagefind/src/output/mod.rs, pagefind_web/src/index.rs in
 * https://github.com/Pagefind/pagefind
 */
export const pagefind: Format = {
  *texts(of) {
    // What gzip holds is given once more as a document of this name.
    if (of.stream !== undefined && isSigned(of.bytes.subarray(0, signature.length))) return;
    const body = unpacked(of);
    if (body === undefined) return;
    const range = { start: 0, end: of.bytes.length };
    const part = (surface: string, text: Buffer): ReturnType<typeof innerPart> =>
      innerPart(of, { surface: surfaceIn(of, surface), bytes: text, range, isExact: false });
    if (body[0] === brace) {
      yield part("Pagefind fragment", body);
      return;
    }
    const texts: Buffer[] = [];
    let isWhole = true;
    try {
      for (const text of cborTexts(body)) texts.push(text, wordBreak);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      isWhole = false;
    }
    yield part(
      surfaces.find(([ending]) => ending.test(of.name?.toString("latin1") ?? ""))?.[1] ?? "Pagefind index",
      Buffer.concat(texts),
    );
    if (!isWhole) throw new Unparsed("a damaged Pagefind index");
  },
};

const brace = 0x7b;

/** What stands behind the signature; undefined where it is too large. @throws {Unparsed} */
function unpacked(of: Part): Buffer | undefined {
  try {
    const isPacked = isGzip(of.bytes.subarray(0, 3));
    const bytes = isPacked ? inflated(of, wholeRoom())?.bytes : of.bytes.subarray(0, of.bytes.length);
    if (bytes !== undefined && isSigned(bytes)) return bytes.subarray(signature.length);
  } catch (error) {
    // Who searches every gzip tells it.
    if (error instanceof GzipTooLarge) return undefined;
    throw error;
  }
  throw new Unparsed("it is no file of a Pagefind index, or a damaged one");
}

function isSigned(bytes: Buffer): boolean {
  return bytes.toString("latin1", 0, signature.length) === signature;
}

const surfaces: readonly (readonly [RegExp, string])[] = [
  [/\.pf_index$/i, "Pagefind word"],
  [/\.pf_filter$/i, "Pagefind filter"],
  [/\.pf_meta$/i, "Pagefind metadata"],
];
