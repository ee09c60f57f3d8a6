import { lstatSync, readFileSync } from "node:fs";
import { dirname, join, posix, relative, resolve, sep } from "node:path";
import { keyOf, readBaseline } from "../config/baseline.ts";
import { baselineName, type ConfigFile } from "../config/config-file.ts";
import type { Config } from "../config/config.ts";
import { GateError } from "../model/error.ts";
import { type Allow, type Baseline, type NewSuppressions, strictest } from "../model/suppression.ts";
import { codeOf } from "../model/system-error.ts";
import { type Blob, isNamed, readBlobs } from "../sources/blobs.ts";
import { runGit } from "../sources/git.ts";
import { openLedger } from "../suppressions/ledger.ts";
import type { Suppressions } from "../suppressions/suppression.ts";

/** The texts of the gate's own files at one state of a repository; a text is missing where there is no such file. */
export interface OwnFiles {
  readonly config?: string | undefined;
  readonly baseline?: string | undefined;
}

export interface Change {
  /** Where the change begins, more than one in a merge: what judges it. Without any, all suppressions are new, and count. */
  readonly bases: readonly OwnFiles[];
  /** Where it ends: what it would leave. */
  readonly tip: OwnFiles;
  /** What the command line asks for. */
  readonly least: NewSuppressions;
  /** Whether the tip has a file of this path. */
  readonly isThere: (path: string) => boolean;
}

/**
 * The suppressions of a change: those that it leaves standing, of which those are new that none of its bases has. What becomes of
 * the new ones is read from the bases alone, so that no change decides it for itself; `least` can only be stricter.
 * @throws {GateError} if a file of the tip cannot be read.
 */
export async function suppressionsOf({ bases, tip, least, isThere }: Change): Promise<Suppressions> {
  const before = await Promise.all(bases.map(baseOf));
  const knownAllow = new Set(before.flatMap(({ config }) => config.allow ?? []).map(allowKey));
  const knownEntries = new Set(before.flatMap(({ baseline }) => baseline?.entries ?? []).map(keyOf));
  const { allow = [] } = tip.config === undefined ? {} : await configIn(tip.config, "the config");
  const baseline = tip.baseline === undefined ? undefined : readBaseline(tip.baseline, baselineName);
  const entries = baseline?.entries.map((entry) => ({ ...entry, isNew: !knownEntries.has(keyOf(entry)) })) ?? [];
  return {
    allow: allow.map((entry) => ({ ...entry, isNew: !knownAllow.has(allowKey(entry)) })),
    ledger: baseline && openLedger({ salt: baseline.salt, entries }, isThere),
    brought: strictest([...before.flatMap(({ config }) => config.newSuppressions ?? []), least]),
    isWhole: false,
    pathOf: (document) => document,
  };
}

/** What an entry lets through, and how long; its reason may be reworded. */
function allowKey({ rule, path, expires }: Allow): string {
  return JSON.stringify([rule, path, expires]);
}

/** A base that cannot be read vouches for nothing new, but the commit that mends it must be possible. */
async function baseOf({ config, baseline }: OwnFiles): Promise<{ config: Config; baseline?: Baseline | undefined }> {
  return {
    config:
      config === undefined ? {} : ((await readable(() => configIn(config, "the base"))) ?? { newSuppressions: "deny" }),
    baseline: baseline === undefined ? undefined : await readable(() => readBaseline(baseline, "the base")),
  };
}

async function readable<T>(read: () => T | Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof GateError) return undefined;
    throw error;
  }
}

/** What reads a config is loaded where there is one. @throws {GateError} if it is wrong. */
async function configIn(text: string, name: string): Promise<Config> {
  return (await import("../config/read-config.ts")).readConfig(text, name);
}

/**
 * The suppressions of what is staged: the index's, judged by the commits that it builds on.
 * @param configPath in the repository; undefined where the config lies outside, and is then the user's own word
 */
export function stagedSuppressions(
  config: ConfigFile | undefined,
  configPath: string | undefined,
  bases: readonly string[],
  least: NewSuppressions,
): Promise<Suppressions> {
  const own = configPath ?? baselineName;
  const folder = own.slice(0, Math.max(0, own.lastIndexOf("/")));
  const names = bases.flatMap((base) => [own, baselineName, folder].map((name) => `${base}:${name}`));
  const [tip, ...blobs] = readBlobs([`:${baselineName}`, ...names]);
  const befores = bases.map((_, index) => {
    const [before = absent, baseline = absent, tree = absent] = blobs.slice(3 * index);
    return {
      config: configPath === undefined ? config?.text : standing(before, tree, own),
      baseline: textOf(baseline),
    };
  });
  return suppressionsOf({
    bases: befores,
    tip: { config: config?.text, baseline: tip && indexed(tip) },
    least,
    isThere: (path) => isNamed(`:${path}`),
  });
}

