import {
  findNodeAtLocation,
  type ParseError,
  parseTree,
  printParseErrorCode,
  getNodeValue,
  type Node,
} from "jsonc-parser";
import * as v from "valibot";
import { GateError } from "../model/error.ts";
import type { Config } from "./config.ts";
import { configKeys, configSchema } from "./schema.ts";

/**
 * Reads a config, JSON with comments.
 * @param name the file's name, for messages.
 * @param rules the classes and rules that "actions" can speak of; any name will do where it is missing.
 * @throws {GateError} that names file, line and key, and says what was expected.
 */
export function readConfig(text: string, name: string, rules?: ReadonlySet<string>): Config {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  const [error] = errors;
  if (error !== undefined || root === undefined) {
    const what = error === undefined ? "the file is empty" : spaced(printParseErrorCode(error.error));
    throw wrong(text, name, error?.offset ?? 0, `is not JSON: ${what}`);
  }
  const result = v.safeParse(configSchema, getNodeValue(root));
  if (result.success) {
    const unknown = Object.keys(result.output.actions ?? {}).find((rule) => rules?.has(rule) === false);
    if (unknown === undefined) return result.output;
    const { offset } = nodeAt(root, ["actions", unknown]);
    throw wrong(
      text,
      name,
      offset,
      `"actions.${unknown}": expected a class or a rule, as \`outgate rules\` lists them`,
    );
  }
  const [issue] = result.issues;
  const path = (issue.path ?? []).map((item) => String(item.key));
  const where = nodeAt(root, path);
  throw wrong(text, name, where.offset, `${path.length > 0 ? `"${path.join(".")}"` : "the file"}: ${explain(issue)}`);
}

function wrong(text: string, name: string, offset: number, what: string): GateError {
  const line = text.slice(0, offset).split("\n").length;
  return new GateError(`${name}:${line}: ${what}`, "Mend the file: every key is described in docs/config.md.");
}

/** The key that is wrong, or the nearest thing around it. */
function nodeAt(root: Node, path: readonly string[]): Node {
  for (let length = path.length; length > 0; length--) {
    const value = findNodeAtLocation(root, path.slice(0, length));
    if (value !== undefined) return value.parent?.type === "property" ? value.parent : value;
  }
  return root;
}

function explain(issue: v.BaseIssue<unknown>): string {
  if (issue.type === "strict_object" && issue.expected === "never") {
    return `is not a key of the config. There are: ${configKeys.join(", ")}`;
  }
  return issue.type === "regex"
    ? issue.message
    : `expected ${issue.expected ?? "another value"}, found ${kindOf(issue.input)}`;
}

/** What kind of value stands there; the value itself is not repeated. */
function kindOf(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  if (value === null) return "null";
  return typeof value === "string" ? "another text" : `a value of type ${typeof value}`;
}

/** "CommaExpected" → "comma expected" */
function spaced(code: string): string {
  return code.replaceAll(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase();
}
