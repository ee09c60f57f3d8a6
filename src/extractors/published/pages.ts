import type { Bytes } from "../../model/bytes.ts";
import type { Range } from "../../model/range.ts";
import { mayJoin } from "../code/may-join.ts";
import { type Format, type Part, Unparsed } from "../format.ts";
import { writeScript } from "../html/escaped.ts";
import { openMarkup, type PublishedSigns } from "../html/markup.ts";
import { Written } from "../html/written.ts";
import { endOfString } from "../json-string.ts";
import { carriedIn, diagramsIn } from "./carried.ts";
import { embeddedIn, writtenIn } from "./embedded.ts";
import { joinedIn } from "./scripts.ts";

/** Of a longer page only the beginning is read so, in bytes. */
const most = 1 << 26;

/**
 * What a page of a site shows beside its markup, which `html` reads: what its scripts put together, the rows of React's flight, documents in
 * base64, pages and drawings in addresses, what is compressed in one, diagrams.
 */
export const publishedPage: Format = {
  *texts(of, room) {
    const { length } = of.bytes;
    const { hasBase64, mayJoin: mayJoinSome, hasZlib, hasDiagram, hasWritten } = signsOf(of.bytes);
    if (!hasBase64 && !mayJoinSome && !hasZlib && !hasDiagram && !hasWritten) return;
    const bytes = Buffer.from(of.bytes.subarray(0, Math.min(most, length)));
    const { joining, rows } = mayJoinSome ? scriptsIn(bytes) : none;
    if (joining.length > 0) yield* joinedIn(of, bytes, joining);
    if (rows.length > 1) yield rowsOf(of, bytes, rows);
    if (hasBase64) yield* embeddedIn(of, bytes);
    if (hasWritten) yield* writtenIn(of, bytes);
    if (hasZlib) yield* carriedIn(of, bytes.toString("latin1"), room);
    if (hasDiagram) yield* diagramsIn(of, bytes.toString("latin1"), room);
    if (length > most) throw new Unparsed("what its scripts put together was not read behind its first 64 MB");
  },
};

/** Of most pages the kernel tells that there is nothing of it. */
function signsOf(bytes: Bytes): PublishedSigns {
  const markup = openMarkup();
  try {
    return markup.signsOf(bytes);
  } finally {
    markup.close();
  }
}

const opening = /<script/gi;
const closing = /<\/script/gi;
const greater = 0x3e;

/** How React's flight, which Next.js writes into its pages, begins in a script. */
const row = 'self.__next_f.push([1,"';

interface Scripts {
  /** Scripts that may put something together. */
  readonly joining: readonly Range[];
  /** Strings of React's flight. */
  readonly rows: readonly Range[];
}

const none: Scripts = { joining: [], rows: [] };

function scriptsIn(bytes: Buffer): Scripts {
  const joining: Range[] = [];
  const rows: Range[] = [];
  const text = bytes.toString("latin1");
  for (let at = placeOf(opening, text, 0); at < text.length; at = placeOf(opening, text, at)) {
    const start = bytes.indexOf(greater, at) + 1;
    if (start === 0) break;
    const end = placeOf(closing, text, start);
    at = end;
    if (end === start) continue;
    const script = text.slice(start, end);
    if (mayJoin(script)) joining.push({ start, end });
    for (let place = script.indexOf(row); place !== -1;) {
      const from = start + place + row.length;
      const last = endOfString(bytes, from);
      rows.push({ start: from, end: last });
      place = script.indexOf(row, last - start);
    }
  }
  return { joining, rows };
}

/** Where a pattern is next found in a text; at its end where it is not. */
function placeOf(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.exec(text)?.index ?? text.length;
}

/** What is cut in two by how it was sent stands in two scripts: https://nextjs.org/docs/app */
function rowsOf(of: Part, bytes: Buffer, rows: readonly Range[]): Part {
  const text = new Written();
  for (const { start, end } of rows) writeScript(text, bytes.subarray(start, end), start);
  return text.part(of);
}
