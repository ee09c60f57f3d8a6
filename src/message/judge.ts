import { describe, displayed } from "../describe.ts";
import type { Audience } from "../model/audience.ts";
import { classOf } from "../model/class.ts";
import type { Finding, MessageAction } from "../model/finding.ts";
import { judge } from "../policy/judge.ts";
import type { MessagePolicy, Policy } from "../policy/policy.ts";
import { actionOf, type Fact, score } from "../policy/score.ts";
import type { Found } from "../search/run.ts";
import type { Message, MessageVerdict, Part } from "./message.ts";
import type { MessageJudge } from "./message-judge.ts";
import type { Readable } from "./parts.ts";
import { reasonOf } from "./reason.ts";
import { hiddenIn } from "./redact.ts";

/** A part in which was looked, and what counts of what was found there. */
export interface Looked {
  readonly part: Readable;
  readonly kept: readonly Found[];
  readonly segments: number;
}

type Judged = Pick<MessageVerdict, "verdict" | "score" | "scoreParts" | "findings">;

/** What the findings in all parts come to for some readers. What tells a little each is judged together. */
export function judgeMessage(
  looked: readonly Looked[],
  { policy, gate: { reveals } }: Pick<MessageJudge, "policy" | "gate">,
  audience: Audience,
): Judged {
  const all = looked.flatMap(({ kept }) => kept);
  if (all.length === 0) return { verdict: "pass", score: 0, scoreParts: [], findings: [] };
  const scored = score(all.filter((found) => actionFor(found, policy, audience) === "score").map(factOf));
  const act: Policy = (rule, confidence) => {
    const action = policy(rule, confidence, audience);
    return action === "score" ? actionOf(scored.score) : action;
  };
  const findings = looked.flatMap(({ part, kept }) =>
    describedIn(part, kept, { policy: act, reveals }).map((finding): Finding => {
      const isScored = policy(finding.ruleId, finding.confidence, audience) === "score";
      return { ...finding, reason: reasonOf(finding, audience, isScored ? scored : undefined) };
    }),
  );
  const { verdict, score: certain } = judge(findings);
  return { verdict, ...scored, ...(certain > scored.score && { score: certain }), findings };
}

/**
 * The message as it may leave, where its findings are to be masked.
 * @returns undefined if a part cannot be changed.
 */
export function redactedMessage(
  message: Message,
  looked: readonly Looked[],
  findings: readonly Finding[],
): Pick<MessageVerdict, "text" | "parts"> | undefined {
  const rules = new Set(findings.filter(({ action }) => action === "redact").map(({ ruleId }) => ruleId));
  const parts: Part[] = [];
  for (const { part, kept } of looked) {
    const masked = kept.filter(({ detector }) => rules.has(detector.id));
    const redacted = part.redacted(hiddenIn(masked, "contents"), hiddenIn(masked, "name"));
    if (redacted === undefined) return undefined;
    parts.push(redacted);
  }
  const [first, ...others] = parts;
  if (message.text === undefined || first === undefined || !("text" in first)) return { parts };
  return { text: first.text, ...(message.parts !== undefined && { parts: others }) };
}

function describedIn(
  { document, placer }: Readable,
  kept: readonly Found[],
  judging: Parameters<typeof describe>[3],
): Finding[] {
  if (kept.length === 0) return [];
  const described = describe(document, displayed(document, kept), kept, judging);
  const placeOf = placer?.(kept.map(({ range }) => range));
  if (placeOf === undefined) return described.map(({ finding }) => finding);
  return described.map(({ finding, found: { range } }) => {
    const place = `JSON ${placeOf(range)}`;
    return { ...finding, surface: finding.surface === "text" ? place : `${finding.surface}, ${place}` };
  });
}

function actionFor({ detector, match }: Found, policy: MessagePolicy, audience: Audience): MessageAction {
  return policy(detector.id, match.confidence ?? 1, audience);
}

/** What a fact without a weight of its own comes to: a warning. */
const usualWeight = 2;

function factOf({ detector, match, text }: Found): Fact {
  const { topic = classOf(detector.id), weight = usualWeight, map } = detector.disclosure ?? {};
  const likelihood = match.confidence ?? 1;
  return { rule: detector.id, topic, weight, likelihood, value: text.toString("latin1"), ...(map && { map }) };
}
