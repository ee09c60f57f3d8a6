import * as v from "valibot";
import { audiences } from "../model/audience.ts";
import { messageActions } from "../model/finding.ts";
import { newSuppressions } from "../model/suppression.ts";
import type { Config } from "./config.ts";

// The text behind each kind of value completes "expected …" in messages.

const actions = ["pass", "warn", "ask", "block"] as const;

const action = v.picklist(actions, anyOf(actions));

const both = {
  sure: v.pipe(action, v.description("For findings that are sure.")),
  unsure: v.pipe(action, v.description("For findings that are not.")),
};

const row = v.union(
  [action, v.strictObject(both)],
  `${actions.join(", ")} or an object with the keys ${Object.keys(both).join(" and ")}`,
);

const aRule = "a rule's id in quotation marks, such as secret/github-token";
const aGlob = "a pattern for paths from the top of the repository, such as test/fixtures/**";
const aReason = "a reason in words";
const aDay = "a day such as 2027-01-31";

const ruleOrClass = v.pipe(
  v.string(),
  v.regex(/^[a-z]+(?:\/[a-z0-9-]+)?$/, "a class or a rule's id, such as secret/github-token"),
);

const allow = {
  rule: v.pipe(
    v.string(aRule),
    v.regex(/^[a-z]+\/[a-z0-9-]+$/, aRule),
    v.description("The rule whose findings are let through: one id, as `outgate rules` lists them."),
  ),
  path: v.pipe(
    v.string(aGlob),
    v.regex(/^[^/]/, aGlob),
    v.description("Where: a glob over paths from the top of the repository, such as test/fixtures/**."),
  ),
  reason: v.pipe(
    v.string(aReason),
    v.regex(/[^\s!-/:-@[-`{-~]/, aReason),
    v.description("Why, for whoever reads the report."),
  ),
  expires: v.optional(
    v.pipe(
      v.string(aDay),
      v.regex(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, aDay),
      v.description("The last day on which it holds, UTC: 2027-01-31. For ever where it is missing."),
    ),
  ),
};

const aPath = "the path of a file, counted from the config's folder";

const aKinWord = "a word of kinship or of a role, such as hija";

const denylist = {
  stores: v.optional(
    v.pipe(
      v.array(v.pipe(v.string(aPath), v.regex(/\S/, aPath)), "a list"),
      v.minLength(1, "at least one store"),
      v.description(
        "Files that hold the deny list, plain, sealed or locked, counted from the folder of this file; ~/ is the home folder. Each must be there. Without this key: those at the top of the repository.",
      ),
    ),
  ),
  private: v.optional(
    v.pipe(
      v.boolean(anyOf(["true", "false"])),
      v.description("Allows git to track a plain list: whoever reads the repository may read the list."),
    ),
  ),
  required: v.optional(
    v.pipe(
      v.boolean(anyOf(["true", "false"])),
      v.description(
        "false: where a store or its key is missing, the report says that the terms were not looked for, and the check goes on. For repositories to which people without the key contribute.",
      ),
    ),
  ),
  kinship: v.optional(
    v.pipe(
      v.array(v.pipe(v.string(aKinWord), v.regex(/[^\s\d!-/:-@[-`{-~]/, aKinWord)), "a list"),
      v.description(
        "Words of kinship and of roles in other languages than English and German, each in all forms in which it is written: beside one of them a denied person's first name is a finding of term/relative.",
      ),
    ),
  ),
};

const messageAction = v.picklist(messageActions, anyOf(messageActions));

const byAudience = Object.fromEntries(
  audiences.map((audience) => [
    audience,
    v.optional(v.pipe(messageAction, v.description(`Where it is read by: ${audience}.`))),
  ]),
);

const messageRow = v.union(
  [messageAction, v.strictObject(byAudience)],
  `${anyOf(messageActions)}, or an object with some of the keys ${audiences.join(", ")}`,
);

const aTarget = "a target such as telegram:chat:-100* or slack:C0123456789";

const targets = Object.fromEntries(
  audiences.map((audience) => [
    audience,
    v.optional(
      v.pipe(
        v.array(v.pipe(v.string(aTarget), v.regex(/\S/, aTarget)), "a list"),
        v.description(`Targets whose readers are: ${audience}. * stands for any characters.`),
      ),
    ),
  ]),
);

const aName = "a short name in small letters, digits and hyphens";
const aPattern = "a pattern in RE2's syntax";
const aWording = "a wording in quotation marks";

