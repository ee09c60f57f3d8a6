import { createHash } from "node:crypto";
import manifest from "../../package.json" with { type: "json" };
import type { Gate } from "../gate.ts";
import { GateError } from "../model/error.ts";
import type { Shard, Split } from "../model/shard.ts";
import type { Verdict } from "../model/verdict.ts";
import { runGit } from "../sources/git.ts";
import { openSplitter } from "../sources/shard.ts";
import type { Words } from "./check.ts";

/** One shard of a check: what falls to it, and what its report says of it. */
export interface Sharding {
  readonly split: Split;
  /** The commit that the work tree stands on: what was checked of two commits is not of one check. */
  readonly workTreeCommit: () => string | null;
  /**
   * After the scan.
   * @param checked what is checked and how, beside the gate: ids and names of options, and no text that could tell something.
   */
  readonly told: (verdict: Verdict, gate: Gate, checked: readonly unknown[]) => Pick<Words, "note" | "shard">;
}

/** @throws {GateError} if the flag is not i/n. */
export function openSharding(flag: unknown): Sharding {
  const shard = shardIn(flag);
  const { split, listed } = openSplitter(shard);
  return {
    split,
    workTreeCommit,
    told: ({ boundary, policy }, gate, checked) => {
      const asked = [
        manifest.version,
        boundary,
        policy,
        gate.audience ?? null,
        gate.rules.length,
        listsOf(gate),
        checked,
      ];
      const run = createHash("sha256").update(JSON.stringify(asked)).digest("hex").slice(0, 16);
      const { documents, check } = listed();
      return {
        shard: { ...shard, run, documents, check },
        note: `Shard ${shard.index} of ${shard.count}. \`outgate merge\` joins the JSON reports of all.`,
      };
    },
  };
}

/** Of the deny list what tells nothing of it: a hash of it would let guesses be tested. */
function listsOf({ denied }: Gate): readonly unknown[] {
  return denied === undefined ? [] : [denied.count, denied.missing.length, denied.mark()];
}

function shardIn(flag: unknown): Shard {
  const [, index = 0, of = 0] = (/^(\d{1,6})\/(\d{1,6})$/.exec(String(flag)) ?? []).map(Number);
  if (index >= 1 && index <= of) return { index, count: of };
  throw new GateError(
    "--shard takes i/n, where i counts from 1 to n, so nothing was checked",
    "Of three shards: 1/3, 2/3 and 3/3. GitLab's CI_NODE_INDEX counts so too; Kubernetes' JOB_COMPLETION_INDEX and GitHub's job-index count from 0: add 1.",
  );
}

/** Null outside of a repository, and before its first commit. */
function workTreeCommit(): string | null {
  const { status, output } = runGit(["rev-parse", "--quiet", "--verify", "HEAD"]);
  return status === 0 ? output.toString("latin1").trim() : null;
}
