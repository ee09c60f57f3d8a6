import { cac } from "cac";
import manifest from "../package.json" with { type: "json" };
import { checkNodeVersion } from "./cli/node-version.ts";

checkNodeVersion();
process.exitCode = 2; // until a command says otherwise
void main();

async function main(): Promise<void> {
  try {
    process.exitCode = await run();
  } catch (error) {
    const { complain } = await import("./cli/output.ts");
    const { told } = await import("./cli/tell-error.ts");
    complain(await told(error));
    process.exitCode = 2;
  }
}

/** Each command is a file of its own, loaded when it is called. */
async function run(): Promise<number> {
  const program = cac("outgate");
  const checks = (name: string, description: string) =>
    program
      .command(name, description)
      .option("--format <format>", "text, json or github (default: text)")
      .option("--output <file>", "Write the report to a file")
      .option("--config <file>", "Use this config (default: outgate.config.json)")
      .option("--audience <audience>", "owner, team, group or public")
      .option("--quiet", "Say nothing of a pass")
      .option("--no-color", "Use no colours");

  checks("staged", "Check what git commit would record")
    .option("--message <file>", "Check this commit message as well")
    .option("--hook", "Called by a git hook: author and committer are checked with the message")
    .action(async (flags) => (await import("./cli/staged.ts")).staged(flags));
  checks("commit-msg <file>", "Check a commit message, its author and committer").action(async (file, flags) =>
    (await import("./cli/commit-msg.ts")).commitMsg(file, flags),
  );
  checks("files [...patterns]", "Check files of the work tree, or whatever the patterns name").action(
    async (patterns, flags) => (await import("./cli/files.ts")).files([...patterns, ...flags["--"]], flags),
  );
  program
    .command("rules", "List what is looked for")
    .option("--format <format>", "text or json (default: text)")
    .action(async (flags) => (await import("./cli/rules.ts")).rules(flags));
  program
    .command("explain <rule>", "Tell what a rule finds, with examples, and how to mend it")
    .action(async (rule) => (await import("./cli/rules.ts")).explain(rule));
  program
    .command("init", "Install the hooks and write a config, then prove that they stop a leak")
    .option("--yes", "Ask nothing")
    .option("--dry-run", "Say what would be done, and do nothing")
    .option("--uninstall", "Take the hooks away again; the config stays")
    .option("--audience <audience>", "Who can read this repository: owner, team, group or public")
    .action(async (flags) => (await import("./cli/init.ts")).init(flags));

  program.help().version(manifest.version);
  program.parse(process.argv, { run: false });
  if (program.options["help"] || program.options["version"]) return 0;
  if (program.matchedCommand === undefined) return usage(program.args.length > 0);
  const code: unknown = await program.runMatchedCommand();
  return typeof code === "number" ? code : 2;
}

/** Without a command nothing is checked, which must not look like a pass. */
async function usage(unknown: boolean): Promise<number> {
  const { GateError } = await import("./model/error.ts");
  throw new GateError(
    unknown ? "there is no such command" : "no command was given, so nothing was checked",
    "`outgate --help` lists the commands.",
  );
}
