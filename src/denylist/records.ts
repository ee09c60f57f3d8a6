import type { Range } from "../model/range.ts";
import { columnsIn } from "./columns.ts";
import { unescaped } from "./escapes.ts";
import type { NameFields } from "./field-names.ts";
import type { MayBegin } from "./first-words.ts";
import { type Label, labelsIn } from "./labels.ts";
import type { Lookup } from "./lookup.ts";
import { normalForm } from "./normal-form.ts";
import { plainReading } from "./reading.ts";
import { mayShowFirst } from "./stretches.ts";

/**
 * First and last names in two fields of a record, whatever other fields stand between: `{"firstName":"Jane","id":7,"lastName":"Public"}`,
 * `Vorname: …` in one line and `Nachname: …` in another, elements of XML, columns of a table.
 * @param places where the first words of forms may begin, in order; without them wherever a value may
 */
export function* namesInRecords(
  bytes: Buffer,
  kindOf: Lookup["kindOf"],
  mayBegin: MayBegin,
  places: Iterable<number> | undefined,
): Generator<Range> {
  const [records, columns] = [fieldsIn(bytes), columnsIn(bytes)];
  for (const place of places ?? everyPlace(bytes)) {
    const sign = signBefore(bytes, place);
    if (sign === 0 || !mayShowFirst(bytes, place, mayBegin)) continue;
    const fields = (sign & labelled) === 0 ? undefined : records(place, sign);
    const found = fields ?? ((sign & tabular) === 0 ? undefined : columns(place));
    if (found === undefined || !isDenied(found, bytes, kindOf)) continue;
    yield found.first;
    yield found.last;
  }
}

/** Without a list of places: wherever a value may begin. */
function* everyPlace(bytes: Buffer): Generator<number> {
  for (let sign = -1; sign < bytes.length; sign++) {
    if (sign >= 0 && (kinds[bytes[sign] ?? 0] ?? 0) < labelled) continue;
    for (let at = sign + 1; at - sign <= longestFrame; at++) {
      const kind = kinds[bytes[at] ?? 0];
      if (kind === 0 || bytes[at] === backslash) yield at;
      if (kind !== framing) break;
    }
  }
}

const backslash = 0x5c;

/** Whether a byte stands around values, and is the sign behind a field's name or between the cells of a table; 0 in words. */
const framing = 1;
const other = 2;
const labelled = 4;
const tabular = 8;
/** A tag ends with it, in which many things stand. */
const ofTag = 16;

