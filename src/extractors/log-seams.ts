import type { Range } from "../model/range.ts";
import type { Segment } from "../model/segment.ts";

/** Runtimes of containers split a line that is longer than 16 kB; conmon those that are longer than 8 kB. */
const shortestSplit = 8000;

/** So far back the record is looked for that goes on in a piece, and so much of a record is read on each side of a seam, in bytes. */
const longestRecord = 32_768;
const reach = 4096;

/** So many records of the other stream may stand between two parts of a line. */
const mostBetween = 16;

const newline = 0x0a;

/** A record of a container's log. */
interface Part {
  readonly stream: string;
  /** What the program wrote. */
  readonly body: Range;
  /** Whether the line goes on in the next record of the stream. */
  readonly goesOn: boolean;
}

/**
 * What the runtime of a container has split into two records, as its line was: in Docker's JSON logs what does not end in a newline goes on
 * (https://docs.docker.com/engine/logging/drivers/json-file/), in those of Kubernetes' runtimes what is marked `P`
 * (https://github.com/kubernetes/design-proposals-archive/blob/main/node/kubelet-cri-logging.md). Each seam is read twice: what goes over it is told by its place in the first record, and in the second.
 */
export function* seamsIn(held: Buffer, own: Range, from: number): Generator<Segment> {
  // As what is written around a mask, of which each is read once more.
  if (held.length < shortestSplit) return;
  for (const line of longLinesIn(held, own)) {
    const part = partAt(held, line);
    const next = part?.goesOn === true ? nextOf(held, line.end + 1, part.stream) : undefined;
    if (part !== undefined && next !== undefined) yield* seam(held, part.body, next.body, from);
  }
}

/** The lines that end in a range and are long enough to have been split; most bytes of the others are not looked at. */
function* longLinesIn(held: Buffer, { start, end }: Range): Generator<Range> {
  const first = Math.max(0, start - longestRecord);
  let at = first + held.subarray(first, start).lastIndexOf(newline) + 1;
  while (at < end) {
    const last = held.subarray(at, at + shortestSplit).lastIndexOf(newline);
    if (last === -1) {
      const own = { start: at, end: held.indexOf(newline, at) };
      if (own.end === -1 || own.end >= end) return;
      if (own.end >= start) yield own;
      at = own.end + 1;
    } else at += last + 1;
  }
}

const docker = '{"log":"';
const runtime = /^\d{4}-\d\d-\d\dT[\d:.]{8,24}(?:Z|[+-]\d\d:\d\d) (?<stream>stdout|stderr) (?<tag>[PF])(?::\w{1,20})* /;

/** A newline that is escaped, and no backslash in front of an `n`. */
const escapedNewline = /(?<!\\)(?:\\\\)*\\n$/;

function partAt(held: Buffer, { start, end }: Range): Part | undefined {
  const beginning = held.toString("latin1", start, Math.min(end, start + 80));
  const found = runtime.exec(beginning);
  const { stream = "", tag } = found?.groups ?? {};
  if (found !== null) return { stream, body: { start: start + found[0].length, end }, goesOn: tag === "P" };
  if (!beginning.startsWith(docker)) return undefined;
  const first = start + docker.length;
  const last = Math.max(first, end - 1024);
  const tail = held.toString("latin1", last, end);
  const mark = tail.lastIndexOf('","stream":"');
  if (mark === -1) return undefined;
  const body = { start: first, end: last + mark };
  return { stream: tail.slice(mark + 12, mark + 18), body, goesOn: !escapedNewline.test(tail.slice(0, mark)) };
}

function nextOf(held: Buffer, start: number, stream: string): Part | undefined {
  let at = start;
  for (let count = 0; count < mostBetween && at < held.length; count++) {
    const newlineAt = held.indexOf(newline, at);
    const end = newlineAt === -1 ? held.length : newlineAt;
    const part = partAt(held, { start: at, end });
    if (part === undefined || part.stream === stream) return part;
    at = end + 1;
  }
  return undefined;
}

function* seam(held: Buffer, first: Range, second: Range, from: number): Generator<Segment> {
  const left = { start: Math.max(first.start, first.end - reach), end: first.end };
  const right = { start: second.start, end: Math.min(second.end, second.start + reach) };
  const bytes = Buffer.concat([held.subarray(left.start, left.end), held.subarray(right.start, right.end)]);
  const border = left.end - left.start;
  for (const isFirst of [true, false])
    yield {
      part: "contents",
      surface: "split line in text",
      bytes,
      toDocument: ({ start, end }) => {
        const inLeft = { start: from + left.start + start, end: from + left.start + Math.min(end, border) };
        const inRight = {
          start: from + right.start + Math.max(0, start - border),
          end: from + right.start + end - border,
        };
        return end <= border || (start < border && isFirst) ? inLeft : inRight;
      },
    };
}
