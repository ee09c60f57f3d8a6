import type { Audience } from "../model/audience.ts";
import type { Class } from "../model/class.ts";
import type { Finding } from "../model/finding.ts";
import { sumOf, type Verdict } from "../model/verdict.ts";

/**
 * Why something must not be read by an audience, in a sentence, without any of the text.
 * @param scored what all of the message comes to, where that decided
 */
export function reasonOf(
  { class: of }: Finding,
  audience: Audience,
  scored: Pick<Verdict, "score" | "scoreParts"> | undefined,
): string {
  if (scored === undefined) return because[of](readers[audience]);
  return `It adds to what ${readers[audience]} can put together from this message: ${sumOf(scored)}.`;
}

const readers: Readonly<Record<Audience, string>> = {
  owner: "the owner",
  team: "the team",
  group: "the group",
  public: "everybody",
};

const because: Readonly<Record<Class, (who: string) => string>> = {
  secret: () => "Whoever reads it can use it.",
  term: (who) => `The owner has denied it to ${who}.`,
  person: (who) => `It identifies a person to ${who}.`,
  infrastructure: (who) => `It shows ${who} where to look.`,
  business: (who) => `It tells ${who} a figure of the owner's business.`,
  internal: () => "It was written for the machine, not for readers.",
  claim: () => "It is worded in a way that the owner has not approved.",
  artifact: () => "Files of this kind hold what only this machine should have.",
};
