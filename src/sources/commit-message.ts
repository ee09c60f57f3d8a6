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

/** git writes this line, behind a comment character, above the patch that `commit -v` shows. */
const scissors = /^.{1,8} ------------------------ >8 ------------------------$/m;

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
  const cut = scissors.exec(text)?.index ?? text.length;
  const comment = commentCharacter();
  const lines = text.slice(0, cut).split("\n");
  return Buffer.from(
    lines.map((line) => (comment !== undefined && line.startsWith(comment) ? "" : line)).join("\n"),
    "latin1",
  );
}

/** Undefined where comments stay in the message, or where git chooses the character by itself. */
function commentCharacter(): string | undefined {
  const wanted = String.raw`^(core\.comment(char|string)|commit\.cleanup)$`;
  const config = runGit(["config", "-z", "--get-regexp", wanted]).output.toString("latin1");
  const value = (key: string): string | undefined => new RegExp(`(?:^|\0)${key}\n([^\0]*)`, "i").exec(config)?.[1];
  if (/verbatim|whitespace/.test(value("commit.cleanup") ?? "")) return undefined;
  const character = value("core.commentstring") ?? value("core.commentchar") ?? "#";
  return character === "auto" || character === "" ? undefined : character;
}
