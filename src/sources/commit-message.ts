import { readFileSync } from "node:fs";
import type { Document } from "../model/document.ts";
import { GateError } from "../model/error.ts";
import { runGit } from "./git.ts";
import { codeOf } from "../model/system-error.ts";

/**
 * A commit message as git will record it.
 * @throws {GateError} if the file cannot be read.
 */
export function commitMessage(file: string): Document {
  return {
    kind: "document",
    name: Buffer.from("commit message"),
    nameLeaves: false,
    isText: true,
    bytes: recorded(readMessage(file)),
  };
}

function readMessage(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new GateError(
      `the commit message cannot be read: ${codeOf(error)}`,
      "Name the file that git passes to its hook.",
    );
  }
}

/**
 * Without what git will take away: the patch below the scissors, and the comments if an editor was there to write them. Git
 * tells its hooks so by GIT_EDITOR: it is `:` where no editor is started, and then `#` is a character like any other. Lines
 * are emptied, not removed, so that the numbers of the others stay.
 */
function recorded(bytes: Buffer): Buffer {
  if (process.env["GIT_EDITOR"] === ":") return bytes;
  const text = bytes.toString("latin1");
  // Most messages have no line that could be a comment, and then git need not be asked what begins one.
  if (!/^[^\w\s]/m.test(text)) return bytes;
  const { cleanup, comment } = cleaning();
  const lines = text.slice(0, endOf(text, cleanup)).split("\n");
  const isTaken = (line: string): boolean => comment !== undefined && line.startsWith(comment);
  return Buffer.from(lines.map((line) => (isTaken(line) ? "" : line)).join("\n"), "latin1");
}

/** git writes this line, behind a comment character, above the patch that `commit -v` shows. */
const scissors = /^(?<mark>.{1,8}) ------------------------ >8 ------------------------$/m;

/** Below it and some comments the patch begins. */
const patch = /^(?:diff --|Submodule )/;
const longestComments = 4096;

/** Where git cuts the message off: at the scissors, if it wrote them itself or is told to. Of any others it takes the line away as a comment. */
function endOf(text: string, cleanup: string): number {
  const found = scissors.exec(text);
  if (found === null) return text.length;
  const start = found.index + found[0].length;
  const below = text.slice(start, start + longestComments).split("\n");
  const first = below.find((line) => line !== "" && !line.startsWith(found.groups?.["mark"] ?? ""));
  return cleanup === "scissors" || (first !== undefined && patch.test(first)) ? found.index : text.length;
}

interface Cleaning {
  /** How git is told to clean messages up; "" where it is not. */
  readonly cleanup: string;
  /** What begins a comment; undefined where comments stay in the message, or where git chooses the character by itself. */
  readonly comment: string | undefined;
}

function cleaning(): Cleaning {
  const wanted = String.raw`^(core\.comment(char|string)|commit\.cleanup)$`;
  const config = runGit(["config", "-z", "--get-regexp", wanted]).output.toString("latin1");
  // Of several values the last counts: git tells them in the order of its files.
  const last = (values: RegExp): string | undefined => [...config.matchAll(values)].at(-1)?.[1];
  const cleanup = last(/(?<![^\0])commit\.cleanup\n([^\0]*)/g) ?? "";
  const character = last(/(?<![^\0])core\.comment(?:char|string)\n([^\0]*)/g) ?? "#";
  const isKept = /verbatim|whitespace|scissors/.test(cleanup) || character === "auto" || character === "";
  return { cleanup, comment: isKept ? undefined : character };
}
