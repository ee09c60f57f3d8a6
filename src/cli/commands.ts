import type { cac } from "cac";
import { formats } from "./flags.ts";

type Program = ReturnType<typeof cac>;

/** Each command is a file of its own, loaded when it is called. */
export const commands: Readonly<Record<string, (program: Program) => void>> = {
  staged: (program) =>
    ofChange(checks(program, "staged", "Check what git commit would record"))
      .option("--message <file>", "Check this commit message as well")
      .option("--hook", "Called by a git hook: author and committer are checked with the message")
      .action(async (flags) => (await import("./staged.ts")).staged(flags)),
  "commit-msg": (program) =>
    ofChange(checks(program, "commit-msg <file>", "Check a commit message, its author and committer")).action(
      async (file, flags) => (await import("./commit-msg.ts")).commitMsg(file, flags),
    ),
  push: (program) =>
    histories(
      program,
      "push [remote] [url]",
      "Check what git push would publish, as git tells its pre-push hook",
    ).action(async (remote, url, flags) => (await import("./push.ts")).push(remote, url, flags)),
  range: (program) =>
    sharded(histories(program, "range <range>", "Check the commits of A..B, in CI")).action(async (range, flags) =>
      (await import("./range.ts")).range(range, flags),
    ),
  refs: (program) =>
    checks(program, "refs", "Check what refs would reach, as git tells its reference-transaction hook").action(
      async (flags) => (await import("./refs.ts")).refs(flags),
    ),
  files: (program) =>
    threaded(
      sharded(checks(program, "files [...patterns]", "Check files of the work tree, or whatever the patterns name")),
    ).action(async (patterns, flags) => (await import("./files.ts")).files([...patterns, ...flags["--"]], flags)),
  message: (program) =>
    checks(program, "message [file]", "Check one message, from a file or stdin, before it is sent")
      .usage("message --to <target> [file]")
      .option("--to <target>", "Where it goes: telegram:chat:-1001234, slack:C0123, or the name of an audience")
      .option("--conversation <id>", "The thread that it belongs to; what was said in it before does not count yet")
      .option("--actor <name>", "Who sends it; the verdict repeats it")
      .option("--policy <file>", "Judge by this config, which whoever runs this must not be able to change")
      .option(
        "--redact",
        "Print what may be sent, masked where the policy says so; a report only where nothing may, on stderr",
      )
      .action(async (file, flags) => (await import("./message.ts")).message(file, flags)),
  site: (program) =>
    threaded(
      sharded(
        checks(
          program,
          "site [folder] [...command]",
          "Check a built site as it would be published; then run the command behind --",
        ),
      ),
    )
      .usage("site [folder] [-- command]")
      .action(async (folder, more, flags) => (await import("./site.ts")).site(folder, more, flags)),
  log: (program) =>
    // Whoever reads a log is not known, so no audience can be named.
    looking(program.command("log [...files]", "Check logs, or stdin, and say who can read them"))
      .option("--follow", "Go on while one file grows, also when it is rotated or cut off; a line for each finding")
      .action(async (names, flags) => (await import("./log.ts")).log([...names, ...flags["--"]], flags)),
  redact: (program) =>
    judged(program.command("redact [file]", "Copy a log from a file or stdin to stdout, masked"))
      .option("--in-place", "Put the masked log in the place of the file")
      .option("--follow", "Go on while the file grows, also when it is rotated or cut off")
      .option("--resume <offset>", "Begin behind so many bytes of the input, as an earlier run told; needs OUTGATE_KEY")
      .option("--quiet", "Do not say how much was masked")
      .action(async (file, flags) => (await import("./redact.ts")).redact(file, flags)),
  merge: (program) =>
    reported(program.command("merge <...reports>", "Join the JSON reports of all shards of a check")).action(
      async (reports, flags) => (await import("./merge.ts")).merge([...reports, ...flags["--"]], flags),
    ),
  baseline: (program) =>
    program
      .command("baseline", "Accept what is there today: write outgate.baseline.json")
      .option("--reason <reason>", "Why what is new in it may stay")
      .option("--prune", "Drop the entries that hold for nothing any more")
      .option("--denylist <file>", "Accept the terms of this list too; can stand there several times")
      .option("--config <file>", "Use this config (default: outgate.config.json)")
      .action(async (flags) => (await import("./baseline.ts")).baseline(flags)),
  deny: (program) =>
    program
      .command("deny <action> [...words]", "The deny list: add, remove, list, seal, lock, rotate or check")
      // A mistyped flag may be a term: src/cli/deny.ts refuses it without repeating it.
      .allowUnknownOptions()
      .option("--from-env [file]", "add: the values of an env file, or of a vault's export on stdin")
      .option("--to <recipient>", "seal: to whom, age1…; can stand there several times")
      .option("--output <file>", "lock, rotate, seal: the file to write")
      .option("--denylist <file>", "Use this list")
      .option("--config <file>", "Use this config (default: outgate.config.json)")
      .action(async (action, words, flags) => (await import("./deny.ts")).deny(action, words, flags)),
  rules: (program) =>
    program
      .command("rules", "List what is looked for")
      .option("--format <format>", "text or json (default: text)")
      .action(async (flags) => (await import("./rules.ts")).rules(flags)),
  explain: (program) =>
    program
      .command("explain <rule>", "Tell what a rule finds, with examples, and how to mend it")
      .action(async (rule) => (await import("./rules.ts")).explain(rule)),
  init: (program) =>
    program
      .command("init", "Install the hooks and write a config, then prove that they stop a leak")
      .option("--yes", "Ask nothing")
      .option("--dry-run", "Say what would be done, and do nothing")
      .option("--uninstall", "Take the hooks away again; the config stays")
      .option("--ci <service>", "Write a workflow for pull or merge requests instead: github or gitlab")
      .option("--strict", "Also check whenever a branch, a tag or a note is moved (reference-transaction)")
      .option("--audience <audience>", "Who can read this repository: owner, team, group or public")
      .action(async (flags) => (await import("./init.ts")).init(flags)),
};

