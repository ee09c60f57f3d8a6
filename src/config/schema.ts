import * as v from "valibot";
import { audiences } from "../model/audience.ts";
import type { Config } from "./config.ts";

const action = v.picklist(["pass", "warn", "ask", "block"]);

const row = v.union([
  action,
  v.strictObject({
    sure: v.pipe(action, v.description("For findings that are sure.")),
    unsure: v.pipe(action, v.description("For findings that are not.")),
  }),
]);

const ruleOrClass = v.pipe(
  v.string(),
  v.regex(/^[a-z]+(?:\/[a-z0-9-]+)?$/, "expected a class or a rule's id, such as secret/github-token"),
);

const entries = {
  $schema: v.optional(
    v.pipe(v.string(), v.description("Where the schema of this file is, for completion in editors.")),
  ),
  audience: v.optional(
    v.pipe(v.picklist(audiences), v.description("Who can read this repository: owner, team, group or public.")),
  ),
  strict: v.optional(
    v.pipe(v.boolean(), v.description("Blocks what would only warn, where the audience is group or public.")),
  ),
  unscanned: v.optional(
    v.pipe(
      v.picklist(["warn", "block"]),
      v.description(
        "What happens when something could only be searched as raw bytes or was left out: a line, or exit 2.",
      ),
    ),
  ),
  actions: v.optional(
    v.pipe(
      v.record(ruleOrClass, row),
      v.description(
        "What happens to the findings of a class or of a rule, instead of the default: one action, or one for findings that are sure and one for those that are not.",
      ),
    ),
  ),
};

/** The JSON schema that the package ships is made from this one. */
export const configSchema: v.GenericSchema<unknown, Config> = v.strictObject(entries);

export const configKeys: readonly string[] = Object.keys(entries);
