import { alphanumeric } from "./byte-runs.ts";
import { pairCost } from "./letter-pairs.ts";
import type { Range } from "./range.ts";

/** Whether a person may have chosen the value, `password`, or nobody did, `key`. */
export type ValueKind = "key" | "password";

/** In bytes behind the end of a literal. */
const farthest = 320;

/** What the engine takes together as one piece of a value. */
export const valueCharacters = (): string => `${alphanumeric}!#$%&*+./:;<=>?@^_|~-`;

const pieces = { key: /[\w!#$%&*+./:;<=>?@^|~-]{6,}/g, password: /[\w!#$%&*+./:;<=>?@^|~-]{5,}/g } as const;
const marks = { key: /\d/, password: /[\d!#$%&*+^~]|.@/ } as const;

/** In bits, above those of words. */
const enough = { key: 14, password: 12 } as const;

/**
 * Whether a value shows, in the 320 bytes from the end of a literal on, that it could be a secret: what kernel/value.ts looks for behind
 * frequent literals, so that windows open only there. Detectors ask for it as well, or which values they find would depend on what stands
 * beside them. The byte before a value is no letter and no digit.
 * - A piece of six characters with a digit; of a password five, and a mark will do, `@` only behind another character.
 * - Letters that are not in the order of words: more by fourteen bits than four bits for each, by twelve of a password. That takes ten
 *   random letters.
 */
export function showsValue(text: string, { start, end }: Range, literalEnd: number, kind: ValueKind): boolean {
  const value = text.slice(Math.max(start, literalEnd), Math.min(end, literalEnd + farthest));
  return (value.match(pieces[kind]) ?? []).some((piece) => marks[kind].test(piece)) || isDrawn(value, enough[kind]);
}

function isDrawn(value: string, bits: number): boolean {
  let score = 0; // in half bits
  for (let at = 0; at < value.length; at++) {
    score = Math.max(0, score + excess(value.charAt(at - 1), value.charAt(at)));
    if (score >= 2 * bits) return true;
  }
  return false;
}

/** How many half bits a character costs more than one in a word does. Behind anything but letters and `+-/_` all begins anew. */
function excess(before: string, character: string): number {
  if (!letter.test(character)) return "+-/_".includes(character) ? -1 : -Infinity;
  if (!letter.test(before)) return 1;
  if (capital.test(character) && !capital.test(before)) return 5; // the next word of a camelCase name
  return 2 * (pairCost(before.charCodeAt(0), character.charCodeAt(0)) - 4);
}

const letter = /[A-Za-z]/;
const capital = /[A-Z]/;