/** Where a history begins and ends, and where its config lies. */
export interface Span {
  /** Undefined in a first push, which is judged by what it brings. */
  readonly base: string | undefined;
  readonly tip: string;
  /** In the repository; undefined where the config lies outside, and is then the user's own word. */
  readonly configPath: string | undefined;
  readonly config: ConfigFile | undefined;
  /** Whether other shards check the rest of it. */
  readonly isPart: boolean;
}

/** The suppressions of a history: those at its tip, judged by its base. Of several tips the first one's count. */
export async function historySuppressions(span: Span, least: NewSuppressions): Promise<Suppressions> {
  const { base, tip, configPath, config, isPart } = span;
  const [before, after] = [base ?? tip, tip].map((commit) => {
    const names = [configPath ?? baselineName, baselineName].map((path) => `${commit}:${path}`);
    const [own, baseline] = [...readBlobs(names)].map(textOf);
    return { config: configPath === undefined ? config?.text : own, baseline };
  });
  const bases = [before ?? {}];
  return {
    ...(await suppressionsOf({ bases, tip: after ?? {}, least, isThere: (path) => isNamed(`${tip}:${path}`) })),
    isPart,
  };
}

const absent: Blob = { missing: "absent" };

/** The text of a config of a base. One that its folder names and that git cannot read is no config, as an empty one is none. */
function standing(blob: Blob, folder: Blob, path: string): string | undefined {
  const entry = ` ${path.slice(path.lastIndexOf("/") + 1)}\0`;
  return textOf(blob) ?? ("missing" in folder || !folder.bytes.includes(entry) ? undefined : "");
}

function textOf(blob: Blob): string | undefined {
  return "missing" in blob ? undefined : blob.bytes.toString("utf8");
}

function indexed(blob: Blob): string | undefined {
  const text = textOf(blob);
  const isAbsent = "missing" in blob && blob.missing === "absent";
  if (text !== undefined || isAbsent || !isNamed(`:${baselineName}`)) return text;
  throw new GateError(`git cannot read the baseline ${baselineName} of the index`, "`git fsck` tells what is damaged.");
}

/** A work tree, or a folder outside of any. */
export interface Tree {
  readonly top: string;
  readonly baseline: Baseline | undefined;
  readonly isThere: (path: string) => boolean;
}

/** @throws {GateError} if the baseline cannot be read. */
export function openTree(config: ConfigFile | undefined): Tree {
  const { status, output } = runGit(["rev-parse", "--show-toplevel"]);
  const named = output.toString("utf8").replace(/\n$/, "");
  const outside = config === undefined ? process.cwd() : dirname(resolve(config.name));
  const top = status === 0 && named !== "" ? resolve(named) : outside;
  const text = readText(join(top, baselineName));
  return {
    top,
    baseline: text === undefined ? undefined : readBaseline(text, baselineName),
    isThere: (path) => lstatSync(join(top, path), { throwIfNoEntry: false }) !== undefined,
  };
}

/**
 * The suppressions of a work tree, where nothing is a change.
 * @param isAll whether no pattern was named, so that all below the current folder is scanned.
 * @param isPart whether other shards scan the rest of it.
 */
export async function treeSuppressions(
  { top, baseline, isThere }: Tree,
  config: ConfigFile | undefined,
  isAll: boolean,
  isPart = false,
): Promise<Suppressions> {
  const { allow = [] } = config === undefined ? {} : await configIn(config.text, config.name);
  return {
    allow: allow.map(old),
    ledger: baseline && openLedger({ salt: baseline.salt, entries: baseline.entries.map(old) }, isThere),
    isWhole: isAll && top === process.cwd(),
    isPart,
    pathOf: (document) => pathBelow(top, document),
  };
}

function old<T extends object>(entry: T): T & { isNew: boolean } {
  return { ...entry, isNew: false };
}

function pathBelow(top: string, document: string): string | undefined {
  const folder = relative(top, process.cwd()).split(sep).join("/");
  const path = posix.isAbsolute(document)
    ? relative(top, document).split(sep).join("/")
    : posix.normalize(folder === "" ? document : `${folder}/${document}`);
  return path === ".." || path.startsWith("../") ? undefined : path;
}

/** Undefined where there is no such file. */
function readText(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw new GateError(
      `the baseline ${path} cannot be read: ${codeOf(error)}`,
      "Make it a file that can be read, or take it away.",
    );
  }
}
