import type { Hidden } from "../findings/name.ts";
import type { Gate } from "../gate.ts";
import { classOf } from "../model/class.ts";
import { deniedRuleIds } from "../model/denied-rule.ts";
import type { Finding } from "../model/finding.ts";
import type { Suppressing } from "../model/verdict.ts";
import type { Found } from "../search/run.ts";
import type { Suppressions } from "../suppressions/suppression.ts";
import { type Comments, commentReader } from "./comments.ts";
import { Entries, type Question } from "./entries.ts";
import type { Judged } from "./judged.ts";
import { followed, type Label, Labels } from "./label.ts";
import { liner } from "./line-prints.ts";
import type { Offer } from "./offer.ts";
import { shower, type Words, wordsOf } from "./words.ts";

/** @throws {GateError} if the suppressions cannot be read. */
export async function openSuppressor(gate: Gate): Promise<Suppressor> {
  return new Suppressor(gate, await gate.suppressions.open());
}

/** Takes suppressed findings out of a verdict, document by document. */
export class Suppressor {
  readonly #gate: Gate;
  readonly #suppressions: Suppressions;
  readonly #entries: Entries;
  readonly #comments: (judged: Judged) => Comments;
  /** What was found, as Latin-1, so that no word of a suppression shows it. */
  readonly #texts = new Map<string, Hidden["class"]>();
  readonly #suppressed: { readonly finding: Finding; readonly offer: Offer }[] = [];
  readonly #unused: Label[] = [];
  readonly #added = new Labels();
  readonly #rejected = new Labels();

  constructor(gate: Gate, suppressions: Suppressions) {
    this.#gate = gate;
    this.#suppressions = suppressions;
    this.#entries = new Entries(suppressions);
    this.#comments = commentReader(gate, suppressions.brought !== undefined);
  }

  /** The findings that still count. One that a new suppression asks for is among them, as a question. */
  left(judged: Judged): Finding[] {
    const { document, name, found, further, brought } = judged;
    for (const hit of found) this.#remember(hit);
    const { offers, unused, rejected } = this.#comments(judged);
    this.#unused.push(...unused);
    for (const label of rejected) this.#rejected.add(label);
    const path = document.nameLeaves ? this.#suppressions.pathOf(name) : undefined;
    const line = liner(document, found);
    return found.flatMap((hit) => {
      const finding = brought.get(hit);
      if (finding === undefined) return [];
      const question = path === undefined ? undefined : { hit, rule: finding.ruleId, path, line };
      const ofPlace = further.includes(hit) ? undefined : (offers.get(hit) ?? []);
      return this.#decided(finding, this.#offersOf(ofPlace, question));
    });
  }

  /** What a file of some kind is called tells nothing. */
  #remember({ part, detector, text }: Found): void {
    const of = classOf(detector.id);
    if (part !== "name" || of !== "artifact") this.#texts.set(text.toString("latin1"), of);
  }

  /**
   * In turn: what is nearest goes first, and one that is not needed is not used.
   * @param inline undefined where it is not for a comment, nor for the baseline, to let it through
   */
  *#offersOf(inline: readonly Offer[] | undefined, question: Question | undefined): Generator<Offer> {
    if (inline !== undefined) yield* inline;
    if (question === undefined) return;
    yield* this.#entries.allowed(question, (label) => this.#rejected.add(label));
    if (inline !== undefined) yield* this.#entries.known(question);
  }

  #decided(finding: Finding, offers: Iterable<Offer>): Finding[] {
    const { brought } = this.#suppressions;
    let isAsked = false;
    for (const offer of offers) {
      const { isNew, kind, label } = offer;
      if (isNew && brought === "deny") this.#rejected.add(followed(label, denied));
      else if (isNew && kind === "inline") this.#added.add(label);
      if (!isNew || brought === "allow") {
        this.#suppressed.push({ finding, offer });
        return [];
      }
      isAsked ||= brought === "ask";
    }
    return [isAsked && finding.action === "block" ? { ...finding, action: "ask" } : finding];
  }

  /** After the last document. @param isComplete whether all of them were checked. */
  async result(isComplete: boolean): Promise<Suppressing> {
    const { brought, isWhole, isPart = false } = this.#suppressions;
    for (const label of brought === undefined ? [] : this.#entries.brought()) {
      if (brought === "deny") this.#rejected.add(followed(label, denied));
      else this.#added.add(label);
    }
    if (isWhole) for (const label of this.#entries.expired()) this.#rejected.add(label);
    const unneeded = isWhole && isComplete ? this.#entries.unneeded(isAskedBy(this.#gate)) : [];
    const unused = isPart ? this.#unused : [...this.#unused, ...unneeded];
    const idle = isPart ? unneeded : [];
    const labels = [...unused, ...idle, ...this.#added, ...this.#rejected];
    const words = [...this.#suppressed.map(({ offer }) => offer.reason), ...labels.map(({ path }) => wordsOf(path))];
    const shown = shower(this.#gate, words, this.#texts);
    const show = async (of: Words): Promise<string> => (isPart && of.end > 0 ? withheld : shown(of));
    const named = async (of: Iterable<Label>): Promise<string[]> => {
      const names = [];
      for (const { before, path, after } of of) names.push(before + (await show(wordsOf(path))) + after);
      return names;
    };
    const suppressed = [];
    for (const { finding, offer } of this.#suppressed)
      suppressed.push({ ...finding, kind: offer.kind, reason: await show(offer.reason) });
    return {
      suppressed,
      unusedSuppressions: await named(unused),
      ...(isPart && { idleSuppressions: await named(idle) }),
      newSuppressions: await named(this.#added),
      rejectedSuppressions: await named(this.#rejected),
    };
  }
}

/** Where a list is missing nobody knows whether what speaks of its rules is needed. */
function isAskedBy({ denied: list }: Gate): (rule: string) => boolean {
  const ofLists = new Set<string>(deniedRuleIds);
  const isListed = list !== undefined && list.missing.length === 0;
  return (rule) => isListed || !ofLists.has(rule);
}

const denied = "is new, and new suppressions are denied";

/** In place of words of a file, in which nobody can mask what another shard finds. */
const withheld = "not shown by a shard";
