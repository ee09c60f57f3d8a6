import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Plugin } from "rolldown";
import type { Detector } from "../src/detectors/detector.ts";
import { detectors as all } from "../src/detectors/index.ts";
import { packPlan, planOf } from "../src/engine/plan.ts";
import { digestMark } from "./digest.ts";

const source = join(import.meta.dirname, "../src");

/** What alone is searched for some detectors, each in a chunk of its own with a plan of all that is looked for there. */
const bounds = ["talk", "sites"] as const;
type Bound = (typeof bounds)[number];

function boundOf({ messagesOnly, sitesOnly }: Detector): Bound | undefined {
  if (messagesOnly === true) return "talk";
  return sitesOnly === true ? "sites" : undefined;
}

/** As src/built-in.ts has it: what only talk or only sites are searched for is no part of the plan that a hook starts with. */
const detectors = boundTo(undefined);

function boundTo(bound: Bound | undefined): readonly Detector[] {
  return all.filter((detector) => boundOf(detector) === bound);
}

/** Detectors by their files. */
type Files = readonly [chunk: string, files: RegExp];

/** The chunks that most commits load, as the triggers of their detectors stand in many source files. What two of them import goes with the first. */
const often: readonly Files[] = [
  ["frequent", /^secrets\/(?:assigned|authorization|column|url-password|login|secretlint)\.ts$/],
  ["hosts", /^infrastructure\/internal-(?:host|url)\.ts$/],
  ["infrastructure", /^infrastructure\//],
  ["person", /^person\/(?:card|email)\.ts$/],
];

/** Those of which most commits need none, and some one or two: credentials are parted by the letters with which they begin. */
const seldom: readonly Files[] = [
  ["people", /^person\//],
  ["secrets-a", /^secrets\/[ab]/],
  ["secrets-c", /^secrets\/[c-e]/],
  ["secrets-f", /^secrets\/[f-k]/],
  ["secrets-l", /^secrets\/[l-n]/],
  ["secrets-o", /^secrets\/[o-r]/],
  ["secrets-s", /^secrets\/s/],
  ["secrets-t", /^secrets\//],
  ["rest", /^/],
];

const chunks: readonly string[] = [...often, ...seldom].map(([chunk]) => chunk);

/** The first that takes a file has it. */
function chunkOf(file: string): string {
  return [...often, ...seldom].find(([, files]) => files.test(file))?.[0] ?? "";
}

/**
 * Replaces src/built-in.ts by what it comes to: the engine's tables as constants, and for each detector the chunk to load. A
 * hook then starts without any detector.
 */
export function builtIn(): Plugin {
  return {
    name: "built-in",
    resolveId: {
      filter: { id: /^outgate:/ },
      handler: (id) => ({ id: join(source, `${id.slice("outgate:".length)}.built.ts`) }),
    },
    load: {
      filter: { id: /\/src\/(?:built-in|[\w-]+\.built)\.ts$/ },
      handler: (id) => ({
        code: id.endsWith("/built-in.ts") ? builtInCode() : listCode(/([\w-]+)\.built\.ts$/.exec(id)?.[1] ?? ""),
        moduleType: "ts",
      }),
    },
  };
}

function builtInCode(): string {
  const ofOwners = everywhere().map(({ file }) => chunks.indexOf(chunkOf(file)).toString(36));
  return `
import { plannedEngine } from "./engine/engine.ts";
import { joinedPlan, unpackPlan } from "./engine/plan.ts";

const rules = ${rulesCode(undefined)};
export const messageRules = ${rulesCode("talk")};
export const siteRules = ${rulesCode("sites")};
export const programDigest = ${JSON.stringify(digestMark)};
const chunks = [${chunks.map((chunk) => `() => import("outgate:${chunk}")`).join(",")}];
const ofOwners = ${JSON.stringify(ofOwners.join(""))};
const loaded = [];
const load = async (owner) => {
  const { list } = await chunks[parseInt(ofOwners[owner], 36)]();
  return (loaded[owner] = list[owner]);
};

const builtInOf = (plan, rules, detector) => ({
  rules,
  engine(own, readsFrames) {
    const known = unpackPlan(plan);
    const whole = own.length === 0 ? known : joinedPlan(known, rules.length, own);
    return plannedEngine(readsFrames ? whole : { ...whole, framed: [] }, (owner) => (owner < rules.length ? detector(owner) : own[owner - rules.length]));
  },
  async load() {
    for (const owner of rules.keys()) await (await detector(owner)).load?.();
  },
});

const detector = (owner) => loaded[owner] ?? load(owner);

export const builtIn = builtInOf(${packPlan(planOf(detectors))}, rules, detector);

const joined = (more, { list, plan }) =>
  builtInOf(plan, [...rules, ...more], (owner) => (owner < rules.length ? detector(owner) : list[owner - rules.length]));

export const builtInForMessages = async () => joined(messageRules, await import("outgate:talk"));
export const builtInForSites = async () => joined(siteRules, await import("outgate:sites"));
`;
}

function rulesCode(bound: Bound | undefined): string {
  const ids = boundTo(bound).map(({ id }) => id);
  return `${JSON.stringify(ids.join(" "))}.split(" ")`;
}

/** The detectors of one chunk, each at its place in the whole list; those of messages and of sites one behind the other, and a plan of all. */
function listCode(chunk: string): string {
  const bound = bounds.find((one) => one === chunk);
  const chosen =
    bound !== undefined
      ? named().flatMap((one) => (one.bound === bound ? [{ ...one, isHere: true }] : []))
      : everywhere().map((one) => ({ ...one, isHere: chunkOf(one.file) === chunk }));
  const imports = chosen
    .filter(({ isHere }) => isHere)
    .map(({ name, file }) => `import { ${name} } from "./detectors/${file}";`);
  const list = `export const list = [${chosen.map(({ name, isHere }) => (isHere ? name : "")).join(",")}];`;
  const plan =
    bound === undefined ? [] : [`export const plan = ${packPlan(planOf([...detectors, ...boundTo(bound)]))};`];
  return [...imports, list, ...plan].join("\n");
}

/** For each chunk the modules of its detectors and all that these import. What several of the seldom ones import is before those, in one of its own. */
export function modulesOfChunks(): ReadonlyMap<string, ReadonlySet<string>> {
  const modules = new Map(chunks.map((chunk) => [chunk, new Set<string>()]));
  for (const { file } of everywhere()) addModule(join(source, "detectors", file), modules.get(chunkOf(file)));
  const once = new Set<string>();
  const shared = new Set<string>();
  for (const [chunk] of seldom)
    for (const module of modules.get(chunk) ?? []) (once.has(module) ? shared : once).add(module);
  return new Map([...modules].toSpliced(often.length, 0, ["shared", shared]));
}

function addModule(path: string, modules = new Set<string>()): void {
  if (modules.has(path)) return;
  modules.add(path);
  for (const [, name = ""] of readFileSync(path, "utf8").matchAll(/^import (?!type).*from "(\.[^"]+)";$/gm))
    addModule(join(dirname(path), name), modules);
}

/** What is looked for everywhere. */
function everywhere(): readonly Named[] {
  return named().filter(({ bound }) => bound === undefined);
}

interface Named {
  readonly name: string;
  readonly file: string;
  readonly bound: Bound | undefined;
}

/** The names in the list of src/detectors/index.ts, in its order, and the file of each. */
function named(): readonly Named[] {
  const index = readFileSync(join(source, "detectors/index.ts"), "utf8");
  const files = new Map<string, string>();
  for (const [, names = "", file = ""] of index.matchAll(/^import \{([^}]+)\} from "\.\/([^"]+)";$/gm)) {
    for (const name of names.split(",")) files.set(name.trim(), file);
  }
  const list = /detectors: readonly Detector\[\] = \[([^\]]*)\]/.exec(index)?.[1] ?? "";
  const names = list
    .replaceAll(/\/\/.*$/gm, "")
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
  if (names.length !== all.length) throw new Error("src/detectors/index.ts is not a plain list of imported names");
  return names.map((name, place) => {
    const file = files.get(name);
    if (file === undefined) throw new Error(`src/detectors/index.ts does not import ${name}`);
    const detector = all[place];
    return { name, file, bound: detector && boundOf(detector) };
  });
}
