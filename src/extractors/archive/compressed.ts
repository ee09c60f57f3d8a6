import { unpackedName } from "../extract.ts";
import { type Format, TooLarge, Unparsed } from "../formats.ts";
import { type Compression, inflate } from "../inflate.ts";
import { innerPart } from "../inner.ts";
import { copied } from "../slice.ts";

/** RFC 7932, which only a name tells. */
export const brotli: Format = compressed("brotli");

/** RFC 8878. */
export const zstandard: Format = compressed("zstandard");

/** bzip2, xz, 7z, RAR and LZ4: nothing here reads them, so that it has to be said. */
export const unread: Format = {
  texts() {
    throw new Unparsed("it is compressed in a way that is not read");
  },
};

/** More is not inflated, so that more need not be read. */
const longest = 1 << 26;

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
