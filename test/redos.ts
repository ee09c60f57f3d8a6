import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { runInNewContext } from "node:vm";
import { type Parameters as Effort, check } from "recheck";
import { parseSync, Visitor, type VisitorObject } from "rolldown/utils";

/** A regular expression of the source, and the file that it stands in. */
export interface Pattern {
  readonly file: string;
  readonly source: string;
  readonly flags: string;
}

/**
 * Every regular expression of a project's src/: the literals, as a parser finds them, and what modules build with `RegExp(…)`
 * while they are loaded. What a function builds later is taken with `x` in place of what it fills in.
 * @throws where a function builds a pattern of which nothing is known before it runs.
 */
export async function patternsOf(root: string): Promise<Pattern[]> {
  const written: Pattern[] = [];
  const building: string[] = [];
  for (const file of globSync("src/**/*.ts", { cwd: root, exclude: (name) => name.endsWith(".test.ts") }).toSorted()) {
    const { patterns, opaque } = read(file, readFileSync(join(root, file), "utf8"));
    written.push(...patterns);
    if (opaque) building.push(file);
  }
  const built = await recorded(root, building);
  const unknown = building.filter((file) => !built.some((pattern) => pattern.file === file));
  if (unknown.length > 0) throw new Error(`patterns that are built when the program runs: ${unknown.join(", ")}`);
  return [...new Map([...written, ...built].map((pattern) => [`/${pattern.source}/${pattern.flags}`, pattern])).values()];
}

/** The patterns that stand in a file, and whether it has more that only show when it is loaded. */
function read(file: string, text: string): { patterns: Pattern[]; opaque: boolean } {
  const patterns: Pattern[] = [];
  let opaque = false;
  let depth = 0;
  const enter = (): void => void depth++;
  const leave = (): void => void depth--;
  const construct = ({ callee, arguments: [pattern, flags] }: Construction): void => {
    if (callee.type !== "Identifier" || callee.name !== "RegExp") return;
    const template = pattern?.type === "TaggedTemplateExpression" ? pattern.quasi : pattern;
    if (depth > 0 && template?.type === "TemplateLiteral") {
      const source = template.quasis.map(({ value }) => (template === pattern ? value.cooked : value.raw)).join("x");
      patterns.push({ file, source, flags: flags?.type === "Literal" ? String(flags.value) : "" });
    } else opaque = true;
  };
  const { program, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file} cannot be parsed`);
  new Visitor({
    Literal: (node) => {
      if ("regex" in node) patterns.push({ file, source: node.regex.pattern, flags: node.regex.flags });
    },
    NewExpression: construct,
    CallExpression: construct,
    FunctionDeclaration: enter,
    "FunctionDeclaration:exit": leave,
    FunctionExpression: enter,
    "FunctionExpression:exit": leave,
    ArrowFunctionExpression: enter,
    "ArrowFunctionExpression:exit": leave,
  }).visit(program);
  return { patterns, opaque };
}

type Construction = Parameters<NonNullable<VisitorObject["NewExpression"] | VisitorObject["CallExpression"]>>[0];

/** Loads modules, and takes down what they give to RegExp while that goes on. */
async function recorded(root: string, files: readonly string[]): Promise<Pattern[]> {
  const patterns: Pattern[] = [];
  const original = globalThis.RegExp;
  const make = (args: readonly unknown[]): RegExp => {
    const made: RegExp = Reflect.construct(original, args);
    const file = /\/(src\/[\w/.-]{1,200}\.ts)/.exec(new Error("where").stack ?? "")?.[1];
    if (file !== undefined) patterns.push({ file, source: made.source, flags: made.flags });
    return made;
  };
  globalThis.RegExp = new Proxy(original, {
    construct: (_target, args: unknown[]) => make(args),
    apply: (_target, _this, args: unknown[]) => make(args),
  });
  try {
    for (const file of files) await import(pathToFileURL(join(root, file)).href);
  } finally {
    globalThis.RegExp = original;
  }
  return patterns;
}

/**
 * Why a pattern can be made to stall, or undefined. recheck looks for a text that takes long, and counts steps; what it finds
 * then has to take long in truth, because a bounded repetition costs many steps and no more with a longer text.
 * @param effort how long recheck looks.
 */
export async function stallOf({ source, flags }: Pattern, effort: Effort = {}): Promise<string | undefined> {
  const result = await check(source, flags.replaceAll(/[dv]/g, ""), effort); // it knows neither, and they change no step
  if (result.status === "safe") return undefined;
  if (result.status === "unknown") return `recheck cannot tell: ${result.error.kind}`;
  const pattern = new RegExp(source, flags.includes("g") ? flags : `${flags}g`);
  const { pumps, suffix } = result.attack;
  const textOf = (length: number): string => {
    const pumped = pumps.map(({ prefix, pump }) => prefix + pump.repeat(length / pump.length / pumps.length));
    return pumped.join("") + suffix;
  };
  const short = await millisecondsOf(pattern, textOf(32_768));
  const long = await millisecondsOf(pattern, textOf(131_072));
  const stalls = long > 300 && (long === Infinity || long > 8 * short);
  return stalls ? `${result.complexity.summary}: ${result.attack.pattern}` : undefined;
}

/** How long it takes to find all matches; the shorter of two tries, because the machine does other things as well. */
async function millisecondsOf(pattern: RegExp, text: string): Promise<number> {
  let shortest = Infinity;
  for (let time = 0; time < 2; time++) {
    const start = performance.now();
    try {
      runInNewContext("for (const match of text.matchAll(pattern));", { pattern, text }, { timeout: 4000 });
    } catch {
      continue;
    }
    shortest = Math.min(shortest, performance.now() - start);
  }
  return shortest;
}
