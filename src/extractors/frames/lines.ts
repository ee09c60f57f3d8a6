import { alphanumeric, byteClass, span } from "../../model/byte-runs.ts";
import { controlSequence, meaningOfSequence } from "../../model/control-sequence.ts";
import type { Range } from "../../model/range.ts";
import { around, type Frame, nearnessOf } from "./frame.ts";

const [newline, escape] = [0x0a, 0x1b];

/** Comments of most languages, and what mail and Markdown quote. */
const comment =
  /^[ \t]{0,40}(?:#{1,6}|\/{2,3}!?|\/?\*{1,2}|-{2,3}|;{1,3}|(?:> ?){1,6}|[Rr][Ee][Mm](?= )|dnl(?= ))(?: \*)?[ \t]?/gm;

/** Of comments most are sentences. Where there is a value, one stands at the end of a line. */
function endsInValue(lines: string): boolean {
  return lines.split("\n").some((line) => {
    const words = line.trimEnd();
    const end = words.endsWith("|") ? words.slice(0, -1).trimEnd() : words;
    return mayBeValue(end.slice(1 + Math.max(end.lastIndexOf(" "), end.lastIndexOf("\t"))));
  });
}

function mayBeValue(word: string): boolean {
  return word.length >= 6 && /\d/.test(word) && /[A-Za-z]/.test(word) && !word.includes("//") && !word.includes("](");
}

/** Of a change as `diff -u` shows it: what it brings, what it takes away, and what stands around it. */
const change = /^(?:[-+ ]|(?=@@ ))/gm;
const isChange = /^(?:\+|@@ )/m;

/** The numbers of lines and names of files of `cat -n`, `nl`, `bat` and `grep -n`, and the names of services of `docker compose logs`. */
const listing =
  /^(?: {0,8}\d{1,6}(?:\t|[:|] ?|\xe2\x94\x82 ?)|[\w./@-]{1,120}[:-]\d{1,6}[:-]|[\w./@-]{1,60} {1,20}\| ?)/gm;

/** The sides of a box that is drawn around lines: U+2502, U+2503 and U+2551. */
const box =
  /^[ \t]{0,40}\xe2(?:\x94[\x82\x83]|\x95\x91)[ \t]?|[ \t]{0,200}\xe2(?:\x94[\x82\x83]|\x95\x91)[ \t]{0,40}$/gm;

/** When a line was logged and by whom: ISO 8601, as most libraries and CI have it, and syslog (RFC 3164). */
const logged =
  /^(?:\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d[\d.,]{0,12}(?:Z| ?[+-]\d\d:?\d\d)?\]?:? (?:std(?:out|err) [FP] )?(?:[^\n=]{0,80}? - )?|[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d [\w.-]{1,60} [\w./-]{1,60}(?:\[\d{1,7}\])?: )/gm;

/** What stands around lines, each of them. */
export const lineFrames: readonly Frame[] = [
  prefixed(comment, " \t#/*-;>Rrd", endsInValue),
  prefixed(change, "-+", (lines) => isChange.test(lines)),
  prefixed(listing, `${alphanumeric}_ ./@-`),
  prefixed(logged, `[${span("0", "9")}${span("A", "Z")}`),
  prefixed(box, " \t\xe2"),
];

/** What a terminal shows in colours. */
export const coloured: Frame = {
  encoding: "colours",
  spelling: { pattern: new RegExp(`\\x1b${controlSequence}`, "g"), meaning: meaningOfSequence },
  finder(bytes) {
    const isNear = nearnessOf(bytes, (part) => part.indexOf(escape));
    return ({ at }) => (isNear(at) ? linesAround(bytes, at) : undefined);
  },
};

/**
 * Lines that all begin with what is not theirs.
 * @param prefix with the flags `gm`
 * @param first the bytes that it can begin with
 * @param isMeant whether lines that begin so are meant
 */
function prefixed(prefix: RegExp, first: string, isMeant: (lines: string) => boolean = () => true): Frame {
  const own = new RegExp(prefix.source, "my");
  const beginnings = byteClass(() => first);
  const beginsAlike = (beginning: string): boolean => {
    own.lastIndex = 0;
    return own.test(beginning);
  };
  return {
    spelling: { pattern: prefix, meaning: () => "" },
    finder(bytes) {
      const begins = beginnings();
      const linesOf = (line: number): Range | undefined => {
        const near = linesAround(bytes, line);
        const text = bytes.toString("latin1", near.start, near.end);
        const lines = linesThat(own, text, line - near.start);
        if (!isMeant(text.slice(lines.start, lines.end))) return undefined;
        return { start: near.start + lines.start, end: near.start + lines.end };
      };
      let last = -1;
      let found: Range | undefined;
      return ({ line, beginning }) => {
        if (line === undefined || begins[bytes[line] ?? 0] === 0) return undefined;
        if (line !== last) found = beginsAlike(beginning) ? linesOf(line) : undefined;
        last = line;
        return found;
      };
    },
  };
}

/** The lines around one that all begin alike. @param at where the one begins */
function linesThat(beginAlike: RegExp, text: string, at: number): Range {
  const isAlike = (start: number): boolean => {
    beginAlike.lastIndex = start;
    return beginAlike.test(text);
  };
  let start = at;
  while (start > 0) {
    const before = start === 1 ? 0 : text.lastIndexOf("\n", start - 2) + 1;
    if (!isAlike(before)) break;
    start = before;
  }
  let end = at;
  do end = text.indexOf("\n", end) + 1 || text.length;
  while (end < text.length && isAlike(end));
  return { start, end };
}

/** The lines around a place, or what is near of them. */
function linesAround(bytes: Buffer, place: number): Range {
  const [first, last] = [Math.max(0, place - around), Math.min(bytes.length, place + around)];
  const start = first === 0 ? 0 : first + bytes.subarray(first, place).indexOf(newline) + 1;
  const end = last === bytes.length ? -1 : bytes.subarray(place, last).lastIndexOf(newline);
  return { start, end: end === -1 ? last : place + end };
}
