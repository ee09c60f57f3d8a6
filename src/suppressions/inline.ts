import { type Bytes, linesAround } from "../model/bytes.ts";
import { marker } from "../model/marker.ts";
import type { Range } from "../model/range.ts";

/** A comment that suppresses findings, or that seems to want to. */
export interface Marker {
  readonly name: string;
  /** Where it stands. */
  readonly range: Range;
  /** The line that it speaks of, without the line break. */
  readonly line: Range;
  readonly rules: readonly string[];
  /** The reason with all that stands behind it in its line, so that it is searched as a whole. */
  readonly reason: Range;
  /** Where the reason ends: in front of what closes the comment. */
  readonly reasonEnd: number;
  /** Why it suppresses nothing. */
  readonly fault?: string;
}

/**
 * Every `outgate-ignore-line: RULE[, RULE] -- reason` and `outgate-ignore-next-line: …` of a document, whatever begins and ends a
 * comment in its language.
 */
export function* markersIn(bytes: Bytes): Generator<Marker> {
  for (let at = bytes.indexOf(marker, 0); at !== -1; at = bytes.indexOf(marker, at + marker.length)) {
    const own = lineAt(bytes, at);
    const next = bytes.indexOf(marker, at + marker.length);
    const end = Math.min(own.end, next === -1 ? own.end : next);
    yield read(bytes, { start: at, end }, own);
  }
}

/** How long a reason can be in bytes, and what stands in front of it. */
const longest = 4000;

/** What closes a comment: in C, HTML, ERB, Handlebars, Pascal, Jinja, XML and Lua, Haskell, PowerShell, Nim, Lisp and Python. */
const closings = ["*/", "-->", "--%>", "%>", "--}}", "*)", "#}", "]]", "-}", "#>", "]#", "|#", '"""', "'''"];

const forms = {
  "line:": (_: Bytes, own: Range) => own,
  "next-line:": (bytes: Bytes, own: Range) => lineAt(bytes, Math.min(own.end + 1, bytes.length)),
} as const satisfies Record<string, (bytes: Bytes, own: Range) => Range>;

function read(bytes: Bytes, range: Range, own: Range): Marker {
  const isLong = range.end - range.start > longest;
  // Latin-1, so that offsets are those of the bytes.
  const text = bytes.toString("latin1", range.start + marker.length, isLong ? range.start + longest : range.end);
  const form = (["line:", "next-line:"] as const).find((candidate) => text.startsWith(candidate));
  const line = form === undefined ? own : forms[form](bytes, own);
  const dashes = text.search(/\s--(?!>|%>)/);
  const rules = text
    .slice(form?.length ?? 0, dashes === -1 ? 0 : dashes)
    .split(",")
    .map((rule) => rule.trim())
    .filter((rule) => rule !== "");
  const first = dashes === -1 ? text.length : dashes + 3;
  const close = closed(text, first);
  const start = range.start + marker.length + first;
  const reasonEnd = range.start + marker.length + (close ?? text.length);
  const fault =
    form === undefined || (dashes !== -1 && rules.length === 0)
      ? "is not of the form `outgate-ignore-line: RULE -- reason`"
      : isEmpty(bytes.toString("utf8", start, reasonEnd))
        ? "has no reason: `outgate-ignore-line: RULE -- reason`"
        : isLong && close === undefined
          ? "has a reason that is too long"
          : undefined;
  return {
    name: `outgate-ignore-${(form ?? "line:").slice(0, -1)}`,
    range,
    line,
    rules,
    reason: { start, end: Math.max(start, range.start + marker.length + text.length) },
    reasonEnd: Math.max(start, reasonEnd),
    ...(fault !== undefined && { fault }),
  };
}

function closed(text: string, from: number): number | undefined {
  const ends = closings.map((closing) => text.indexOf(closing, from)).filter((at) => at !== -1);
  return ends.length === 0 ? undefined : Math.min(...ends);
}

/** A reason has a letter or a digit. */
function isEmpty(reason: string): boolean {
  return !/[\p{L}\p{N}]/u.test(reason);
}

/** The line that an offset stands in, without its break. */
function lineAt(bytes: Bytes, at: number): Range {
  return linesAround(bytes, { start: at, end: at });
}
