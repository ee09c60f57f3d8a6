import { displayed } from "../describe.ts";
import { escapeControls } from "../findings/name.ts";
import { resolve } from "../findings/resolve.ts";
import type { Gate } from "../gate.ts";
import { GateError } from "../model/error.ts";
import { type Steps, wait } from "../model/steps.ts";
import { nothingSuppressed, stamp, type Unscanned } from "../model/verdict.ts";
import { resolveAudience } from "../policy/audiences.ts";
import { search } from "../search/search.ts";
import type { Clock } from "./clock.ts";
import { judgeMessage, type Looked, redactedMessage } from "./judge.ts";
import type { Message, MessageVerdict } from "./message.ts";
import type { MessageJudge } from "./message-judge.ts";
import { partsOf } from "./parts.ts";
import { hiddenIn, redactedText } from "./redact.ts";

/**
 * Checks a message. What could not be checked makes the verdict `block`.
 * @param pause lets others run, where there is time for it
 */
export function* checkMessage(
  message: Message,
  judge: MessageJudge,
  clock: Clock,
  pause: Clock["pause"] | undefined,
): Steps<MessageVerdict> {
  const started = performance.now();
  const { gate, audiences, isObserving } = judge;
  const { audience, target, notes } = resolveAudience(message, audiences);
  const { looked, unscanned } = yield* look(message, gate, clock, pause);
  const judged = judgeMessage(looked, judge, audience);
  const isFailed = unscanned.some(({ kind }) => kind === "failed" || gate.blockUnscanned);
  const redacted = judged.verdict === "redact" && !isFailed ? redactedMessage(message, looked, judged.findings) : {};
  const verdict = isFailed || redacted === undefined ? "block" : judged.verdict;
  const observed = isObserving && verdict !== "pass" ? [`The gate only observes: this would be "${verdict}".`] : [];
  return {
    schema: 1,
    ...stamp(),
    policy: gate.policyId,
    actor: yield* shown(message.actor ?? null, gate),
    boundary: "message",
    target: yield* shown(target, gate),
    audience,
    verdict: observed.length > 0 ? "pass" : verdict,
    complete: !isFailed,
    score: judged.score,
    scoreParts: judged.scoreParts,
    findings: judged.findings,
    ...nothingSuppressed(),
    alreadyThere: 0,
    unscanned,
    ...notesOf([...notes, ...(gate.denied?.notes ?? []), ...observed]),
    scanned: { ...scannedOf(looked), rules: gate.rules.length, terms: gate.denied?.count ?? 0 },
    milliseconds: Math.round(performance.now() - started),
    ...(observed.length === 0 && redacted),
  };
}

function notesOf(notes: readonly string[]): Pick<MessageVerdict, "notes"> {
  return notes.length === 0 ? {} : { notes };
}

/** A verdict on what could not even be looked at. */
export function failedVerdict(gate: Gate, error: unknown): MessageVerdict {
  return {
    schema: 1,
    ...stamp(),
    policy: gate.policyId,
    actor: null,
    boundary: "message",
    target: null,
    audience: "public",
    verdict: "block",
    complete: false,
    score: 0,
    scoreParts: [],
    findings: [],
    ...nothingSuppressed(),
    alreadyThere: 0,
    unscanned: [{ document: "message", reason: tellOf(error), kind: "failed" }],
    scanned: { documents: 0, bytes: 0, segments: 0, rules: gate.rules.length, terms: gate.denied?.count ?? 0 },
    milliseconds: 0,
  };
}

/** Looks at every part; what comes after one that takes too long is not looked at, and said. */
function* look(
  message: Message,
  gate: Gate,
  clock: Clock,
  pause: Clock["pause"] | undefined,
): Steps<{ readonly looked: readonly Looked[]; readonly unscanned: readonly Unscanned[] }> {
  const looked: Looked[] = [];
  const unscanned: Unscanned[] = [...(gate.denied?.missing ?? [])];
  const failed = (document: string, reason: string, kind: Unscanned["kind"] = "failed"): void => {
    unscanned.push({ document, reason, kind });
  };
  try {
    const parts = partsOf(message, clock);
    if (parts.length === 0) failed("message", "it has neither a text nor parts");
    for (const part of parts) {
      const { candidates, failures, segments } = yield* wait(search(part.document, gate, { pause }));
      const kept = candidates.length === 0 ? [] : resolve(candidates);
      looked.push({ part, kept, segments });
      clock.check();
      const isNameSafe = failures.every((failure) => failure.part !== "name");
      for (const { reason, kind } of failures)
        failed(isNameSafe ? displayed(part.document, kept) : "[a name that was not searched]", reason, kind);
    }
  } catch (error) {
    failed("message", clock.over ?? tellOf(error));
  }
  return { looked, unscanned };
}

/** What was thrown can hold the text that it choked on; what this program says of a message does not. */
function tellOf(error: unknown): string {
  if (error instanceof GateError) return error.message;
  return `it cannot be read: ${error instanceof Error ? error.constructor.name : "something was thrown that is no error"}`;
}

function scannedOf(looked: readonly Looked[]): { documents: number; bytes: number; segments: number } {
  const scanned = { documents: looked.length, bytes: 0, segments: 0 };
  for (const { part, segments } of looked) {
    scanned.bytes += part.document.bytes.length;
    scanned.segments += segments;
  }
  return scanned;
}

/** How much of a target's or an actor's name is repeated, in characters. */
const longestName = 200;

/** A name that the caller gave, with what the gate finds in it masked: an address can hold a token. */
function* shown(name: string | null, gate: Gate): Steps<string | null> {
  if (name === null) return null;
  const bytes = Buffer.from(name.slice(0, longestName));
  const { candidates } = yield* wait(
    search({ kind: "document", name: Buffer.alloc(0), nameLeaves: false, isText: true, bytes }, gate),
  );
  return escapeControls(redactedText(bytes, hiddenIn(resolve(candidates), "contents")));
}
