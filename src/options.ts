import { GateError } from "./model/error.ts";

/** What an option has to be, and how that is said. */
interface Wanted {
  readonly what: string;
  readonly is: (value: unknown) => boolean;
}

/** Of each option a function has. */
export type Known<T> = { readonly [Name in keyof T]-?: Wanted };

export const text: Wanted = { what: "a text", is: (value) => typeof value === "string" };
const texts: Wanted = {
  what: "a text or a list of texts",
  is: (value) => [value].flat().every((one) => typeof one === "string"),
};
const yesOrNo: Wanted = { what: "true or false", is: (value) => typeof value === "boolean" };
export const milliseconds: Wanted = {
  what: "a number of milliseconds above 0",
  is: (value) => typeof value === "number" && value > 0,
};
/** What is wrong inside of a config is told when it is read. */
const textOrObject: Wanted = {
  what: "an object or the path of a file",
  is: (value) => typeof value === "string" || (typeof value === "object" && value !== null),
};

/** Of whatever finds config and lists. */
export const ofListing: Readonly<Record<"config" | "denylist" | "allowMissingDenylist", Wanted>> = {
  config: textOrObject,
  denylist: texts,
  allowMissingDenylist: yesOrNo,
};

/**
 * Holds what a program gives against what there is, as its compiler would: a misspelt `denyList` would be passed over in silence, and what
 * it names would pass.
 * @param to the function that it is given to
 * @throws {GateError} that says which option is wrong, and what was expected.
 */
export function checkOptions<T extends object>(to: string, known: Known<T>, options: T): void {
  const names = Object.keys(known);
  const remedy = `The options of ${to} are ${names.join(", ")}.`;
  const given: unknown = options; // no compiler may have seen it
  if (typeof given !== "object" || given === null || Array.isArray(given))
    throw new GateError(`${to} takes an object with options`, remedy);
  const wants: Readonly<Record<string, Wanted>> = known;
  for (const [name, value] of Object.entries(given)) {
    const wanted = Object.hasOwn(wants, name) ? wants[name] : undefined;
    if (wanted === undefined) throw new GateError(`${to} has no option ${JSON.stringify(name)}`, remedy);
    if (value !== undefined && !wanted.is(value))
      throw new GateError(`"${name}" of ${to} is to be ${wanted.what}`, remedy);
  }
}
