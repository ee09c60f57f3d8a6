import { randomFillSync } from "node:crypto";
import type { Lookup } from "./lookup.ts";
import { type TermKind, termKinds } from "./term.ts";

/** In a power of two: so many answers are kept at most. */
const places = 1 << 18;

/** By their numbers in the table; 0 for a free place. */
const answers: readonly (TermKind | undefined)[] = [undefined, undefined, ...termKinds];

/**
 * Asks each question of a lock once, as long as its answer is not needed for another's: an answer costs an HMAC, and texts repeat
 * themselves. Questions are told apart by hashes of 64 bits that differ from process to process, so that no text can be written to make
 * a term look like something that was asked before; the questions themselves would keep the texts in memory that they are cut from.
 */
export function remembered(ask: Lookup["kindOf"]): Lookup["kindOf"] {
  const seeds = randomFillSync(new Uint32Array(2));
  const hashes = new Uint32Array(2 * places);
  const kinds = new Uint8Array(places);
  return (question) => {
    let one = seeds[0] ?? 0;
    let other = seeds[1] ?? 0;
    for (let at = 0; at < question.length; at++) {
      const unit = question.charCodeAt(at);
      one = Math.imul(one ^ unit, 0x85ebca6b);
      one ^= one >>> 15;
      other = Math.imul(((other << 13) | (other >>> 19)) ^ Math.imul(unit, 0xcc9e2d51), 5) + 0x6546b64;
    }
    const low = (one ^ question.length) >>> 0;
    const high = other >>> 0;
    const place = Math.imul(low ^ high, 0x9e3779b1) >>> 14;
    const known = kinds[place] ?? 0;
    if (known !== 0 && hashes[2 * place] === low && hashes[2 * place + 1] === high) return answers[known];
    const answer = ask(question);
    hashes[2 * place] = low;
    hashes[2 * place + 1] = high;
    kinds[place] = answer === undefined ? 1 : 2 + termKinds.indexOf(answer);
    return answer;
  };
}
