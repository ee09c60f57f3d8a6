import { statSync } from "node:fs";
import { cac } from "cac";
import manifest from "../../package.json" with { type: "json" };
import { GateError } from "../model/error.ts";
import { codeOf } from "../model/system-error.ts";
import { commands } from "./commands.ts";
import { fitted } from "./help.ts";
import { complain } from "./output.ts";
import { told } from "./tell-error.ts";

export { hasHeapFlags, withUsualFlags } from "./small-heap.ts";

/**
 * Runs the command of the arguments and gives its exit code; undefined where there was none to run, with `--help`. Whatever
 * goes wrong is told and is exit code 2.
 */
export async function main(): Promise<number | undefined> {
  try {
    return await run();
  } catch (error) {
    complain(await told(error));
    return 2;
  }
}

async function run(): Promise<number | undefined> {
  const program = cac("outgate");
  // The parser reads the arguments once for each command that it knows, so it is told of the others only where they matter.
  const words = withHelpOption(process.argv);
  const named = Object.hasOwn(commands, words[2] ?? "") ? commands[words[2] ?? ""] : undefined;
  for (const add of named === undefined ? Object.values(commands) : [named]) add(program);
  program.help(fitted);
  program.version(manifest.version);
  program.parse(asNamed(words).map(asText), { run: false });
  program.args = program.args.map(asWritten);
  for (const [name, value] of Object.entries(program.options)) program.options[name] = unmarked(value);
  if (program.options["help"] || (program.matchedCommand === undefined && program.options["version"])) {
    process.exitCode = 0;
    return undefined;
  }
  if (program.matchedCommand === undefined) return usage(program.args.length > 0);
  checkFolder();
  const code: unknown = await program.runMatchedCommand();
  return typeof code === "number" ? code : 2;
}

/** `outgate help init` asks what `outgate init --help` does. */
function withHelpOption(words: readonly string[]): readonly string[] {
  return words[2] === "help" ? [...words.slice(0, 2), ...words.slice(3, 4), "--help"] : words;
}

/**
 * Config and deny lists are looked for from the current folder up, and none is found from one that Node cannot name.
 * @throws {GateError} if it was deleted, or if its path is no UTF-8.
 */
function checkFolder(): void {
  if (isThere()) return;
  // The message is searched by a gate, which is opened from a folder as well.
  process.chdir("/");
  throw new GateError(
    "the current folder was deleted, or its path is not UTF-8, so nothing was checked",
    "Change to one that is there; rename it if its name, or one above, has bytes that are not UTF-8.",
  );
}

function isThere(): boolean {
  try {
    return statSync(process.cwd(), { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    return codeOf(error) !== "ENOENT"; // whoever reads it tells of the rest
  }
}

/**
 * The parser knows flags by the names that they have in a program, `inPlace`: it took what stands behind `--in-place` for its value, and no file was left. What
 * stands behind `--` is no flag.
 */
function asNamed(words: readonly string[]): readonly string[] {
  const last = words.indexOf("--");
  return words.map((word, index) =>
    last !== -1 && index > last
      ? word
      : word.replace(/^--(?!no-)[a-z]+(?:-[a-z]+)+/, (name) =>
          name.replaceAll(/(?<=[a-z])-[a-z]/g, (letter) => letter.charAt(1).toUpperCase()),
        ),
  );
}

/** What no argument can hold. */
const mark = "\0";

/**
 * The parser takes what it can for a number: an empty text for 0, and the id of a chat, which has more digits than a number holds, for
 * that of another. So it gets these words marked.
 */
function asText(word: string): string {
  const start = word.startsWith("--") ? word.indexOf("=") + 1 : 0;
  const isOption = word.startsWith("-") && start === 0;
  return isOption || !Number.isFinite(Number(word.slice(start)))
    ? word
    : word.slice(0, start) + mark + word.slice(start);
}

function unmarked(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unmarked);
  return typeof value === "string" ? asWritten(value) : value;
}

function asWritten(word: string): string {
  return word.startsWith(mark) ? word.slice(mark.length) : word;
}

/** Without a command nothing is checked, which must not look like a pass. */
function usage(unknown: boolean): never {
  throw new GateError(
    unknown ? "there is no such command" : "no command was given, so nothing was checked",
    "`outgate --help` lists the commands.",
  );
}
