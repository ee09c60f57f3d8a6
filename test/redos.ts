import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { runInNewContext } from "node:vm";
import { type Parameters as Effort, check } from "recheck";
import { parseSync, Visitor, type VisitorObject } from "rolldown/utils";

// What recheck starts where it is asked for the first time. Windows does not start scripts.
if (process.platform !== "win32") process.env["RECHECK_BIN"] ??= resolve("test/recheck.sh");

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
  return [
    ...new Map([...written, ...built].map((pattern) => [`/${pattern.source}/${pattern.flags}`, pattern])).values(),
  ];
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

/** The longest text that the patterns of a file or a folder meet, where that is not a whole document. */
const longestTexts: readonly { readonly path: string; readonly bytes: number }[] = [
  { path: "src/detectors/artifacts/", bytes: 4096 }, // a path
  { path: "src/reporters/summary.ts", bytes: 32 }, // a number
];

function longestText({ file }: Pattern): number {
  return longestTexts.find(({ path }) => file.startsWith(path))?.bytes ?? 131_072;
}

/** What `stallsIn` found of a pattern before is true as long as the pattern, the effort and recheck are the same. */
const cache = "node_modules/.cache/outgate/patterns-that-do-not-stall.json";

/** The patterns that can be made to stall, each in a line that says how. Two at a time, for a machine with two cores. */
export async function stallsIn(patterns: readonly Pattern[], effort: Effort): Promise<string[]> {
  const { version } = JSON.parse(readFileSync("node_modules/recheck/package.json", "utf8"));
  const keyOf = (pattern: Pattern): string =>
    JSON.stringify([pattern.source, pattern.flags, longestText(pattern), effort, version]);
  const known = new Set<string>(existsSync(cache) ? JSON.parse(readFileSync(cache, "utf8")) : []);
  const stalls: string[] = [];
  const left = patterns.filter((pattern) => hasChoice(pattern) && !known.has(keyOf(pattern)));
  const work = async (): Promise<void> => {
    for (let pattern = left.pop(); pattern !== undefined; pattern = left.pop()) {
      const stall = await stallOf(pattern, effort);
      if (stall === undefined) known.add(keyOf(pattern));
      else stalls.push(`${pattern.file}: /${pattern.source}/${pattern.flags}: ${stall}`);
    }
  };
  await Promise.all([work(), work()]);
  mkdirSync(dirname(cache), { recursive: true });
  writeFileSync(cache, JSON.stringify([...known]));
  return stalls.toSorted();
}

/** Whether there is more than one way to match it from a place on. If not, it takes no more steps there than it is long, whatever the text. */
export function hasChoice({ source, flags }: Pick<Pattern, "source" | "flags">): boolean {
  const plain = source
    .replaceAll(/\\./g, "x")
    .replaceAll(/\[[^\]]*\]/g, "x")
    .replaceAll(/\(\?(?:[:=!]|<[=!]|<\w+>)/g, "(");
  return flags.includes("v") || /[*+?|]|\{\d*,/.test(plain);
}

/**
 * How a pattern can be made to stall, or undefined. recheck looks for a text that takes many steps; what it finds has to take
 * long in truth as well, because a bounded repetition takes many steps and no more with a longer text.
 */
export async function stallOf(tried: Pattern, effort: Effort): Promise<string | undefined> {
  const { source, flags } = tried;
  const result = await check(source, flags.replaceAll(/[dv]/g, ""), effort); // it knows neither, and they change no step
  if (result.status === "safe") return undefined;
  if (result.status === "unknown") return effort === quick ? undefined : `recheck cannot tell: ${result.error.kind}`;
  const pattern = new RegExp(source, flags.includes("g") ? flags : `${flags}g`);
  const { pumps, suffix } = result.attack;
  const millisecondsFor = (length: number): number => {
    const pumped = pumps.map(({ prefix, pump }) => prefix + pump.repeat(length / pump.length / pumps.length));
    return millisecondsOf(pattern, pumped.join("") + suffix);
  };
  const longest = longestText(tried);
  const long = millisecondsFor(longest);
  const stalls = long > 300 && (long === Infinity || long > 8 * millisecondsFor(longest / 4));
  return stalls ? `${result.complexity.summary}, ${result.attack.pattern}` : undefined;
}

/** recheck's own pace takes minutes for all patterns of src/. This one takes seconds, and finds the same but for a few. */
export const quick: Effort = {
  timeout: 1500,
  maxIteration: 1,
  maxInitialGenerationSize: 40,
  maxGenerationSize: 15,
  crossoverSize: 4,
  mutationSize: 8,
  incubationLimit: 5000,
  attackLimit: 5_000_000,
  attackTimeout: 300,
  maxAttackStringSize: 10_000,
};

/**
 * Fewer generations than recheck's own ten, of which each takes a text for slow by a fifth of the steps: in two thirds of the time it told 21 of 225 patterns
 * of src/ where recheck's own told 14, and what is told is timed in truth.
 */
export const thorough: Effort = { timeout: 60_000, maxIteration: 2, incubationLimit: 5000 };

/** How long it takes to find all matches in a text, of processor time, which other programs do not lengthen; Infinity where it does not end. */
function millisecondsOf(pattern: RegExp, text: string): number {
  const start = process.threadCpuUsage();
  try {
    runInNewContext("for (const match of text.matchAll(pattern));", { pattern, text }, { timeout: 5000 });
  } catch {
    return Infinity;
  }
  return process.threadCpuUsage(start).user / 1000;
}
