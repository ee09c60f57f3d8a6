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

/** The files of detectors whose triggers stand in many source files: credentials, addresses of people, names of hosts, and the rest of infrastructure. */
const ofChunk: Readonly<Record<Small, RegExp>> = {
  frequent: /^secrets\/(?:assigned|authorization|column|url-password|login|secretlint)\.ts$/,
  person: /^person\/(?:card|email)\.ts$/,
  hosts: /^infrastructure\/internal-(?:host|url)\.ts$/,
  infrastructure: /^infrastructure\//,
};

/** Chunks that are loaded for themselves; all other detectors are one more. */
type Small = "frequent" | "person" | "hosts" | "infrastructure";
type Chunk = Small | "rare";

const chunks: readonly Chunk[] = ["frequent", "person", "hosts", "infrastructure", "rare"];

function chunkOf(file: string): Chunk {
  return chunks.find((chunk) => chunk === "rare" || ofChunk[chunk].test(file)) ?? "rare";
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
      filter: { id: /\/src\/(?:built-in|(?:frequent|person|hosts|infrastructure|rare|talk|sites)\.built)\.ts$/ },
      handler: (id) => ({
        code: id.endsWith("/built-in.ts") ? builtInCode() : listCode(/(\w+)\.built\.ts$/.exec(id)?.[1]),
        moduleType: "ts",
      }),
    },
  };
}

function builtInCode(): string {
  const ofOwners = everywhere().map(({ file }) => chunks.indexOf(chunkOf(file)));
  return `
import { plannedEngine } from "./engine/engine.ts";
import { joinedPlan, unpackPlan } from "./engine/plan.ts";

const rules = ${rulesCode(undefined)};
export const messageRules = ${rulesCode("talk")};
export const siteRules = ${rulesCode("sites")};
export const builtInDigest = ${JSON.stringify(digestMark)};
const chunks = [${chunks.map((chunk) => `() => import("outgate:${chunk}")`).join(",")}];
const ofOwners = ${JSON.stringify(ofOwners.join(""))};
const loaded = [];
const load = async (owner) => {
  const { list } = await chunks[ofOwners[owner]]();
  return (loaded[owner] = list[owner]);
};

const builtInOf = (plan, rules, detector) => ({
  rules,
  engine(own) {
    const known = unpackPlan(plan);
    const whole = own.length === 0 ? known : joinedPlan(known, rules.length, own);
    return plannedEngine(whole, (owner) => (owner < rules.length ? detector(owner) : own[owner - rules.length]));
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
function listCode(chunk: string | undefined): string {
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

/** Everything that the detectors of a chunk import, directly or not: it goes with them. */
export function modulesOf(chunk: Small): ReadonlySet<string> {
  const modules = new Set<string>();
  const visit = (path: string): void => {
    if (modules.has(path)) return;
    modules.add(path);
    for (const [, name = ""] of readFileSync(path, "utf8").matchAll(/^import (?!type).*from "(\.[^"]+)";$/gm))
      visit(join(dirname(path), name));
  };
  for (const { file } of everywhere()) if (chunkOf(file) === chunk) visit(join(source, "detectors", file));
  return modules;
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
