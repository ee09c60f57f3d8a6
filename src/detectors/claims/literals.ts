/**
 * Texts of which every match of a pattern contains one, in whatever case, by which the engine finds where to look; undefined where there
 * are none that can be told. It reads RE2's syntax as far as it must, and where it does not understand something it knows nothing: a text too many
 * would lose a match, none costs time alone.
 */
export function literalsOfPattern(pattern: string): string[] | undefined {
  const reader = { pattern, at: 0 };
  const found = alternatives(reader);
  return found === undefined || reader.at < pattern.length ? undefined : [...new Set(found)];
}

interface Reader {
  readonly pattern: string;
  at: number;
}

/** Undefined, where a part of the pattern has no literal. */
type Literals = readonly string[] | undefined;

function alternatives(reader: Reader): Literals {
  const all: Literals[] = [sequence(reader)];
  while (reader.pattern[reader.at] === "|") {
    reader.at++;
    all.push(sequence(reader));
  }
  return all.every((one) => one !== undefined) ? all.flat() : undefined;
}

/** Of all that stands in a row, whatever has the longest literals. */
function sequence(reader: Reader): Literals {
  let best: Literals;
  let run = "";
  const end = (): void => {
    if (run !== "") best = better(best, [run]);
    run = "";
  };
  for (;;) {
    const atom = atomAt(reader);
    if (atom === undefined) break;
    const repeated = quantifier(reader);
    if (typeof atom === "string" && repeated === "once") run += atom;
    else {
      // What stands there at least once ends a run and begins none: "ab+c" has "ab" and then "c".
      if (typeof atom === "string" && repeated === "more") run += atom;
      end();
      if (typeof atom !== "string" && repeated !== "maybe") best = better(best, atom.literals);
    }
  }
  end();
  return best;
}

function better(a: Literals, b: Literals): Literals {
  return weight(b) > weight(a) ? b : a;
}

/** The engine looks for two bytes at least; the longer the shortest, the rarer. */
function weight(literals: Literals): number {
  if (literals === undefined || literals.length === 0) return 0;
  const shortest = Math.min(...literals.map((literal) => literal.length));
  return shortest < 2 ? 0 : shortest;
}

/** A character, or something that holds literals or none; undefined at the end of a sequence. */
function atomAt(reader: Reader): string | { readonly literals: Literals } | undefined {
  const character = reader.pattern[reader.at];
  if (character === undefined || character === "|" || character === ")") return undefined;
  reader.at++;
  if (character === "(") return groupAt(reader);
  if (character === "[") return classAt(reader);
  if (character === "\\") return escapeAt(reader);
  return plain.test(character) ? character : { literals: undefined };
}

/** Letters whose other cases are ASCII too: those of k and s are not all. A space may be one that is none of ASCII. */
const plain = /^[a-jl-rt-zA-JL-RT-Z0-9_,:;@#%&='"<>/!~`-]$/;

function groupAt(reader: Reader): { readonly literals: Literals } {
  const { pattern } = reader;
  const [head] = /^\?(?::|P?<\w+>)/.exec(pattern.slice(reader.at)) ?? [""];
  // Flags change what the rest means.
  if (head === "" && pattern[reader.at] === "?") return nothingKnown(reader);
  reader.at += head.length;
  const literals = alternatives(reader);
  if (pattern[reader.at] !== ")") return nothingKnown(reader);
  reader.at++;
  return { literals };
}

function classAt(reader: Reader): { readonly literals: Literals } {
  const [whole] = /^\^?\]?(?:\[:\^?\w+:\]|\\.|[^\]\\])*\]/s.exec(reader.pattern.slice(reader.at)) ?? [];
  if (whole === undefined) return nothingKnown(reader);
  reader.at += whole.length;
  return { literals: undefined };
}

function escapeAt(reader: Reader): string | { readonly literals: Literals } {
  const character = reader.pattern[reader.at] ?? "";
  reader.at++;
  if (/^[.\-+*?()[\]{}|^$/]$/.test(character)) return character;
  // Classes and borders of words; whatever has a body of its own is left alone.
  return /^[dDsSwWbBAz]$/.test(character) ? { literals: undefined } : nothingKnown(reader);
}

/** Gives up: the place where it stops is not the end. */
function nothingKnown(reader: Reader): { readonly literals: Literals } {
  reader.at = Number.NEGATIVE_INFINITY;
  return { literals: undefined };
}

function quantifier(reader: Reader): "once" | "more" | "maybe" {
  const [whole, kind, least] =
    /^(?:([*+?])|\{(\d+)(?:,\d*)?\})\??/.exec(reader.pattern.slice(Math.max(0, reader.at))) ?? [];
  if (whole === undefined || reader.at < 0) return "once";
  reader.at += whole.length;
  return kind === "+" || Number(least ?? 0) > 0 ? "more" : "maybe";
}
