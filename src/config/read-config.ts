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
  // Editors of Windows write a byte order mark, in whose place a space is as good.
  const root = parseTree(text.replace(/^\uFEFF/, " "), errors, { allowTrailingComma: true });
  const [error] = errors;
  if (error !== undefined || root === undefined) {
    const what = error === undefined ? "the file is empty" : spaced(printParseErrorCode(error.error));
    throw wrong(text, name, error?.offset ?? 0, `is not JSON: ${what}`);
  }
  // Valibot takes a list for an object without keys.
  if (root.type !== "object")
    throw wrong(text, name, root.offset, `expected an object, found ${kindOf(getNodeValue(root))}`);
  const result = v.safeParse(configSchema, getNodeValue(root));
  const { path, what } = result.success ? unknownRule(result.output, rules) : innermost(result.issues[0]);
  if (result.success && path.length === 0) return result.output;
  throw wrong(text, name, nodeAt(root, path).offset, `"${path.join(".")}": ${what}`);
}

interface Complaint {
  /** The key; empty where there is nothing to complain of. */
  readonly path: readonly string[];
  readonly what: string;
}

function unknownRule({ actions = {} }: Config, rules: ReadonlySet<string> | undefined): Complaint {
  const unknown = Object.keys(actions).find((rule) => rules?.has(rule) === false);
  const path = unknown === undefined ? [] : ["actions", unknown];
  return { path, what: "expected a class or a rule, as `outgate rules` lists them" };
}

/** Where a value may be of several kinds, what is wrong inside of it says more than that it is none of them. */
function innermost(issue: v.BaseIssue<unknown>, outer: readonly string[] = []): Complaint {
  const path = [...outer, ...(issue.path ?? []).map(({ key }) => String(key))];
  const inner = issue.issues?.find((candidate) => candidate.path !== undefined);
  return inner === undefined ? { path, what: explain(issue, path.length) } : innermost(inner, path);
}

function wrong(text: string, name: string, offset: number, what: string): GateError {
  const line = text.slice(0, offset).split("\n").length;
  return new GateError(
    `${name}:${line}: ${what}`,
    "Mend the file: every key is described in docs/config.md of the package.",
  );
}

/** The key that is wrong, or the nearest thing around it. */
function nodeAt(root: Node, path: readonly string[]): Node {
  for (let length = path.length; length > 0; length--) {
    const value = findNodeAtLocation(root, path.slice(0, length));
    if (value !== undefined) return value.parent?.type === "property" ? value.parent : value;
  }
  return root;
}

function explain(issue: v.BaseIssue<unknown>, depth: number): string {
  if (issue.type === "regex") return issue.message;
  if (issue.type === "strict_object" && issue.expected === "never") {
    return depth === 1
      ? `is not a key of the config. There are: ${configKeys.join(", ")}`
      : "is not a key that stands here";
  }
  if (issue.type === "strict_object" && issue.input === undefined) return "is missing";
  return `expected ${issue.expected ?? "another value"}, found ${kindOf(issue.input)}`;
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
