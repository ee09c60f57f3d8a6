import { pairCost } from "../../model/letter-pairs.ts";

/**
 * How many bits a model of words and names needs to write a value down. A value that people made of words
 * (`accessTokenValue`, `com.example.app`) needs about four bits a character, one that a machine drew from letters and digits
 * about six, random lower-case letters about 5.9, hexadecimal digits about five.
 */
export function surprise(value: string): number {
  let bits = 0;
  let before = "other";
  for (let at = 0; at < value.length; at++) {
    const kind = kindOf(value.charCodeAt(at));
    if (kind === "digit") bits += before === "digit" ? 3.3 : 5.8;
    else if (kind === "other") bits += " -./:_".includes(value.charAt(at)) ? 3.5 : 5.5;
    else if (before === "digit") bits += 6.7;
    else if (before === "other") bits += 4.7;
    else if (before === "lower" && kind === "upper") bits += 6.7; // the next word of a camelCase name
    else bits += pair(value, at) + (kind === "lower" && capitalsBefore(value, at) ? 1.5 : 0);
    before = kind;
  }
  return bits;
}

function kindOf(code: number): "lower" | "upper" | "digit" | "other" {
  if (code >= 97 && code <= 122) return "lower";
  if (code >= 65 && code <= 90) return "upper";
  return code >= 48 && code <= 57 ? "digit" : "other";
}

function capitalsBefore(value: string, at: number): boolean {
  return at > 1 && kindOf(value.charCodeAt(at - 1)) === "upper" && kindOf(value.charCodeAt(at - 2)) === "upper";
}

function pair(value: string, at: number): number {
  return pairCost(value.charCodeAt(at - 1), value.charCodeAt(at));
}