const kinds = Uint8Array.from({ length: 256 }, (_, byte) => {
  const character = String.fromCharCode(byte);
  if (/[ "'`*_([\\]/.test(character)) return framing;
  if (character === ">") return labelled | ofTag;
  const sign = (/[:=|\t]/.test(character) ? labelled : 0) | (/[,;|\t\n]/.test(character) ? tabular : 0);
  return sign > 0 || /[\w\x80-\xff&%=<]/.test(character) ? sign : other;
});

const longestFrame = 12;

/** What the sign is that stands before a value; that of a table where the text begins. */
function signBefore(bytes: Buffer, place: number): number {
  let at = place - 1;
  while (at >= 0 && place - at < longestFrame && kinds[bytes[at] ?? 0] === framing) at--;
  return at < 0 ? tabular : (kinds[bytes[at] ?? 0] ?? 0) & (labelled | tabular | ofTag);
}

/** No farther apart are two fields of a record, in bytes. */
const near = 1024;

/** So much is read at once, with what is near on both sides; it begins where it does whatever stands there. */
const pieceLength = 2048;

/** So far before a value is looked for the name of its field; tags are longer. */
const longestLabel = 64;
const longestTags = 320;

/** Gives the fields of a record of which one begins at a place; places come in order. */
function fieldsIn(bytes: Buffer): (place: number, sign: number) => NameFields | undefined {
  let known: { readonly piece: number; readonly fields: readonly NameFields[] } | undefined;
  return (place, sign) => {
    if (!isLabelled(bytes, place, (sign & ofTag) !== 0)) return undefined;
    const piece = Math.floor(place / pieceLength);
    if (known?.piece !== piece) known = { piece, fields: fieldsOf(bytes, piece * pieceLength) };
    return known.fields.find(({ first, last }) => first.start === place || last.start === place);
  };
}

/** Whether the name of a field stands before a place: behind a tag, or behind a sign that can be one of an attribute. */
function isLabelled(bytes: Buffer, place: number, isBehindTag: boolean): boolean {
  const isInTag = /(?:content|value)\s?=\s?["']$/i.test(
    bytes.toString("latin1", Math.max(0, place - longestLabel), place),
  );
  const from = Math.max(0, place - (isBehindTag || isInTag ? longestTags : longestLabel));
  const text = bytes.toString("latin1", from, isInTag ? place + longestTags : place);
  return [...labelsIn(text)].some(({ end }) => from + end === place);
}

function fieldsOf(bytes: Buffer, start: number): NameFields[] {
  const from = Math.max(0, start - near);
  const text = bytes.toString("latin1", from, start + pieceLength + near);
  return Array.from(pairsIn(text), ({ first, last }) => ({
    first: valueAt(text, first, from),
    last: valueAt(text, last, from),
  })).filter(({ first, last }) => Math.abs(first.start - last.start) <= near);
}

interface Pair {
  readonly first: Label;
  readonly last: Label;
}

/** First and last names of the same records. */
function* pairsIn(text: string): Generator<Pair> {
  /** The name that stands in a record so far without the other, on each level of those that are open. */
  const open: (Label | undefined)[] = [undefined];
  for (const step of stepsIn(text)) {
    if (step === "opens") open.push(undefined);
    else if (step === "closes") {
      open.pop();
      if (open.length === 0) open.push(undefined);
    } else if (step === "ends") open.fill(undefined);
    else {
      const before = open.at(-1);
      if (before === undefined || before.kind === step.kind) open[open.length - 1] = step;
      else {
        yield step.kind === "last" ? { first: before, last: step } : { first: step, last: before };
        open[open.length - 1] = undefined;
      }
    }
  }
}

/** What begins and ends records, and what names stand in them, in order. */
function stepsIn(text: string): (Label | "opens" | "closes" | "ends")[] {
  const steps: { readonly at: number; readonly step: Label | "opens" | "closes" | "ends" }[] = [];
  for (const one of labelsIn(text)) steps.push({ at: one.start, step: one });
  for (const { 0: mark, index, groups = {} } of text.matchAll(structure)) {
    const tag = groups["tag"]?.toLowerCase();
    if (mark === "{") steps.push({ at: index, step: "opens" });
    else if (mark === "}") steps.push({ at: index, step: "closes" });
    else if (tag === undefined || ending.has(tag)) steps.push({ at: index, step: "ends" });
    else if (!inRecord.has(tag) && !mark.endsWith("/>"))
      steps.push({ at: index, step: mark.startsWith("</") ? "closes" : "opens" });
  }
  return steps.toSorted((a, b) => a.at - b.at).map(({ step }) => step);
}

/** Braces, tags, blank lines and the next item of a list. */
const structure = /[{}]|<\/?(?<tag>[A-Za-z][\w:.-]{0,40})(?:\s[^<>]{0,120})?>|\n[ \t]{0,80}(?:\r?\n|[-+*][ \t])/g;

/** Elements of HTML that stand around many fields, and those that stand around one. */
const ending: ReadonlySet<string> = new Set("article body dl fieldset form hr li ol section table ul".split(" "));
const inRecord: ReadonlySet<string> = new Set(
  "a b br code dd div dt em font h1 h2 h3 h4 h5 h6 i img input label mark meta p small span strong tbody td th thead tr u".split(
    " ",
  ),
);

/** In Latin-1. */
function valueAt(text: string, { end, before }: Label, from: number): Range {
  const rest = text.slice(end, end + longestValue);
  const [quote] = /["'`]$/.exec(before) ?? [];
  const stop = quote === undefined ? unquotedEnd(before).exec(rest)?.index : rest.indexOf(quote);
  const value = rest
    .slice(0, stop === undefined || stop < 0 ? rest.length : stop)
    .replace(/(?<![\s\\*_])[\s\\*_]+$/, "");
  return { start: from + end, end: from + end + value.length };
}

const longestValue = 120;

function unquotedEnd(before: string): RegExp {
  if (/[^=-]>\s*$/.test(before)) return /</;
  return before.endsWith("=") ? /[\s,;&|"'<>)\]}]/ : /[\n\r,;|<&\t"}\])]/;
}

/** Names of more words are none. */
const mostWords = 4;

/** Of the first name one more may stand there: `Jane Mary`. */
function isDenied({ first, last }: NameFields, bytes: Buffer, kindOf: Lookup["kindOf"]): boolean {
  const firsts = wordsOf(first, bytes);
  const lasts = wordsOf(last, bytes).join(" ");
  if (firsts.length === 0 || lasts === "") return false;
  return firsts.some((_, index) => {
    const name = firsts.slice(0, index + 1).join(" ");
    return [`${name} ${lasts}`, `${lasts} ${name}`].some((form) => kindOf(form) === "person");
  });
}

function wordsOf(field: Range, bytes: Buffer): readonly string[] {
  const written = { ...plainReading(bytes, field), map: undefined, base: 0 };
  return normalForm((unescaped(written) ?? written).text).slice(0, mostWords);
}
