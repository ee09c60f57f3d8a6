import { resolve } from "../findings/resolve.ts";
import { atOnce, type Steps, wait, walk } from "../model/steps.ts";
import { search } from "../search/search.ts";
import { checkMessage, failedVerdict } from "./check.ts";
import { Clock } from "./clock.ts";
import type { CheckOptions, Message, MessageVerdict } from "./message.ts";
import type { MessageJudge } from "./message-judge.ts";
import { hiddenIn, redactedText } from "./redact.ts";
import { textDocument } from "./text-document.ts";

/** Checks messages before they are sent. It is opened once, and used for each. */
export interface MessageGate {
  /** Never throws: a failure is a `block` that says so in `unscanned`. Others run while it reads what is large. */
  check(message: Message, options?: CheckOptions): Promise<MessageVerdict>;
  /** The same for who cannot wait. Nothing else runs meanwhile, and a signal can only be heard before it. */
  checkSync(message: Message, options?: Omit<CheckOptions, "signal">): MessageVerdict;
  /**
   * A text with everything masked that must not be public, whatever the score: `[secret:github-token]`.
   * @throws {Error} if it cannot be searched.
   */
  redact(text: string): string;
}

/**
 * Loads everything that a check may need, so that none has to wait for it.
 * @param timeout in milliseconds
 */
export async function openedGate(judge: MessageJudge, timeout: number): Promise<MessageGate> {
  await judge.gate.load();
  const opened = opener(judge, timeout);
  // What runs for the first time is compiled first.
  for (const text of ["", warming]) opened.checkSync({ text, to: "public" });
  return opened;
}

/** Holds something for most of the paths that a check can take, and is no secret. */
const warming =
  "Call <b>10.0.0.1</b> or **+1 202 555 0123**, or write to nobody@example.com: password = changeme, https://user:pass@localhost/ AKIA ghp_ sk_live_";

function opener(judge: MessageJudge, usual: number): MessageGate {
  const { gate } = judge;
  return {
    async check(message, options) {
      try {
        const { signal, timeout = usual } = options ?? {};
        const clock = new Clock(timeout, signal);
        return await walk(checkMessage(message, judge, clock, clock.pause));
      } catch (error) {
        return failedVerdict(gate, error);
      }
    },
    checkSync(message, options) {
      try {
        const { timeout = usual } = options ?? {};
        const clock = new Clock(timeout, undefined);
        return atOnce(checkMessage(message, judge, clock, clock.tick));
      } catch (error) {
        return failedVerdict(gate, error);
      }
    },
    redact(text) {
      return atOnce(redacting(text, judge));
    },
  };
}

function* redacting(text: string, { gate, policy }: MessageJudge): Steps<string> {
  const bytes = Buffer.from(text);
  const { candidates, failures } = yield* wait(search(textDocument("text", bytes), gate));
  if (failures.length > 0) throw new Error("the text cannot be searched to its end");
  const kept = resolve(candidates).filter(
    ({ detector, match }) => policy(detector.id, match.confidence ?? 1, "public") !== "pass",
  );
  return redactedText(bytes, hiddenIn(kept, "contents"));
}
