import type { Term } from "../src/denylist/term.ts";
import { numbers } from "./random.ts";

/** People whose names nobody has, the same ones each time. */
export function namesOf(count: number): Term[] {
  const random = numbers(5);
  const syllables =
    "ba be bo da do fa fi ga go ka ki la lu ma mi na no pa po ra ri sa so ta to va vi wa xo za zu".split(" ");
  const name = (length: number): string => {
    const small = Array.from({ length }, () => syllables[random(syllables.length)] ?? "").join("");
    return small.slice(0, 1).toUpperCase() + small.slice(1);
  };
  return Array.from({ length: count }, () => ({ kind: "person", text: `${name(3)} ${name(4)}`, options: [] }));
}
