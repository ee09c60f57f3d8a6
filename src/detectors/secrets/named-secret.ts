import { guess } from "./guess.ts";
import type { NamePromise } from "./key-name.ts";

/**
 * How sure it is that a value is the secret which its name promises, from 0 for one that is none.
 * @param isSure whether it stands where only a value can stand, so that a password which a person chose counts
 * @param isSetting whether it stands where a plain word is a password, too
 */
export function confidenceOf(
  value: string,
  promise: NamePromise,
  isSure: () => boolean,
  isSetting: () => boolean,
): number {
  const looks = guess(value);
  if (looks === "none" || (looks === "uuid" && promise === "maybe")) return 0;
  if (looks === "uuid") return 0.6;
  if (looks === "words") return promise === "password" && value.length >= 7 && isSetting() ? 0.3 : 0;
  if (looks === "random" && promise === "password") return hash.test(value) && !isSetting() ? 0.6 : 0.9;
  if (looks === "random" && promise === "maybe") return value.length < 20 ? 0 : 0.6;
  if (looks === "random") return value.length >= (hexadecimal.test(value) ? 20 : 16) ? 0.9 : isSure() ? 0.5 : 0;
  if (promise === "password" && isSure()) return isScrambled(value) ? 0.8 : 0.5;
  if (promise === "password") return 0;
  return promise === "secret" && value.length >= 8 && strong.test(value) && isSure() ? 0.4 : 0;
}

/** Twelve characters or more, of every kind, without anything that reads like a word: what a password generator gives. */
function isScrambled(value: string): boolean {
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z\d]/];
  return value.length >= 12 && kinds.every((kind) => kind.test(value)) && !/[a-z]{4}|[A-Z]{5}/.test(value);
}

/** An MD5, SHA-1 or SHA-256 of a password, as likely as a password; in the environment of a program, a password it is. */
const hash = /^(?:[\da-f]{32}|[\da-f]{40}|[\da-f]{64})$/i;
const hexadecimal = /^[\da-f]+$/i;
const strong = /^(?=\D*\d)(?=.*[!@$%^&*?])/;
