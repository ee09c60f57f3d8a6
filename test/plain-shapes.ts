import { joined, type Stretch } from "../src/engine/shapes.ts";
import type { Shape, Shaped } from "../src/model/trigger.ts";

const separators = String.raw`[ ().\/\-\x80-\xff]{0,5}`;
const patterns = {
  card: /(?<![\w.,@$&/\\+-])(?=([2-6](?:\d{12,18}(?![\w@])|\d{3}([ .-]|\xc2\xa0|\xe2\x80\xaf)\d{4}\2\d{4}\2\d{4}(?!\d)(?:\2\d{3}(?!\d))?|\d{3}([ .-]|\xc2\xa0|\xe2\x80\xaf)\d{6}\3\d{4,5}(?!\d))))/g,
  "private-address": /[\d.]+/g,
  "colon-groups": /[\da-f:]+/gi,
  iban: new RegExp(`(?<![A-Za-z\\d])(?=([A-Z]{2}\\d\\d(?:${separators}[A-Za-z\\d]){0,30}))`, "g"),
  at: /(?<=[\w\-\x80-\xff])@(?=[\w\-\x80-\xff][\w.\-\x80-\xff]{0,252}\.[A-Za-z\x80-\xff])/g,
  token: /[\w-]+/g,
  phone: new RegExp(`\\d(?:${separators}\\d)*`, "g"),
} satisfies Record<Shape, RegExp>;

/** What patterns find of shapes in the whole text, in Latin-1. */
export function plainStretches(text: string, shapes: readonly Shaped[]): Stretch[] {
  const order: readonly Shape[] = ["card", "private-address", "colon-groups", "iban", "at", "token", "phone"];
  const all = order.flatMap((shape) => {
    const of = shapes.filter((one) => one.shape === shape).map(({ least = 1 }) => least);
    return [...text.matchAll(patterns[shape])]
      .map((match): [string, number] => [match[1] ?? match[0], match.index])
      .filter(([part, start]) => (shape === "phone" ? mayBePhone(text, start, part, shapes) : isShape(shape, part)))
      .map(([part, start]) => ({
        shape,
        range: { start, end: start + part.length },
        size: Math.min(511, sizeOf(shape, part)),
      }))
      .filter(({ size }) => size >= Math.min(...of));
  });
  return joined(all).toSorted(byPlace);
}

function isShape(shape: Shape, part: string): boolean {
  if (shape === "private-address")
    return /\d\.\d{1,3}\.\d{1,3}\.\d/.test(part) && /^(?:0?10|100|169|172|192)\./.test(part);
  if (shape === "colon-groups") return /\d/.test(part) && /::|:[^:]{1,4}:[^:]{1,4}:[^:]{1,4}:/.test(part);
  return true;
}

function mayBePhone(text: string, start: number, part: string, shapes: readonly Shaped[]): boolean {
  const end = start + part.length;
  const before = text.slice(Math.max(0, start - 2), start);
  if (/^\d+$/.test(part) && (/\w$/.test(before) || /\w/.test(text.charAt(end)))) return false;
  if (/[+(]$|\+ $/.test(before)) return true;
  if (/^(?:19|20)\d\d([-./])[01]\d\1[0-3]\d/.test(part) && part.replaceAll(/\D/g, "").length < 15) return false;
  if (isAddress(part)) return false;
  if (/[(\x80-\xff]/.test(part)) return true;
  // With which a number can begin.
  if (hasMatch(/(?<![\w\-/])(?<!\d[. ])0/g, text, start, end)) return true;
  const words = shapes.flatMap(({ beside = [] }) =>
    beside.map((one) => inAnyCase(one.slice(0, 4)) + (one.length < 3 ? "(?![a-zA-Z])" : "")),
  );
  const begins = String.raw`(?:(?<![a-zA-Z])|(?<=[a-z])(?=[A-Z]))`;
  const word = new RegExp(String.raw`[^!-~\s]|${begins}(?:${words.join("|") || "(?!)"})`, "g");
  return hasMatch(word, text, Math.max(0, start - 48), start) || hasMatch(word, text, end, end + 32);
}

/** IPv4, but not four times two digits, unless the first are 10. */
function isAddress(part: string): boolean {
  const numbers = part.split(".");
  return (
    numbers.length === 4 &&
    numbers.every((one) => /^(?:0|[1-9]\d{0,2})$/.test(one) && Number(one) < 256) &&
    (part.startsWith("10") || numbers.some((one) => one.length !== 2))
  );
}

function inAnyCase(word: string): string {
  return [...word].map((letter) => `[${letter}${letter.toUpperCase()}]`).join("");
}

/** Whether a match begins from one place to before another; of what stands around them as much is seen as patterns look at. */
function hasMatch(pattern: RegExp, text: string, start: number, end: number): boolean {
  const from = Math.max(0, start - 4);
  return [...text.slice(from, end + 4).matchAll(pattern)].some(
    ({ index }) => from + index >= start && from + index < end,
  );
}

function sizeOf(shape: Shape, part: string): number {
  if (shape === "phone") return part.replaceAll(/\D/g, "").length;
  return shape === "iban" ? part.replaceAll(/[^A-Za-z\d]/g, "").length : part.length;
}

export function byPlace(a: Stretch, b: Stretch): number {
  return a.range.start - b.range.start || a.shape.localeCompare(b.shape) || a.range.end - b.range.end;
}
