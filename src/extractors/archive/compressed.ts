import { unpackedName } from "../extract.ts";
import { type Format, TooLarge, Unparsed } from "../format.ts";
import { type Compression, inflate } from "../inflate.ts";
import { innerPart, surfaceIn } from "../inner.ts";
import { copied } from "../slice.ts";

/** RFC 7932, which only a name tells. */
export const brotli: Format = compressed("brotli");

/** RFC 8878. */
export const zstandard: Format = compressed("zstandard");

/** RFC 1950, which only a name tells: licences of Flutter's packages. */
export const zlib: Format = compressed("zlib");

/** Names of pages and of what they define, which Sphinx writes beside a site behind four lines: `objects.inv`. */
export const inventory: Format = zlibBehind("objects of Sphinx", (bytes) => {
  let end = 0;
  for (let line = 0; line < 4; line++) end = bytes.indexOf(0x0a, end) + 1;
  return bytes.toString("latin1", 0, 18) === "# Sphinx inventory" && end > 0 ? end : undefined;
});

/** A film of Flash, compressed: behind a length. */
export const flash: Format = zlibBehind("Flash", (bytes) => (bytes.toString("latin1", 0, 3) === "CWS" ? 8 : undefined));

/** bzip2, xz, 7z, RAR and LZ4: nothing here reads them, so that it has to be said. */
export const unread: Format = {
  texts() {
    throw new Unparsed("it is compressed in a way that is not read");
  },
};

/** More is not inflated, so that more need not be read. */
const longest = 1 << 26;

function zlibBehind(surface: string, startIn: (bytes: Buffer) => number | undefined): Format {
  return {
    *texts(of, room) {
      const start = startIn(copied(of.bytes, 0, 4096));
      if (start === undefined) return;
      const range = { start, end: of.bytes.length };
      if (range.end > longest)
        throw new TooLarge(`${surface} in it were not searched, because it is longer than 64 MB`);
      const bytes = inflate(copied(of.bytes, start, range.end), "zlib", room, true);
      if (bytes === undefined) throw new Unparsed("what is compressed in it is damaged");
      yield innerPart(of, { surface: surfaceIn(of, surface), bytes, range, isExact: false });
    },
  };
}

function compressed(how: Compression): Format {
  return {
    *texts(of, room) {
      const range = { start: 0, end: of.bytes.length };
      if (range.end > longest) throw new TooLarge(`${how} in it was not searched, because it is longer than 64 MB`);
      const bytes = inflate(copied(of.bytes, 0, range.end), how, room, true);
      if (bytes === undefined) throw new Unparsed(`it is no ${how}, or a damaged one`);
      const name = unpackedName(of.name, bytes);
      yield innerPart(of, { surface: `${how} in ${of.surface}`, name, bytes, range, isExact: false });
    },
  };
}
