import { lintSource } from "@secretlint/core";
import { secretLintProfiler } from "@secretlint/profiler";
import { rules } from "@secretlint/secretlint-rule-preset-recommend";
import type { SecretLintCoreResultMessage } from "@secretlint/types";

/** What secretlint says of one match. Its `message` and its `data` quote the match. */
export type Message = SecretLintCoreResultMessage;

const creators = new Map(rules.map((rule) => [rule.meta.id, rule]));

/** Runs one rule of the preset on a text. This module brings secretlint with it, so it is imported when there is something to run. */
export async function runRule(
  id: string,
  options: object,
  filePath: string,
  content: string,
): Promise<readonly Message[]> {
  const rule = creators.get(id);
  if (rule === undefined) throw new Error(`secretlint's preset has no rule ${id}`);
  // Left on, it adds entries to the process's performance timeline with every run, and nobody ever takes them out.
  secretLintProfiler.setEnabled(false);
  // A source of unknown type is not copied into the result.
  const source = { filePath, content, contentType: "unknown" } as const;
  const { messages } = await lintSource({ source, options: { config: { rules: [{ id, rule, options }] } } });
  return messages;
}
