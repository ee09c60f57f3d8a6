import { existsSync, lstatSync, readFileSync } from "node:fs";
import { escapeControls } from "../../findings/name.ts";
import { GateError } from "../../model/error.ts";
import { beginMark, endMark, ownFile } from "./hook-script.ts";

/** What stands at the path of a hook. */
export type HookFile =
  | { readonly kind: "absent" }
  /** A shell script: a block can stand in it. Its bytes are kept as Latin-1, so that none changes. */
  | { readonly kind: "script"; readonly text: string; readonly mode: number; readonly runs: boolean }
  /** Something that no block can stand in. */
  | { readonly kind: "foreign"; readonly because: string };

/**
 * @param runner git runs what is executable, by its first line; husky runs everything by `sh -e`.
 * @throws {GateError} if there is something that is no file, or that nobody can start.
 */
export function readHook(path: string, runner: "git" | "husky"): HookFile {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return { kind: "absent" };
  if (stat.isSymbolicLink()) return { kind: "foreign", because: "is a symbolic link" };
  if (!stat.isFile()) throw new GateError(`${path} is no file`, "Move it away: git looks for a hook there.");
  const text = readFileSync(path, "latin1");
  const mode = stat.mode & 0o7777;
  // One of ours that git has given CRLF is told once it is to be proven.
  if (runner === "git" && isExecutable(mode) && blockIn(text) === undefined) checkStarts(path, text);
  if (runner === "git" && !isShell(text)) return { kind: "foreign", because: "is no shell script" };
  return { kind: "script", text, mode, runs: runner === "husky" || isExecutable(mode) };
}

/**
 * What the system cannot start stops every commit, and of a push to a folder git then waits for ever.
 * @throws {GateError} if the first line names a program that is not there. On Windows git reads that line itself.
 */
export function checkStarts(path: string, text: string): void {
  if (process.platform === "win32" || !text.startsWith("#!")) return;
  const [line = ""] = text.slice(2).split("\n", 1);
  if (line.endsWith("\r")) {
    throw new GateError(
      `${path} cannot be started: its first line ends as lines do on Windows, and that is taken for a part of it`,
      "Save it with the line breaks of Unix, or delete it, and run `outgate init` again.",
    );
  }
  const interpreter = Buffer.from(/[^ \t]+/.exec(line)?.[0] ?? "", "latin1");
  if (!interpreter.toString().startsWith("/") || existsSync(interpreter)) return;
  throw new GateError(
    `${path} cannot be started: its first line names ${escapeControls(interpreter.toString())}, which is not there`,
    "Mend that line, or delete the file, and run `outgate init` again.",
  );
}

/** Windows has no such mode: git runs every file there. */
function isExecutable(mode: number): boolean {
  return process.platform === "win32" || (mode & 0o111) !== 0;
}

/** What git itself runs by a shell, or a first line that asks for one that reads POSIX sh. */
function isShell(text: string): boolean {
  const [, path = "", options = ""] = /^#![ \t]*(\S+)([^\r\n]*)/.exec(text) ?? [];
  if (!text.startsWith("#!")) return !text.slice(0, 8000).includes("\0");
  const name = path.endsWith("/env")
    ? (options.split(/\s+/).find((word) => word !== "" && !/^-|=/.test(word)) ?? "")
    : path;
  return /(?:^|[\\/])(?:sh|bash|dash|ash|ksh|ksh93|mksh|zsh|busybox)(?:\.exe)?$/.test(name);
}

/** A text around the first block in it. */
interface Cut {
  readonly before: string;
  readonly block: string;
  readonly after: string;
}

function cut(text: string): Cut | undefined {
  const start = text.startsWith(beginMark) ? 0 : text.indexOf(`\n${beginMark}`) + 1;
  const end = text.indexOf(`\n${endMark}`, start) + 1;
  if (!text.startsWith(beginMark, start) || end === 0) return undefined;
  const next = lineEnd(text, end);
  return { before: text.slice(0, start), block: text.slice(start, next), after: text.slice(next) };
}

/** Where the line that begins at an offset ends, with its line break. */
function lineEnd(text: string, offset: number): number {
  const at = text.indexOf("\n", offset);
  return at === -1 ? text.length : at + 1;
}

/** The block that stands in a hook, as it would be written today: git may have given it CRLF. */
export function blockIn(text: string): string | undefined {
  return cut(text)?.block.replaceAll("\r\n", "\n");
}

/** Whether the file was made for the block. */
export function isOwn(text: string): boolean {
  return blockIn(text)?.includes(ownFile) ?? false;
}

/**
 * Puts a block in the place of the one that is there, or else first: behind the line that names the shell, so that no `exit`
 * and no `exec` comes before it.
 */
export function withBlock(text: string, fresh: string): string {
  const there = cut(text);
  if (there !== undefined) return there.before + fresh + withoutBlock(there.after);
  const start = preambleEnd(text);
  const before = text.slice(0, start);
  return `${before}${before === "" || before.endsWith("\n") ? "" : "\n"}${fresh}${text.slice(start)}`;
}

export function withoutBlock(text: string): string {
  const there = cut(text);
  return there === undefined ? text : there.before + withoutBlock(there.after);
}

/** Behind the first line, and in hooks of husky up to version 8 behind what starts them anew: the block must run once. */
function preambleEnd(text: string): number {
  const shebang = text.startsWith("#!") ? lineEnd(text, 0) : 0;
  let offset = shebang;
  for (let line = 0; line < 8 && offset < text.length; line++) {
    const end = lineEnd(text, offset);
    if (/^[ \t]*(?:\.|source)[ \t].*\/husky\.sh/.test(text.slice(offset, end))) return end;
    offset = end;
  }
  return shebang;
}

/** @throws {GateError} where there is a mark without its other half. */
export function checkMarks(text: string, path: string): void {
  const rest = withoutBlock(text);
  if (!rest.includes(beginMark) && !rest.includes(endMark)) return;
  throw new GateError(
    `${path} holds a part of a block of outgate: the other mark is missing`,
    `Remove what is left of it, from the line "${beginMark}" to the line "${endMark}", and run \`outgate init\` again.`,
  );
}
