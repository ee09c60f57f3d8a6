import { distinct, isRandom, isRow } from "./random.ts";

/** Words that people write where a secret would stand, and the marks of the vendors' own documentation. */
const words =
  /example|sample|placeholder|dummy|change[-_]?(?:me|it|this)|replace[-_]?(?:me|this|with)|insert[-_]?|redacted|removed|masked|hidden|your[-_]|my[-_]?(?:secret|token|password|api|key)|fake|todo|abcdef|test[-_]?(?:key|token|secret|value|password)|not[-_]?(?:a|the)?[-_]?(?:real|secret|used)|lorem|foobar/i;

/** `xxx` at an edge of the value or of a part of it, `xxxx` anywhere. */
const crosses = /(?<![A-Za-z0-9])(?:x{3,}|X{3,})|(?:x{3,}|X{3,})(?![A-Za-z0-9])|x{4,}|X{4,}/;

/** The same over and over (`xx…`, `deadbeefdeadbeefdeadbeef`), or `0123456789`, `abcdefgh` and their like. A person's password may be a word twice. */
const repeated =
  /^(.{1,4}?)\1+.{0,3}$|^([0-9a-fA-F]{5,16}?)\2{2,}.{0,15}$|(.)\3{7}|(?:0123456789|1234567890|9876543210)/s;

/**
 * Whether a value of a known format was written by a person to show the format: it repeats itself, counts up, or says so.
 * `value` is what follows the public prefix.
 */
export function isPlaceholder(value: string): boolean {
  return repeated.test(value) || distinct(value) < Math.min(5, value.length / 2) || saysSo(value);
}

/**
 * Whether a word in the value says that it is none. Of random values of forty characters, one in ten thousand has `fake` or
 * `xxxx` in it: a word that may stand there by chance counts only where the rest does not look random too. Less than one in a
 * million random values is lost that way.
 */
function saysSo(value: string): boolean {
  const hits = [words.exec(value), crosses.exec(value)].filter((hit) => hit !== null);
  if (hits.length === 0) return false;
  if (hits.some((hit) => chance(hit, value) < 1e-7)) return true;
  const rest = hits.reduce((text, [word]) => text.replace(word, ""), value);
  return rest.length < 16 || isRow(rest) || !isRandom(rest);
}

/** How likely a random value of that length and alphabet has this word, in any case, where it stands. */
function chance({ 0: word, index }: RegExpExecArray, value: string): number {
  const end = index + word.length;
  const atEdge = index === 0 || end === value.length;
  // A mark beside the word, `-fake-`, is one more character that has to be there.
  const marks = Number(/[^A-Za-z0-9]/.test(value.charAt(index - 1))) + Number(/[^A-Za-z0-9]/.test(value.charAt(end)));
  return (atEdge ? 2 : value.length) / alphabetOf(value) ** (word.length + marks);
}

/** Of how many characters one is as good as another, where a word may stand in capitals as well. */
function alphabetOf(value: string): number {
  if (/^[0-9a-f]+$|^[0-9A-F]+$/.test(value)) return 16;
  return /^(?:[a-z]+|[A-Z]+)$/.test(value) ? 26 : 31;
}

/**
 * Shannon entropy in bits a character. 32 random hex digits have about 3.6, 32 random letters and digits about 4.5,
 * English words about 3.
 */
export function entropy(value: string): number {
  const counts = new Map<string, number>();
  for (const character of value) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / value.length) * Math.log2(count / value.length);
  return bits;
}
