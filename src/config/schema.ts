import * as v from "valibot";
import { audiences } from "../model/audience.ts";
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

const ruleOrClass = v.pipe(
  v.string(),
  v.regex(/^[a-z]+(?:\/[a-z0-9-]+)?$/, "a class or a rule's id, such as secret/github-token"),
);

const whenIncomplete = ["warn", "block"] as const;

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
};

/** The JSON schema that the package ships is made from this one. */
export const configSchema: v.GenericSchema<unknown, Config> = v.strictObject(entries);

export const configKeys: readonly string[] = Object.keys(entries);

/** The keys of an action that depends on how sure a finding is. */
export const actionKeys: readonly string[] = Object.keys(both);

/** "warn or block" */
function anyOf(words: readonly string[]): string {
  return words.join(", ").replace(/, (?=[^,]*$)/, " or ");
}
