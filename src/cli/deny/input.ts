import { createInterface } from "node:readline";
import { isatty } from "node:tty";
import { readTerms, termsOf } from "../../denylist/terms-file.ts";
import type { Term } from "../../denylist/term.ts";
import { GateError } from "../../model/error.ts";
import { readInput } from "../input.ts";

/**
 * Terms from a terminal, which is asked for them, or from what is piped in.
 * @throws {GateError} if there is none, or a line is no term.
 */
export async function readGivenTerms(question: string): Promise<readonly Term[]> {
  const terms = isatty(0) ? await ask(question) : termsIn(readInput("what is piped in", howToGive));
  if (terms.length > 0) return terms;
  throw new GateError("no term was given, so nothing was changed", "Write one in each line.");
}

const howToGive = "Pipe them in, or type them when the command asks.";

function termsIn(bytes: Buffer): Term[] {
  return termsOf(readTerms(bytes, "on stdin")).map(({ term }) => term);
}

/** Asks line by line until an empty one. The arrow keys bring no earlier line back, and nothing is kept of them. */
async function ask(question: string): Promise<Term[]> {
  const output = process.stderr;
  const lines = createInterface({ input: process.stdin, output, terminal: true, historySize: 0, prompt: "> " });
  let isOpen = true;
  let isStopped = false;
  lines.once("close", () => (isOpen = false));
  lines.once("SIGINT", () => {
    isStopped = true;
    lines.close();
  });
  output.write(`${question}, one in each line; an empty line ends.\n`);
  const terms: Term[] = [];
  lines.prompt();
  for await (const line of lines) {
    if (line.trim() === "") break;
    try {
      terms.push(...termsIn(Buffer.from(line)));
    } catch (error) {
      if (!(error instanceof GateError)) throw error;
      output.write(`That ${error.message.replace(/^line 1 of the deny list on stdin /, "")}. ${error.remedy}\n`);
    }
    if (isOpen) lines.prompt();
  }
  lines.close();
  if (isStopped) throw new GateError("stopped at the question, and nothing was changed", "Run the command again.");
  return terms;
}
