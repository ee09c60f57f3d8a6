import { rules } from "@secretlint/secretlint-rule-preset-recommend";
import type { SecretLintRuleContext, SecretLintSourceCode } from "@secretlint/types";

/** What a rule says of one match. What it says in words quotes the match, and is not asked for. */
export interface Message {
  readonly messageId: string;
  /** In characters, the end exclusive. */
  readonly range: readonly [start: number, end: number];
  readonly data: object;
}

const creators = new Map(rules.map((rule) => [rule.meta.id, rule]));

/**
 * Runs one rule of the preset on a text. This module brings the rules with it, so it is imported when there is something to run.
 * secretlint's own core can only be waited for, and not everybody who sends a message can wait.
 */
export function runRule(id: string, options: object, filePath: string, content: string): readonly Message[] {
  const rule = creators.get(id);
  if (rule === undefined) throw new Error(`secretlint's preset has no rule ${id}`);
  const messages: Message[] = [];
  const context: SecretLintRuleContext = {
    sharedOptions: {},
    createTranslator: () => (messageId, data) => ({ messageId: String(messageId), message: "", data: data ?? {} }),
    report: ({ message: { messageId, data }, range }) => messages.push({ messageId, range, data }),
    ignore: () => undefined,
  };
  const waited = rule.create(context, options).file?.(new Source(filePath, content));
  if (waited !== undefined) throw new Error(`secretlint's rule ${id} has to be waited for`);
  return messages;
}

/** A text as a rule sees it: without lines, which only secretlint's comments ask for. */
class Source implements SecretLintSourceCode {
  readonly hasBOM = false;
  readonly ext = "";
  readonly contentType = "unknown";
  readonly physicalFilePath = undefined;
  readonly filePath: string;
  readonly content: string;

  constructor(filePath: string, content: string) {
    this.filePath = filePath;
    this.content = content;
  }

  getFilePath(): string {
    return this.filePath;
  }

  getPhysicalFilePath(): undefined {
    return undefined;
  }

  locationToRange(): never {
    throw new Error("a window has no lines");
  }

  rangeToLocation(): never {
    throw new Error("a window has no lines");
  }

  positionToIndex(): never {
    throw new Error("a window has no lines");
  }

  indexToPosition(): never {
    throw new Error("a window has no lines");
  }
}