const claim = {
  name: v.pipe(v.string(aName), v.regex(/^[a-z][a-z0-9-]{0,40}$/, aName), v.description("The rule is claim/NAME.")),
  topic: v.pipe(
    v.string(aPattern),
    v.regex(/\S/, aPattern),
    v.description("A pattern, in RE2's syntax, of what speaks of the topic: ISO ?27001. Case does not count."),
  ),
  allowed: v.pipe(
    v.array(v.pipe(v.string(aWording), v.regex(/\S/, aWording)), "a list"),
    v.minLength(1, "at least one wording"),
    v.description("What may be said of it. Whatever the topic finds outside of these is a finding."),
  ),
};
const ownName = "a name of three letters or more";

const whenIncomplete = ["warn", "block"] as const;

export const denylistMeaning =
  "an object with the keys stores, private, required and kinship, of which each may be missing";

export const actionsMeaning = "an object whose keys are classes or rules";

const entries = {
  $schema: v.optional(
    v.pipe(
      v.string("a path or an address in quotation marks"),
      v.description("Where the schema of this file is, for completion in editors."),
    ),
  ),
  audience: v.optional(
    v.pipe(
      v.picklist(audiences, anyOf(audiences)),
      v.description("Who can read this repository: owner, team, group or public."),
    ),
  ),
  strict: v.optional(
    v.pipe(
      v.boolean(anyOf(["true", "false"])),
      v.description("Blocks what would only warn, where the audience is group or public."),
    ),
  ),
  unscanned: v.optional(
    v.pipe(
      v.picklist(whenIncomplete, anyOf(whenIncomplete)),
      v.description(
        "What happens when something could only be searched as raw bytes or was left out: a line, or exit 2.",
      ),
    ),
  ),
  actions: v.optional(
    v.pipe(
      v.record(ruleOrClass, row, actionsMeaning),
      v.description(
        "What happens to the findings of a class or of a rule, instead of the default: one action, or one for findings that are sure and one for those that are not.",
      ),
    ),
  ),
  allow: v.optional(
    v.pipe(
      v.array(v.strictObject(allow, "an object with the keys rule, path, reason and, if wanted, expires"), "a list"),
      v.description("Findings that may leave: of one rule, in some files, for a reason, until a day."),
    ),
  ),
  denylist: v.optional(
    v.pipe(v.strictObject(denylist, denylistMeaning), v.description("The owner's terms, which must not leave.")),
  ),
  audiences: v.optional(
    v.pipe(
      v.strictObject(targets, "an object whose keys are audiences"),
      v.description(
        "Who reads what is sent where: targets of messages by audience. The pattern that says most counts; what none names is public.",
      ),
    ),
  ),
  trustCaller: v.optional(
    v.pipe(
      v.boolean(anyOf(["true", "false"])),
      v.description("true: whoever asks for the check of a message may name a narrower audience than this file does."),
    ),
  ),
  observe: v.optional(
    v.pipe(
      v.boolean(anyOf(["true", "false"])),
      v.description("true: messages pass, and their verdict says what would have become of them."),
    ),
  ),
  messages: v.optional(
    v.pipe(
      v.record(ruleOrClass, messageRow, actionsMeaning),
      v.description(
        "What happens to the findings of a class or of a rule in messages, instead of the default: one action, or one by audience.",
      ),
    ),
  ),
  claims: v.optional(
    v.pipe(
      v.array(v.strictObject(claim, "an object with the keys name, topic and allowed"), "a list"),
      v.description("Statements that must be right wherever they appear."),
    ),
  ),
  names: v.optional(
    v.pipe(
      v.array(v.pipe(v.string(ownName), v.regex(/\S.*\S.*\S/, ownName)), "a list of names"),
      v.description(
        "What your company, products and brands are called. A figure of a business (revenue, subscribers, churn) beside one of them is its own, and sure.",
      ),
    ),
  ),
  newSuppressions: v.optional(
    v.pipe(
      v.picklist(newSuppressions, anyOf(newSuppressions)),
      v.description(
        "What becomes of allow entries, baseline entries and ignore comments that the checked change itself brings: they count and are named, they are asked for, or they do not count. Read from where the change begins.",
      ),
    ),
  ),
};

/** The JSON schema that the package ships is made from this one. */
export const configSchema: v.GenericSchema<unknown, Config> = v.strictObject(entries);

export const configKeys: readonly string[] = Object.keys(entries);

/** The keys of an action that depends on how sure a finding is. */
export const actionKeys: readonly string[] = Object.keys(both);

/** The keys of an entry of "allow". */
export const allowKeys: readonly string[] = Object.keys(allow);

/** The keys of an entry of "claims". */
export const claimKeys: readonly string[] = Object.keys(claim);

/** The keys of "denylist". */
export const denylistKeys: readonly string[] = Object.keys(denylist);

/** "warn or block" */
function anyOf(words: readonly string[]): string {
  return words.join(", ").replace(/, (?=[^,]*$)/, " or ");
}
