import { createInterface } from "node:readline";
import { type Audience, audiences } from "../../model/audience.ts";
import { GateError } from "../../model/error.ts";

const who: Readonly<Record<Audience, string>> = {
  owner: "you alone",
  team: "people whom you chose: a private repository",
  group: "more people than you know, but not everybody",
  public: "everybody",
};

/**
 * Asks who can read the repository; undefined where the answer is left open.
 * @throws {GateError} on Ctrl-C, and where the input ends.
 */
export async function askAudience(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
): Promise<Audience | undefined> {
  const lines = createInterface({ input, output, prompt: `1 to ${audiences.length}, or Enter to leave it open: ` });
  let isOpen = true;
  lines.once("close", () => (isOpen = false));
  lines.once("SIGINT", () => lines.close());
  output.write("Who can read this repository?\n");
  for (const [at, audience] of audiences.entries())
    output.write(`  ${at + 1}  ${audience.padEnd(7)} ${who[audience]}\n`);
  lines.prompt();
  for await (const line of lines) {
    const answer = line.trim().toLowerCase();
    const found = audiences.find((audience, at) => answer === audience || answer === String(at + 1));
    if (found !== undefined || answer === "") {
      output.write("\n");
      return found;
    }
    // What was typed ahead is still to be read when the input has ended.
    if (isOpen) lines.prompt();
  }
  output.write("\n");
  throw new GateError(
    "stopped at the question, and nothing was changed",
    "Run `outgate init` again, or with --yes to be asked nothing.",
  );
}
