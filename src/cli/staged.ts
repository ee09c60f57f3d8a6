import { baselineName, type ConfigFile, configName } from "../config/config-file.ts";
import type { Document, Note } from "../model/document.ts";
import { GateError } from "../model/error.ts";
import type { Verdict } from "../model/verdict.ts";
import type { Blob } from "../sources/blobs.ts";
import { commitMessage } from "../sources/commit-message.ts";
import { pathInRepository } from "../sources/git.ts";
import { currentOperation, isTemporaryIndex } from "../sources/operation.ts";
import { openStaged } from "../sources/staged.ts";
import { check, configOf, openGate } from "./check.ts";
import { type CheckFlags, newSuppressionsOf, textOf } from "./flags.ts";
import { committedIn, standingNames, workTreeTop } from "../lists/lists.ts";
import { ownFile } from "./own-files.ts";

export interface StagedFlags extends CheckFlags {
  readonly message?: unknown;
  readonly hook?: unknown;
}

/** `outgate staged`: the index, as `git commit` would record it, judged by the config that is in the index too. */
export async function staged(flags: StagedFlags): Promise<number> {
  const message = textOf("--message", flags.message);
  const named = textOf("--config", flags.config);
  const inIndex = named === undefined ? configName : pathInRepository(named);
  if (inIndex?.includes("\n"))
    throw new GateError("the path of a config cannot hold a line break", "Give it another name.");
  const { config, standing, isEmpty, isFirst, bases, paths, source } = openStaged({
    configPath: inIndex ?? configName,
    standing: standingNames,
    withIdentities: flags.hook !== true || message !== undefined,
  });
  const own = inIndex === undefined ? await outside(named) : fromIndex(config, inIndex, named);
  const gate = await openGate(
    own,
    flags,
    {
      isAsked: [inIndex ?? configName, baselineName].some((path) => paths.includes(path)),
      open: async () =>
        (await import("./suppressions.ts")).stagedSuppressions(
          own,
          inIndex,
          isFirst ? [] : bases,
          newSuppressionsOf(flags),
        ),
    },
    { top: workTreeTop(), committed: committedIn("", standing) },
  );
  const first = [...ownNotes(paths), ...(message === undefined ? [] : [commitMessage(message)])];
  const items = first.length === 0 ? source.items : both(first, source.items);
  return check({ ...source, items }, gate, flags, (verdict) => ({
    advice: advice(verdict, isFirst),
    ...(isEmpty && { note: "Nothing is staged." }),
  }));
}

/** A config that the user named must be there; the usual one may be missing. */
function fromIndex(blob: Blob, name: string, named: string | undefined): ConfigFile | undefined {
  const config = configOf(blob, name);
  if (config !== undefined || named === undefined) return config;
  throw new GateError(
    `the config ${named} is not in the index`,
    "`git add` it: staged reads the config that would be committed.",
  );
}

async function outside(path: string | undefined): Promise<ConfigFile | undefined> {
  const { findConfig } = await import("../config/find-config.ts");
  return findConfig(path);
}

/** A change of what judges must not go unseen. */
function ownNotes(paths: readonly string[]): Note[] {
  const own = [...new Set(paths.flatMap((path) => ownFile(path) ?? []))];
  return own.length === 0 ? [] : [{ kind: "note", text: `The gate's own files are changed: ${own.join(", ")}.` }];
}

async function* both<T>(
  first: Iterable<Document | Note>,
  second: Iterable<T> | AsyncIterable<T>,
): AsyncGenerator<Document | Note | T> {
  yield* first;
  yield* second;
}

/** How to go on, and how to put everything back, where git was stopped in the middle of something; else how to leave a file out. */
function advice(verdict: Verdict, isFirst: boolean): string[] {
  if (verdict.verdict === "pass" && verdict.complete) return [];
  const operation = currentOperation();
  if (operation !== undefined) {
    return [
      `A ${operation} is stopped here. Mend the files, \`git add\` them, then \`git ${operation} --continue\`; or \`git ${operation} --abort\` puts everything back.`,
    ];
  }
  if (!stopsFiles(verdict)) return [];
  if (isTemporaryIndex()) return ["`git commit` without -a or paths leaves out what you do not `git add`."];
  return [`\`${isFirst ? "git rm --cached" : "git restore --staged"} FILE\` takes a file out of the commit.`];
}

/** What the commit itself brings beside its files. */
const fields: ReadonlySet<string> = new Set(["branch name", "author", "committer", "commit message"]);

function stopsFiles({ findings }: Verdict): boolean {
  return findings.some(({ action, document }) => (action === "block" || action === "ask") && !fields.has(document));
}
