import type { RuleId } from "../../src/model/class.ts";

/** Something that a built site publishes, and where whoever looks could find it. */
export interface Leak {
  /** What the templates of examples/site/pages and scripts call it. */
  readonly slot: string;
  /** Of the built site, as it is told; a star stands for the digits that its contents gave it. */
  readonly file: string;
  /** Where its name is told otherwise. */
  readonly path?: string;
  /** What is put there: a template, see src/detectors/template.ts. */
  readonly leak: string;
  /** How that is written there, where it is not as it is. */
  readonly as?: (text: string) => string;
  /** What stands there in the clean twin; the twin has no such file where it is missing. */
  readonly twin?: string | undefined;
  /** What the leak begins with in the built file, if the build changes it. Nothing stands for the whole file. */
  readonly written?: string;
  /** What stands right before it, where it is compressed. */
  readonly behind?: string;
  /** Line and column, where what stands in the file does not tell them. */
  readonly at?: readonly [line: number, column: number];
  /** How it is told. */
  readonly rule: RuleId;
  readonly surface: string;
  /** The file that holds it, where no template does. */
  readonly make?: (text: string) => Buffer | string;
}

/** What differs from a name of the owner's deny list. */
type Change = Partial<Pick<Leak, "leak" | "as" | "twin" | "written" | "at" | "rule">>;

const name = "Marlene Vosskamp";
const token = "ghp_{base62:30}{crc32}";

/** The same name with an escape of JavaScript and JSON. */
export const escaped: string = "Marlene Vo\\u00dfkamp";

export const tokens: Change = { leak: token, rule: "secret/github-token" };

/** Where somebody builds the site. */
export const home: Change = {
  leak: "/home/marlene-vosskamp",
  twin: "/srv/build",
  rule: "infrastructure/home-directory",
};

/** What nobody is to hear of yet. */
export const project: Change = { leak: "nightjar", twin: "a reading", rule: "term/codename" };

/** A source map has the sources themselves. */
export const sourceMap: Change = { leak: '"sourcesContent"', twin: undefined, rule: "artifact/source-map" };

/** In the order in which they stand in the file. */
export function inFile(
  file: string,
  all: readonly (readonly [slot: string, surface: string, change?: Change])[],
): Leak[] {
  return all.map(([slot, surface, change]) => ({
    slot,
    file,
    surface,
    rule: "term/person",
    leak: name,
    twin: "the crew",
    ...change,
  }));
}

export function made(file: string, surface: string, make: (text: string) => Buffer | string): Leak {
  return { slot: file, file, surface, rule: "term/person", leak: name, twin: "The whole crew", make };
}

/** @param behind what stands right before it; nothing where all of the file is compressed */
export function compressed(file: string, surface: string, behind: string, make: (text: string) => Buffer): Leak {
  return { ...made(file, surface, make), ...(behind === "" ? { written: "" } : { behind }) };
}

/** What does not belong on a site: there is none in the twin. @param rule of its name, where that tells it */
export function foreign(
  file: string,
  rule: RuleId | undefined,
  make: (text: string) => Buffer | string,
  surface: string = "text",
): Leak[] {
  const held = { slot: file, file, surface, leak: token, rule: "secret/github-token", make } as const;
  return rule === undefined ? [held] : [{ ...held, written: "", surface: "file name", rule }, held];
}
