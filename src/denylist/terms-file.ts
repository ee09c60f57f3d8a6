import { isUtf8 } from "node:buffer";
import { GateError } from "../model/error.ts";
import { type Line, parseLine, type Problem } from "./terms-line.ts";
import type { Term } from "./term.ts";

/** A list of terms as its owner wrote it: comments, empty lines and order are kept when it is changed. */
export interface TermsFile {
  readonly lines: readonly Line[];
}

/** A term, and where it stands: counted from 1. */
export interface PlacedTerm {
  readonly term: Term;
  readonly line: number;
}

/**
 * Reads a list: one term in each line, `kind[options]: text` or just the text; `#` begins a comment.
 * @param name the file's name, for messages.
 * @param isLenient whether a wrong line is left out
 * @throws {GateError} that names the line by its number, and none of its text.
 */
export function readTerms(bytes: Uint8Array, name: string, isLenient = false): TermsFile {
  if (!isUtf8(bytes))
    throw new GateError(
      `the deny list ${name} is no text in UTF-8`,
      "Save it as UTF-8. If it was a sealed list or a lock, it is damaged: restore it.",
    );
  const text = Buffer.from(bytes).toString("utf8");
  const raw = text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
  const lines = raw.map((line, index) => parseLine(line, index === 0));
  if (isLenient) return { lines: lines.filter((line) => "raw" in line) };
  return { lines: lines.map((line, index) => checked(line, name, index + 1)) };
}

/** All terms, with the numbers of their lines. */
export function termsOf({ lines }: TermsFile): PlacedTerm[] {
  return lines.flatMap(({ term }, index) => (term === undefined ? [] : [{ term, line: index + 1 }]));
}

export function printTerms({ lines }: TermsFile): string {
  return lines.map(({ raw }) => raw).join("");
}

/** The list with these terms at its end, but for those that it has. */
export function withTerms(file: TermsFile, added: readonly Term[]): TermsFile {
  const known = new Set(termsOf(file).map(({ term }) => identityOf(term)));
  const fresh = new Map(added.map((term) => [identityOf(term), term]));
  for (const identity of known) fresh.delete(identity);
  const end = file.lines.find(({ raw }) => raw.endsWith("\r\n")) === undefined ? "\n" : "\r\n";
  const lines = file.lines.map(ended(end));
  return { lines: [...lines, ...[...fresh.values()].map((term) => ({ raw: printTerm(term) + end, term }))] };
}

/**
 * The list without these terms; kind and options need not be the same where none are given.
 * @returns also the places in `removed` that are not in the list, counted from 1.
 */
export function withoutTerms(file: TermsFile, removed: readonly Term[]): { file: TermsFile; unknown: number[] } {
  const unknown = removed.flatMap((wanted, index) =>
    file.lines.some(({ term }) => term !== undefined && isMeant(term, wanted)) ? [] : [index + 1],
  );
  const lines = file.lines.filter(({ term }) => term === undefined || !removed.some((wanted) => isMeant(term, wanted)));
  return { file: { lines }, unknown };
}

function isMeant(term: Term, wanted: Term): boolean {
  return sameText(term.text) === sameText(wanted.text) && (wanted.kind === term.kind || isBare(wanted));
}

/** A term as a line that reads as the same term. */
export function printTerm({ kind, text, options }: Term): string {
  const behind = options.length === 0 ? "" : `[${options.join(", ")}]`;
  const written = kind === "secret" && !isPlain(text) ? JSON.stringify(text) : text;
  return `${kind}${behind}: ${written}`;
}

/** What would not come back as it is: breaks, spaces at its ends, and what looks like a text in quotation marks. */
function isPlain(value: string): boolean {
  return value.trim() === value && !value.startsWith('"') && !/\p{Cc}|\uFEFF/u.test(value);
}

/** A line that says no kind has got one by how many words it has. */
function isBare({ kind }: Term): boolean {
  return kind === "person" || kind === "word";
}

function identityOf(term: Term): string {
  return JSON.stringify([term.kind, sameText(term.text), term.options.toSorted()]);
}

function sameText(text: string): string {
  return text.normalize("NFC").replaceAll(/\s+/g, " ");
}

function ended(end: string): (line: Line) => Line {
  return (line) => (/[\r\n]$/.test(line.raw) ? line : { ...line, raw: line.raw + end });
}

function checked(line: Line | Problem, name: string, number: number): Line {
  if ("raw" in line) return line;
  throw new GateError(`line ${number} of the deny list ${name} ${line.what}`, line.remedy);
}
