import { createHash, scryptSync } from "node:crypto";
import { classOf, type RuleId } from "../model/class.ts";
import { isOfTerms } from "../model/denied-rule.ts";

/**
 * 64 bits that stay when a line moves and when its file is renamed: of the rule, the line without what was found in it, and
 * how many findings of the same text stood in such a line of the document before.
 */
export function linePrint(salt: string, rule: RuleId, line: string, ordinal: number): string {
  return createHash("sha256")
    .update(JSON.stringify([salt, rule, line, ordinal]))
    .digest("hex")
    .slice(0, 16);
}

/**
 * 16 bits of a slow hash of what was found, so that another text in its place is seen. 65,536 texts share each value, so that
 * nobody gets a random one back; making it costs some two milliseconds. A denied term, or a number of a person, is one of a
 * few thousand, for which 16 bits are enough to tell it: there is none of those.
 */
export function matchPrint(salt: string, rule: RuleId, text: Buffer): string {
  if (isOfTerms(rule) || classOf(rule) === "person") return "";
  return scryptSync(text, Buffer.from(salt, "hex"), 2, { N: 2048, r: 8, p: 1 }).toString("hex");
}