function histories(program: Program, name: string, description: string): ReturnType<Program["command"]> {
  return ofChange(checks(program, name, description))
    .option("--policy-ref <ref>", "Judge by the config of this commit (default: the base of what is checked)")
    .option("--no-cache", "Read everything, also contents in which earlier checks found nothing");
}

/** A check of a change can be stricter with the suppressions that the change brings. */
function ofChange(command: ReturnType<Program["command"]>): ReturnType<Program["command"]> {
  return command.option("--new-suppressions <what>", "allow, ask or deny suppressions that the change itself brings");
}

/** A check that several machines can share. */
function sharded(command: ReturnType<Program["command"]>): ReturnType<Program["command"]> {
  return command.option("--shard <i/n>", "Check part i of n, counted from 1; merge joins them");
}

function threaded(command: ReturnType<Program["command"]>): ReturnType<Program["command"]> {
  return command.option(
    "--threads <n>",
    "Search thousands of files in so many threads (default: 3 from 4 cores on, else 1)",
  );
}

function checks(program: Program, name: string, description: string): ReturnType<Program["command"]> {
  return looking(program.command(name, description)).option("--audience <audience>", "owner, team, group or public");
}

/** Whatever reports what it finds. */
function looking(command: ReturnType<Program["command"]>): ReturnType<Program["command"]> {
  return judged(reported(command)).option("--reveal", "Show the denied terms that are found; on a terminal alone");
}

/** Whatever looks for something. */
function judged(command: ReturnType<Program["command"]>): ReturnType<Program["command"]> {
  return command
    .option("--config <file>", "Use this config (default: outgate.config.json)")
    .option("--denylist <file>", "Look for the terms of this list too; can stand there several times")
    .option("--allow-missing-denylist", "Tell of a list without its file or key, instead of stopping");
}

function reported(command: ReturnType<Program["command"]>): ReturnType<Program["command"]> {
  return command
    .option("--format <format>", `${formats.join(", ")} (default: text)`)
    .option("--output <file>", "Write the report to a file")
    .option("--quiet", "Say nothing of a pass but its warnings")
    .option("--no-color", "Use no colours");
}
