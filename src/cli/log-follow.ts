import type { Gate } from "../gate.ts";
import type { Edit } from "../log/edits.ts";
import type { Output } from "../log/output.ts";
import { Placeholders } from "../log/placeholder.ts";
import { Redactor } from "../log/redactor.ts";
import { count } from "../reporters/summary.ts";
import { GateError } from "../model/error.ts";
import { type Steps, walk } from "../model/steps.ts";
import { escapeControls } from "../findings/name.ts";
import type { CheckFlags } from "./flags.ts";
import { follow, type Follower } from "./follow.ts";
import { complain, print } from "./output.ts";
import { masked } from "./tell-error.ts";

const newline = 0x0a;

/**
 * `outgate log --follow FILE`: a line for everything that everybody would read, as soon as it is written. What stands in a line is its place
 * and its placeholder, which is the same for the same text.
 * @returns the exit code, when it is told to end: 1 where something stood there that stops a check
 */
export async function followLog(file: string, gate: Gate, flags: CheckFlags): Promise<number> {
  const key = process.env["OUTGATE_KEY"];
  const seen = { places: 0, lines: 0, stops: false };
  const placeholders = new Placeholders(key === "" ? undefined : key);
  const name = escapeControls(await masked(file));
  await follow(file, () => new Reports(name, flags.format === "json", new Redactor(gate, placeholders), seen));
  if (flags.quiet !== true)
    complain(`outgate: ${count(seen.places, "place")} in ${count(seen.lines, "line")} of ${name}.\n`);
  return seen.stops ? 1 : 0;
}

interface Seen {
  places: number;
  lines: number;
  stops: boolean;
}

/** Tells where something stands in one file. */
class Reports implements Follower {
  readonly redactor: Redactor;
  readonly #name: string;
  readonly #isJson: boolean;
  readonly #seen: Seen;
  /** Where what comes next stands, as people count. */
  #line = 1;
  #column = 1;

  constructor(name: string, isJson: boolean, redactor: Redactor, seen: Seen) {
    this.#name = name;
    this.#isJson = isJson;
    this.redactor = redactor;
    this.#seen = seen;
  }

  async write(steps: Steps<Output>): Promise<void> {
    const output = await walk(steps);
    const { input } = output;
    let at = 0;
    let report = "";
    for (const found of output.found()) {
      this.#count(input.subarray(at, found.start));
      at = Math.max(at, found.start);
      report += this.#told(found);
      this.#seen.places++;
      this.#seen.stops ||= found.stops;
    }
    this.#count(input.subarray(at));
    if (report !== "") print(report);
  }

  async guarded(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (error instanceof GateError) throw error;
      const reason = await masked(error instanceof Error ? error.message : "unknown");
      throw new GateError(`${this.#name} cannot be followed from line ${this.#line} on: ${reason}`, "Mend that first.");
    }
  }

  #told({ rule, stops, by }: Required<Edit>): string {
    const place = { document: this.#name, line: this.#line, column: this.#column };
    const action = stops ? "block" : "warn";
    const placeholder = /^"?\[/.test(by) ? by.replaceAll('"', "") : "in a list of bytes or a name";
    if (this.#isJson) return `${JSON.stringify({ ...place, ruleId: rule, action, placeholder })}\n`;
    return `${this.#name}:${this.#line}:${this.#column}  ${rule}${stops ? "" : " (warning)"}  ${placeholder}\n`;
  }

  /** Goes on behind some bytes: a column counts characters. */
  #count(bytes: Buffer): void {
    let last = -1;
    for (let at = bytes.indexOf(newline); at !== -1; at = bytes.indexOf(newline, at + 1)) {
      this.#line++;
      this.#seen.lines++;
      last = at;
    }
    if (last !== -1) this.#column = 1;
    this.#column += bytes.toString("utf8", last + 1).length;
  }
}
