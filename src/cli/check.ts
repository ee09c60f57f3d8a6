import { fstatSync } from "node:fs";
import type { BuiltIn } from "../built-in.ts";
import type { ConfigFile } from "../config/config-file.ts";
import { refuseMisnamed } from "../config/misnamed.ts";
import { configuredDetectors } from "../configured.ts";
import { actionNames, createGate, type Gate } from "../gate.ts";
import { GateError } from "../model/error.ts";
import type { Source } from "../model/source.ts";
import type { ShardOf, Verdict } from "../model/verdict.ts";
import type { Reporter, ReportOptions } from "../reporters/reporter.ts";
import { scan } from "../scan.ts";
import { type Blob, isNamed } from "../sources/blobs.ts";
import type { Unopened } from "../suppressions/suppression.ts";
import { audienceOf, type CheckFlags, type Format, formatOf, listsOf, newSuppressionsOf, textOf } from "./flags.ts";
import { hasLists, type ListPlaces } from "../lists/lists.ts";
import { complain, print, writeFile } from "./output.ts";
import type { ProgressLine } from "./progress.ts";
import { keepYoungSmall } from "./small-heap.ts";
import { maskBy, told } from "./tell-error.ts";

/** What a command adds to a report. */
export interface Words extends Pick<ReportOptions, "advice" | "note"> {
  /** Which part of the check it was. */
  readonly shard?: ShardOf;
}

/** Gets each reporter when it is asked for. */
const reporters: Readonly<Record<Format, () => Promise<Reporter>>> = {
  text: async () => (await import("../reporters/text.ts")).text,
  json: async () => (await import("../reporters/json.ts")).json,
  github: async () => (await import("../reporters/github.ts")).github,
  gitlab: async () => (await import("../reporters/gitlab.ts")).gitlab,
  sarif: async () => (await import("../reporters/sarif.ts")).sarif,
  junit: async () => (await import("../reporters/junit.ts")).junit,
};

/**
 * The config as the index has it, or a commit; undefined if there is none.
 * @param object by which git names it; in the index unless told.
 * @throws {GateError} if git cannot read it: the defaults are no stand-in for it.
 */
export function configOf(blob: Blob, name: string, object: string = `:${name}`): ConfigFile | undefined {
  if (!("missing" in blob)) return { name, text: blob.bytes.toString("utf8"), id: blob.id };
  if ((blob.missing === "absent" && object.startsWith(":")) || !isNamed(object)) return undefined;
  throw new GateError(
    `git cannot read the config ${name} of ${object.startsWith(":") ? "the index" : "the commit that judges"}`,
    "`git fsck` tells what is damaged.",
  );
}

/**
 * @param base what is looked for, where that is more than everywhere
 * @throws {GateError} if the config or a flag is wrong, or a config has a name under which none is read.
 */
export async function openGate(
  config: ConfigFile | undefined,
  flags: CheckFlags,
  suppressions?: Unopened,
  places: ListPlaces = { top: undefined },
  base?: BuiltIn,
): Promise<Gate> {
  formatOf(flags);
  textOf("--output", flags.output);
  newSuppressionsOf(flags);
  const audience = audienceOf(flags);
  if (flags.config === undefined && places.top !== undefined) refuseMisnamed(places.top);
  const read = config && (await import("../config/read-config.ts")).readConfig(config.text, config.name, actionNames());
  const lists = listsOf(flags);
  const denied = hasLists(read, lists, places)
    ? await (await import("../lists/denied.ts")).openDenied(read, config, lists, places)
    : undefined;
  const configured = await configuredDetectors(read);
  const gate = createGate({
    configured,
    ...(base && { base }),
    ...(config && { config: read ?? {}, policyId: config.id }),
    ...(audience && { audience }),
    ...(suppressions && { suppressions }),
    denied,
    reveals: flags.reveal === true && (await import("./reveal.ts")).isRevealed(flags),
  });
  maskBy(gate);
  return gate;
}

/** Scans a source, reports the verdict, and gives the exit code: 0 pass, 1 blocked, 2 could not check. */
export async function check(
  source: Source,
  gate: Gate,
  flags: CheckFlags,
  words: (verdict: Verdict) => Words = () => ({ advice: [] }),
): Promise<number> {
  const verdict = await watchedScan(source, gate, flags);
  const { shard, ...rest } = words(verdict);
  return report(shard === undefined ? verdict : { ...verdict, shard }, flags, rest);
}

/** How long a check may take before it tells how far it is, in milliseconds. */
const patience = 500;

/** Scans a source in front of whoever waits: it can be interrupted, and a terminal is told how far it is. */
export async function watchedScan(source: Source, gate: Gate, flags: CheckFlags): Promise<Verdict> {
  const started = Date.now();
  let isHeard = false;
  let line: ProgressLine | undefined;
  const interrupted = (): never => {
    line?.clear();
    complain("outgate: interrupted before the check was done, so nothing passes.\n");
    process.exit(2);
  };
  try {
    return await scan(source, gate, async (progress) => {
      // Listening costs as much as reading ten files, and while there is no pause nobody could be heard.
      if (!isHeard) {
        for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, interrupted);
        keepYoungSmall();
      }
      isHeard = true;
      if (Date.now() - started < patience) return;
      line ??= (await import("./progress.ts")).openProgressLine(source, flags, started);
      line.show(progress);
    });
  } finally {
    line?.clear();
  }
}

/**
 * Reports a verdict, and gives the exit code. A report that cannot be written makes a pass 2, and leaves a block 1; what was meant
 * for a file is then printed.
 */
export async function report(
  verdict: Verdict,
  flags: CheckFlags,
  words: Pick<ReportOptions, "advice" | "note">,
): Promise<number> {
  const code = exitCode(verdict);
  try {
    const format = formatOf(flags);
    const reporter = await reporters[format]();
    const output = textOf("--output", flags.output);
    const text = reporter(verdict, {
      color: output === undefined && hasColor(flags),
      quiet: flags.quiet === true,
      ...words,
    });
    const isInFile = output !== undefined && (await isWritten(output, text));
    if (!isInFile) print(text);
    if (format === "github") (await import("./job-summary.ts")).writeJobSummary(verdict);
    return output === undefined || isInFile ? code : unreported(code);
  } catch (error) {
    complain(await told(error));
    return unreported(code);
  }
}

/** A report that its reader does not get leaves a block a block, and lets nothing pass. */
function unreported(code: number): number {
  return code === 1 ? 1 : 2;
}

/** Tells why where it is not. */
async function isWritten(path: string, text: string): Promise<boolean> {
  try {
    writeFile(path, text);
    return true;
  } catch (error) {
    complain(await told(error));
    return false;
  }
}

/** 0 pass, 1 stopped, 2 could not check. A message that may only leave masked does not leave as it is. */
export function exitCode({ verdict, complete, findings }: Verdict): number {
  if (verdict === "pass") return complete ? 0 : 2;
  const isJudged = complete || findings.some(({ action }) => action === "block" || action === "ask");
  return isJudged ? 1 : 2;
}

/** https://no-color.org and FORCE_COLOR; otherwise a terminal gets colours that can show them. */
function hasColor({ color }: CheckFlags): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (color === false || (NO_COLOR !== undefined && NO_COLOR !== "")) return false;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== "0";
  if (TERM === "dumb") return false;
  // A terminal is a character device; asking process.stdout would load what streams need.
  return fstatSync(1).isCharacterDevice();
}
