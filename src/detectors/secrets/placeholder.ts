/** Words that people write where a secret would stand, and the marks of the vendors' own documentation. */
const words =
  /example|sample|placeholder|dummy|change[-_]?(?:me|it|this)|replace[-_]?(?:me|this|with)|insert[-_]?|redacted|removed|masked|hidden|your[-_]|my[-_]?(?:secret|token|password|api|key)|fake|todo|abcdef|test[-_]?(?:key|token|secret|value|password)|not[-_]?(?:a|the)?[-_]?(?:real|secret|used)|lorem|foobar/i;

/** `xxx` at an edge of the value or of a part of it; within, four: three stand in one of a thousand long random values. */
const crosses = /(?<![A-Za-z0-9])(?:xxx|XXX)|(?:xxx|XXX)(?![A-Za-z0-9])|xxxx|XXXX/;

/** One character over and over, or `0123456789`, `abcdefgh` and their like. */
const repeated = /^(.{1,4}?)\1+.{0,3}$|(.)\2{7}|(?:0123456789|1234567890|9876543210)/s;

/**
 * Whether a value of a known format was written by a person to show the format: it repeats itself, counts up, or says so.
 * `value` is what follows the public prefix.
 */
export function isPlaceholder(value: string): boolean {
  return (
    repeated.test(value) || words.test(value) || crosses.test(value) || distinct(value) < Math.min(5, value.length / 2)
  );
}

/** How many different characters the value has. */
export function distinct(value: string): number {
  return new Set(value).size;
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
