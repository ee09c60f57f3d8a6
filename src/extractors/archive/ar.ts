import { type Format, Unparsed } from "../format.ts";
import { entryPart } from "../inner.ts";
import { copied, sliceOf } from "../slice.ts";

const beginning = "!<arch>\n";
const headerLength = 60;

/**
 * The entries of a package of Debian, which are two tape archives, compressed each in a way of its own. https://man7.org/linux/man-pages/man5/deb.5.html
 * A header has the name, the time, the owner, the mode and the length, in decimal digits, and begins at an even place.
 */
export const ar: Format = {
  *texts(of) {
    const { bytes } = of;
    if (copied(bytes, 0, beginning.length).toString("latin1") !== beginning) throw new Unparsed("it is no ar archive");
    for (let at = beginning.length; at < bytes.length;) {
      const header = copied(bytes, at, at + headerLength).toString("latin1");
      const [, name = "", length = ""] = /^(.{16}).{32}(\d{1,10}) {0,9}`\n$/s.exec(header) ?? [];
      if (length === "") throw new Unparsed("a damaged ar archive");
      const start = at + headerLength;
      const end = Math.min(bytes.length, start + Number(length));
      if (end > start)
        yield entryPart(of, "ar", {
          name: Buffer.from(name.trimEnd().replace(/\/$/, ""), "latin1"), // some end it with a slash
          bytes: sliceOf(bytes, start, end),
          range: { start, end },
          isExact: true,
        });
      at = start + 2 * Math.ceil(Number(length) / 2);
    }
  },
};
