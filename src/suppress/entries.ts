import type { RuleId } from "../model/class.ts";
import type { Allow, BaselineEntry } from "../model/suppression.ts";
import type { Found } from "../search/run.ts";
import { isExpired, matcher } from "../suppressions/allow.ts";
import { matchPrint } from "../suppressions/print.ts";
import type { Suppressions } from "../suppressions/suppression.ts";
import { followed, type Label, labelOf, numbered } from "./label.ts";
import type { Liner } from "./line-prints.ts";
import type { Offer } from "./offer.ts";
import { wordsOf } from "./words.ts";

/** A finding, as entries are asked of it. */
export interface Question {
  readonly hit: Found;
  readonly rule: RuleId;
  /** From the top of the repository. */
  readonly path: string;
  readonly line: Liner;
}

/** The config's allow entries and the baseline, with what of them was needed. */
export class Entries {
  readonly #suppressions: Suppressions;
  readonly #allows: readonly { readonly entry: Allow & { readonly isNew: boolean }; readonly matches: Matches }[];
  /** In a shard an entry is called by its place in its file. */
  readonly #places: ReadonlyMap<Allow | BaselineEntry, number>;
  readonly #today = new Date().toISOString().slice(0, 10);
  readonly #used = new Set<Allow | BaselineEntry>();

  constructor(suppressions: Suppressions) {
    const { allow, ledger, isPart = false } = suppressions;
    this.#suppressions = suppressions;
    this.#allows = allow.map((entry) => ({ entry, matches: matcher(entry) }));
    const files = isPart ? [allow, ledger?.entries ?? []] : [];
    this.#places = new Map(files.flatMap((of) => of.map((entry, at) => [entry, at + 1])));
  }

  /** What allow entries offer in turn; each is only used when it is taken. @param reject hears of those that hold no more */
  *allowed({ rule, path }: Question, reject: (label: Label) => void): Generator<Offer> {
    for (const { entry, matches } of this.#allows) {
      if (!matches(rule, path)) continue;
      this.#used.add(entry);
      if (isExpired(entry, this.#today)) reject(this.#expiry(entry));
      else yield this.#offer("allow", entry);
    }
  }

  /** What the baseline offers. */
  *known({ hit, rule, path, line }: Question): Generator<Offer> {
    const { ledger } = this.#suppressions;
    if (ledger === undefined) return;
    const { salt } = ledger;
    const match = (): string => matchPrint(salt, rule, hit.text);
    const entry = ledger.find({ path, rule, line: line(hit, salt), match });
    if (entry === undefined) return;
    this.#used.add(entry);
    yield this.#offer("baseline", entry);
  }

  /** Those that the change brings. */
  brought(): Label[] {
    return this.#all.filter(({ isNew }) => isNew).map((entry) => this.#label(entry));
  }

  /** Those that hold no more, with their last day. */
  expired(): Label[] {
    return this.#suppressions.allow
      .filter((entry) => isExpired(entry, this.#today))
      .map((entry) => this.#expiry(entry));
  }

  /** Those that held for nothing. @param isAsked whether anybody looked for a rule */
  unneeded(isAsked: (rule: string) => boolean): Label[] {
    return this.#all
      .filter((entry) => isAsked(entry.rule) && !this.#used.has(entry))
      .filter((entry) => "line" in entry || !isExpired(entry, this.#today))
      .map((entry) => this.#label(entry));
  }

  get #all(): readonly ((Allow | BaselineEntry) & { readonly isNew: boolean })[] {
    return [...this.#suppressions.allow, ...(this.#suppressions.ledger?.entries ?? [])];
  }

  #offer(kind: Offer["kind"], entry: (Allow | BaselineEntry) & { readonly isNew: boolean }): Offer {
    return { kind, reason: wordsOf(entry.reason), isNew: entry.isNew, label: this.#label(entry) };
  }

  #expiry(entry: Allow): Label {
    return followed(this.#label(entry), `expired on ${entry.expires ?? ""}`);
  }

  #label(entry: Allow | BaselineEntry): Label {
    const place = this.#places.get(entry);
    return place === undefined ? labelOf(entry) : numbered(labelOf(entry), place);
  }
}

type Matches = ReturnType<typeof matcher>;
