import { readFileSync } from "node:fs";
import { isatty } from "node:tty";
import { checkMessage } from "../message/check.ts";
import { Clock } from "../message/clock.ts";
import type { Part } from "../message/message.ts";
import { messageJudge } from "../message/message-judge.ts";
import { GateError } from "../model/error.ts";
import { walk } from "../model/steps.ts";
import { codeOf } from "../model/system-error.ts";
import type { Verdict } from "../model/verdict.ts";
import { openListed } from "../open-listed.ts";
import { stops } from "../reporters/summary.ts";
import { exitCode, report } from "./check.ts";
import { audienceOf, type CheckFlags, formatOf, listsOf, textOf } from "./flags.ts";
import { readInput } from "./input.ts";
import { complain, print } from "./output.ts";
import { maskBy } from "./tell-error.ts";

export interface MessageFlags extends CheckFlags {
  readonly to?: unknown;
  readonly conversation?: unknown;
  readonly actor?: unknown;
  readonly policy?: unknown;
  readonly redact?: unknown;
}

/** A program that sends messages one by one calls the library; whoever calls this waits at a terminal or in a script. */
const timeout = 10_000;

/** `outgate message --to TARGET [FILE]`: one message, from a file or from stdin. */
export async function message(file: unknown, flags: MessageFlags): Promise<number> {
  formatOf(flags);
  const to = textOf("--to", flags.to);
  if (to === undefined)
    throw new GateError("nobody said where the message goes", "Name it: --to telegram:chat:-1001234, or --to group.");
  const policy = textOf("--policy", flags.policy);
  const named = textOf("--config", flags.config);
  const { config, policyId, denied } = await openListed({ config: named, policy, ...listsOf(flags) });
  const reveals = flags.reveal === true && (await import("./reveal.ts")).isRevealed(flags);
  const judge = await messageJudge(config, policyId, denied, reveals);
  maskBy(judge.gate);
  const audience = audienceOf(flags);
  const actor = textOf("--actor", flags.actor);
  const conversation = textOf("--conversation", flags.conversation);
  const clock = new Clock(timeout, undefined);
  const part = read(textOf("the file", file));
  const { text, ...verdict } = await walk(
    checkMessage(
      {
        ...part,
        to,
        ...(audience && { audience }),
        ...(actor !== undefined && { actor }),
        ...(conversation !== undefined && { conversation }),
      },
      judge,
      clock,
      clock.pause,
    ),
  );
  if (flags.redact !== true) return report(verdict, flags, { advice: verdict.verdict === "redact" ? [howToMask] : [] });
  const sendable = text ?? (verdict.verdict === "pass" && verdict.complete ? part.text : undefined);
  if (sendable === undefined) return reportAside(verdict);
  print(sendable);
  return 0;
}

const howToMask = "`--redact` prints the message as it may be sent.";

/** A report on stderr: stdout is for what may be sent. */
async function reportAside(verdict: Verdict): Promise<number> {
  const { text } = await import("../reporters/text.ts");
  complain(text(verdict, { color: false, quiet: false, advice: howToAllow(verdict) }));
  return exitCode(verdict);
}

/** Masking is what the config allows, rule by rule. */
function howToAllow({ findings }: Verdict): string[] {
  const first = findings.find(stops);
  if (first === undefined) return [];
  return [`\`--redact\` masks what the config says, such as \`"messages": { "${first.ruleId}": "redact" }\`.`];
}

/** What is no text is searched as the bytes that it is. */
function read(file: string | undefined): { readonly text?: string; readonly parts?: readonly Part[] } {
  const bytes = bytesOf(file);
  if (bytes.length === 0)
    throw new GateError("the message is empty, so nothing was checked", "Look at the program that was to write it.");
  const text = bytes.toString("utf8");
  return Buffer.from(text).equals(bytes) ? { text } : { parts: [{ bytes }] };
}

function bytesOf(file: string | undefined): Buffer {
  const stdin = 0;
  const remedy = "Pipe it in, `outgate message --to TARGET < FILE`, or name a file that is there.";
  if (file === undefined && isatty(stdin)) complain("The message is read from here; Ctrl-D behind a line ends it.\n");
  if (file === undefined) return readInput("the message", remedy);
  try {
    return readFileSync(file);
  } catch (error) {
    throw new GateError(`the message cannot be read: ${codeOf(error)}`, remedy);
  }
}
