import { baselineName, type ConfigFile, configName } from "../config/config-file.ts";
import { GateError } from "../model/error.ts";
import type { Document, Note, Unread } from "../model/document.ts";
import { readBlobs } from "../sources/blobs.ts";
import { gitOutput, pathInRepository, runGit } from "../sources/git.ts";
import { type History, openHistory } from "../sources/history/history.ts";
import { readAsNamed, type Remembering, remembering } from "./cache.ts";
import { check, configOf, openGate } from "./check.ts";
import { type CheckFlags, newSuppressionsOf, textOf } from "./flags.ts";
import { committedIn, workTreeTop } from "../lists/lists.ts";
import { ownFile } from "./own-files.ts";
import { rewriting } from "./rewriting.ts";
import type { Sharding } from "./shard.ts";

export interface HistoryFlags extends CheckFlags {
  readonly policyRef?: unknown;
}

/** What leaves, and who judges it. */
export interface Leaving {
  readonly tips: readonly string[];
  readonly without: readonly string[] | "all refs";
  /** What leaves beside the history: the names of refs. */
  readonly names?: readonly Document[];
  /** What a reader has to know. */
  readonly notes?: readonly string[];
  /** The commit whose config judges; the newest published commit that the history builds on where it is missing. */
  readonly base?: string;
  /** Whether it has left already, so that revoking goes before rewriting. */
  readonly hasLeft?: true;
  /** Where this is one shard of several. */
  readonly sharding?: Sharding | undefined;
}

/** @throws {GateError} if git cannot list the history. */
export function openLeaving({ tips, without, sharding }: Leaving): History {
  return openHistory({ tips, without, ownFile, readAs: readAsNamed, ...(sharding && { split: sharding.split }) });
}

/** Checks a history by the policy of its base: a change cannot alter its own judge. */
export async function checkHistory(history: History, leaving: Leaving, flags: HistoryFlags): Promise<number> {
  const { tips, without, names = [], notes = [], sharding } = leaving;
  const isNew = history.commits.length > 0 || history.tags.size > 0;
  const base = policyCommit(flags) ?? leaving.base ?? history.boundary[0] ?? (isNew ? undefined : tips[0]);
  const [tip = ""] = tips;
  const configPath = configPathOf(flags);
  const config = await configAt(base ?? tip, configPath, flags);
  const least = newSuppressionsOf(flags);
  const gate = await openGate(
    config,
    flags,
    {
      isAsked: true,
      open: async () => {
        const span = { base, tip, configPath, config, isPart: sharding !== undefined };
        return (await import("./suppressions.ts")).historySuppressions(span, least);
      },
    },
    // A bare repository has no work tree: paths count from where its files would be.
    { top: workTreeTop() ?? process.cwd(), committed: committedIn(base ?? tip) },
  );
  const said = [...notes, ...(base === undefined ? [firstPush] : []), ...(isNew ? [] : [nothingNew])];
  const cache = remembering(gate, flags.cache === true);
  const items = itemsOf(said, names, history, cache);
  const code = await check({ boundary: "push", target: null, items, done: history.done }, gate, flags, (verdict) => ({
    advice: rewriting(verdict, history, leaving),
    ...sharding?.told(verdict, gate, [tips, without, baselineAt(base ?? tip), least]),
  }));
  cache.keep();
  return code;
}

/** The config that judges stands in the verdict; of the base there is only its baseline beside. */
function baselineAt(commit: string): string | null {
  const [blob] = readBlobs([`${commit}:${baselineName}`]);
  return blob === undefined || "missing" in blob ? null : blob.id;
}

const firstPush =
  "There is no published commit to build on, so the config of what is pushed judges: the next push goes by the one that is then there.";

const nothingNew =
  "All commits are published already: what is new is the name of a branch or a tag, or where it points.";

function* itemsOf(
  notes: readonly string[],
  names: readonly Document[],
  history: History,
  cache: Remembering,
): Generator<Document | Note | Unread> {
  for (const text of notes) yield { kind: "note", text };
  yield* names;
  yield* history.items(cache.open);
  yield* cache.notes();
}

/** @throws {GateError} if the ref that is to judge is not here: no other takes its place. */
function policyCommit(flags: HistoryFlags): string | undefined {
  const ref = textOf("--policy-ref", flags.policyRef);
  return ref === undefined ? undefined : commitNamed(ref, "--policy-ref");
}

/** @throws {GateError} if there is no such commit here. */
export function commitNamed(name: string, what: string): string {
  const { status, output } = runGit(["rev-parse", "--quiet", "--verify", "--end-of-options", `${name}^{commit}`]);
  if (status === 0 && name !== "") return output.toString("latin1").trim();
  gitOutput(["rev-parse", "--git-dir"]);
  // So git and CI name the commit before the first one of a new branch.
  if (/^0{40,}$/.test(name)) {
    throw new GateError(
      `${what}: zeros stand for a branch that was not there before, and name no commit, so nothing was checked`,
      "Name the commit that it forks from: what `git merge-base origin/main HEAD` prints.",
    );
  }
  throw new GateError(
    `${what}: there is no commit ${name} in this clone, so nothing was checked`,
    "Fetch it: a check in CI needs the whole history (GitHub: `fetch-depth: 0`; GitLab: `GIT_DEPTH: 0`).",
  );
}

/** Where the config lies in the repository; undefined if it lies outside. */
function configPathOf(flags: HistoryFlags): string | undefined {
  const named = textOf("--config", flags.config);
  const path = named === undefined ? configName : pathInRepository(named);
  return path?.includes("\n") ? undefined : path;
}

/** The config as a commit has it; none where it has none. */
async function configAt(
  commit: string,
  path: string | undefined,
  flags: HistoryFlags,
): Promise<ConfigFile | undefined> {
  const named = textOf("--config", flags.config);
  if (path === undefined) {
    const { findConfig } = await import("../config/find-config.ts");
    return findConfig(named);
  }
  const object = `${commit}:${path}`;
  const [blob] = readBlobs([object]);
  const config = blob && configOf(blob, path, object);
  if (config !== undefined || named === undefined) return config;
  throw new GateError(
    `the config ${named} is not in the commit that judges`,
    "Leave --config out, or name a commit that has it by --policy-ref.",
  );
}
