import { type ConfigFile, configName } from "../config/config-file.ts";
import { type Blob, readBlobs } from "../sources/blobs.ts";
import { commitMessage } from "../sources/commit-message.ts";
import { askIdentityConfig } from "../sources/git.ts";
import { identities } from "../sources/identity.ts";
import { check, configOf, openGate } from "./check.ts";
import { type CheckFlags, newSuppressionsOf, textOf } from "./flags.ts";
import { committedIn, standingNames, workTreeTop } from "../lists/lists.ts";

/** `outgate commit-msg FILE`: a message, with the author and the committer that git would record beside it. */
export async function commitMsg(file: unknown, flags: CheckFlags): Promise<number> {
  askIdentityConfig();
  const known = new Map<string, Blob>();
  const own = await config(flags, known);
  const gate = await openGate(
    own,
    flags,
    {
      isAsked: false,
      open: async () =>
        (await import("./suppressions.ts")).stagedSuppressions(
          own,
          flags.config === undefined ? configName : undefined,
          ["HEAD"],
          newSuppressionsOf(flags),
        ),
    },
    { top: workTreeTop(), committed: committedIn("", known) },
  );
  const items = [commitMessage(textOf("the file", file) ?? ""), ...identities()];
  return check({ boundary: "commit", target: null, items }, gate, flags);
}

/** The config that is judged by is the one that is committed. */
async function config(flags: CheckFlags, known: Map<string, Blob>): Promise<ConfigFile | undefined> {
  const named = textOf("--config", flags.config);
  if (named !== undefined) {
    const { findConfig } = await import("../config/find-config.ts");
    return findConfig(named);
  }
  const names = [configName, ...standingNames];
  for (const blob of readBlobs(names.map((name) => `:${name}`))) known.set(names[known.size] ?? "", blob);
  const blob = known.get(configName);
  return blob && configOf(blob, configName);
}
