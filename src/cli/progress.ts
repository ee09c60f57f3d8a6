import { isatty } from "node:tty";
import { firstOfEach } from "../policy/repeated.ts";
import type { Progress } from "../model/progress.ts";
import type { Source } from "../model/source.ts";
import { count, size, stops } from "../reporters/summary.ts";
import type { CheckFlags } from "./flags.ts";
import { complain } from "./output.ts";
import { about, TimeLeft } from "./time-left.ts";

/** Where a line is written, and by which clock. */
export interface Terminal {
  readonly write: (text: string) => void;
  /** In columns. */
  readonly width: () => number;
  /** In milliseconds. */
  readonly now: () => number;
}

/** At most this often a line is written, in milliseconds. */
const pace = 100;

/**
 * Tells on stderr how far a check is, where somebody would watch. It is loaded when a check has taken a while.
 * @param started when the check began, in milliseconds of Date.now.
 */
export function openProgressLine(source: Source, { quiet }: CheckFlags, started: number): ProgressLine {
  const isWatched = quiet !== true && isForPeople(process.env) && isatty(2);
  return new ProgressLine(isWatched ? stderr : undefined, source.done, started);
}

const stderr: Terminal = {
  write: complain,
  width: () => process.stderr.columns || 80, // some pseudo-terminals have none
  now: Date.now,
};

/** As cargo and npm decide it: not in CI, whose logs keep every state of a line, nor where nothing can be rewritten. */
export function isForPeople({ TERM, CI = "", TF_BUILD = "" }: NodeJS.ProcessEnv): boolean {
  return TERM !== "dumb" && ["", "0", "false"].includes(CI.toLowerCase()) && TF_BUILD === "";
}

/** One line that is rewritten in its place, and is taken away before anything else is said. */
export class ProgressLine {
  readonly #terminal: Terminal | undefined;
  readonly #done: Source["done"];
  readonly #started: number;
  readonly #left = new TimeLeft();
  readonly #isFirst = firstOfEach();
  #seen = 0;
  #stopping = 0;
  #written = -Infinity;
  #isShown = false;

  constructor(terminal: Terminal | undefined, done: Source["done"], started: number) {
    this.#terminal = terminal;
    this.#done = done;
    this.#started = started;
  }

  show({ documents, bytes, findings }: Progress): void {
    if (this.#terminal === undefined) return;
    const now = this.#terminal.now();
    if (now - this.#written < pace) return;
    this.#written = now;
    // As the report will count them.
    for (const finding of findings.slice(this.#seen)) if (stops(finding) && this.#isFirst(finding)) this.#stopping++;
    this.#seen = findings.length;
    const left = this.#done && this.#left.at(this.#done(), now);
    const state = { documents, bytes, findings: this.#stopping, milliseconds: now - this.#started, left };
    this.#terminal.write(`\r${lineOf(state, this.#terminal.width())}${restOfLine}`);
    this.#isShown = true;
  }

  clear(): void {
    if (!this.#isShown) return;
    this.#terminal?.write(`\r${restOfLine}`);
    this.#isShown = false;
  }
}

/** Clears from the cursor to the end of its line: EL of ECMA-48. */
const restOfLine = "\x1b[K";

/** What the line tells. */
export interface State {
  readonly documents: number;
  readonly bytes: number;
  /** Those that stop what is checked. */
  readonly findings: number;
  /** Since the beginning; more than 0. */
  readonly milliseconds: number;
  /** In milliseconds; undefined where it is not known. */
  readonly left: number | undefined;
}

/** The columns that stay free: for the `^C` of a terminal, which must not begin a line of its own. */
const free = 3;

/** As much of it as the width, in columns, has room for. */
export function lineOf({ documents, bytes, findings, milliseconds, left }: State, width: number): string {
  // With a rank: where the room is small, the last ones go first.
  const parts: readonly (readonly [text: string, rank: number])[] = [
    [count(documents, "document"), 0],
    [size(bytes), 3],
    [`${size(Math.round((bytes / milliseconds) * 1000))}/s`, 4],
    [count(findings, "finding"), 1],
    ...(left === undefined ? [] : [[`${about(left)} left`, 2] as const]),
  ];
  for (let ranks = 5; ranks > 0; ranks--) {
    const shown = parts.filter(([, rank]) => rank < ranks).map(([text]) => text);
    const line = `outgate: ${shown.join(", ")}`;
    if (line.length <= width - free) return line;
  }
  return "";
}
