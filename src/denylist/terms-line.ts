import { type Term, type TermKind, termKinds, type TermOption } from "./term.ts";

/** One line of a list, with its line break. */
export interface Line {
  readonly raw: string;
  /** Undefined for comments and empty lines. */
  readonly term?: Term;
}

/** Why a line is wrong; nothing of its text is in it. */
export interface Problem {
  /** Goes on behind "line 7 of the deny list". */
  readonly what: string;
  readonly remedy: string;
}

const termOptions = {
  alone: ["person"],
  german: ["person", "customer", "codename", "word"],
  slavic: ["person", "customer", "codename", "word"],
} as const satisfies Record<TermOption, readonly TermKind[]>;

/** More words than that are no name, and make a lock slow to look through. */
const mostWords = 8;

/** In bytes. A key of RSA in PEM has some three thousand. */
const leastValue = 2;
const mostValue = 8192;

const noValue: Problem = {
  what: `has a value of fewer than ${leastValue} or more than ${mostValue} bytes`,
  remedy: "Of a longer one deny a part that nothing else has; a shorter one stands in every text.",
};

const halfCharacter: Problem = {
  what: "has a value with half of a character, which no text in UTF-8 can have",
  remedy: String.raw`JSON escapes such a character as two: \ud83d\ude00.`,
};

/** @param isFirst whether a byte order mark can stand in front. */
export function parseLine(raw: string, isFirst: boolean): Line | Problem {
  const text = (isFirst ? raw.replace(/^\uFEFF/, "") : raw).trim();
  if (text === "" || text.startsWith("#")) return { raw };
  if (isOfOther(text)) return ofOther;
  const [, word, written, rest = ""] = /^([a-z]+)(?:\[([^\]]*)\])?:(?=\s|$|[^/\s\d])(.*)$/isu.exec(text) ?? [];
  const kind = word === undefined ? undefined : kindOf(word);
  // `Acme:Corp` is a text with a colon; `acme: Corp` is a kind that does not exist, and would never match as a text.
  if (word !== undefined && kind === undefined && (written !== undefined || /^\s|^$/.test(rest))) return noKind;
  if (kind === undefined) return bareTerm(raw, text);
  const options = optionsOf(written, kind);
  if (options === undefined) return noOptions(kind);
  return checkedTerm(raw, { kind, text: kind === "secret" ? valueOf(rest.trim()) : rest.trim(), options });
}

function bareTerm(raw: string, text: string): Line | Problem {
  const [first = "", ...others] = withoutComment(text).split(/\s+/u);
  return checkedTerm(raw, {
    kind: others.length > 0 ? "person" : "word",
    text: [first, ...others].join(" "),
    options: [],
  });
}

function checkedTerm(raw: string, term: Term): Line | Problem {
  const isExact = term.kind === "secret" || term.kind === "exact";
  const text = isExact ? term.text : withoutComment(term.text);
  if (text === "")
    return { what: "has a kind and no term", remedy: "Write the term behind the colon, or delete the line." };
  if (term.kind === "secret") {
    if (!text.isWellFormed()) return halfCharacter;
    const { length } = Buffer.from(text);
    return length < leastValue || length > mostValue ? noValue : { raw, term };
  }
  if (/\p{Cc}/u.test(text.replaceAll("\t", " ")))
    return { what: "has a control character", remedy: "Type the line anew." };
  if (!/[\p{L}\p{N}]/u.test(text))
    return { what: "has neither a letter nor a digit", remedy: "Write a term, or `#` before a comment." };
  if (!isExact && /\s#/u.test(text))
    return {
      what: "has a # in it that begins neither a comment nor a word's end",
      remedy: "Put a space on both sides of the # of a comment, or write `exact:` before a term that has one.",
    };
  if (text.split(/[\s\p{P}]+/u).filter((word) => word !== "").length > mostWords)
    return { what: `has more than ${mostWords} words`, remedy: "Deny the part of it that tells something." };
  return { raw, term: { ...term, text } };
}

/** `Jane Public # a comment` */
function withoutComment(text: string): string {
  return text.replace(/\s#(?:\s.*)?$/su, "").trim();
}

function kindOf(word: string): TermKind | undefined {
  return termKinds.find((kind) => kind === word.toLowerCase());
}

function optionsOf(written: string | undefined, kind: TermKind): readonly TermOption[] | undefined {
  const names = (written ?? "").split(",").map((name) => name.trim().toLowerCase());
  if (names.length === 1 && names[0] === "") return [];
  const isOption = (name: string): name is TermOption =>
    Object.entries(termOptions).some(([option, kinds]) => option === name && kinds.some((of) => of === kind));
  return names.every(isOption) ? [...new Set(names)] : undefined;
}

/** A value that has line breaks, or spaces at its ends, is written as JSON writes a text. */
function valueOf(text: string): string {
  if (!/^".*"$/su.test(text)) return text;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "string" ? value : text;
  } catch {
    return text;
  }
}

/** What only stands in a sealed list or a lock: a damaged one must not be taken for a list of strange words. */
function isOfOther(text: string): boolean {
  return /^-{5}|-{5}$|^[0-9a-f]{22}$|^(?:outgate-lock|normal-form|canary) |^(?:<{7}|={7}|>{7})(?: |$)/.test(text);
}

const ofOther: Problem = {
  what: "looks like a line of a sealed list, of a lock or of an unfinished merge",
  remedy:
    "Restore the file: it is damaged, or a merge has left its conflicts in it. A term that looks so needs its kind.",
};

const noKind: Problem = {
  what: "begins with a kind that does not exist",
  remedy: `There are: ${termKinds.join(", ")}. Before a term with a colon in it write its kind, such as \`word:\`.`,
};

function noOptions(kind: TermKind): Problem {
  const known = Object.entries(termOptions).filter(([, kinds]) => kinds.some((of) => of === kind));
  const names = known.map(([option]) => option).join(", ");
  return { what: "has an option that its kind does not have", remedy: `There are: ${names === "" ? "none" : names}.` };
}
