import {
  findNodeAtLocation,
  type JSONPath,
  type ParseError,
  parseTree,
  printParseErrorCode,
  getNodeValue,
  type Node,
} from "jsonc-parser";
import * as v from "valibot";
import { audiences } from "../model/audience.ts";
import { GateError } from "../model/error.ts";
import type { Config } from "./config.ts";
import {
  actionKeys,
  actionsMeaning,
  allowKeys,
  claimKeys,
  configKeys,
  configSchema,
  denylistKeys,
  denylistMeaning,
} from "./schema.ts";

/**
 * Reads a config, JSON with comments.
 * @param name the file's name, for messages.
 * @param rules the classes and rules that "actions" can speak of; any name will do where it is missing.
 * @throws {GateError} that names file, line, column and key, and says in plain words what was expected.
 */
export function readConfig(text: string, name: string, rules?: ReadonlySet<string>): Config {
  return readNamed(text, name, rules);
}

/**
 * The same for one that a program gives: no compiler may have seen it, and an action that there is not would stop nothing.
 * @throws {GateError} that names the key, and says what was expected.
 */
export function checkedConfig(config: unknown, rules?: ReadonlySet<string>): Config {
  return readNamed(JSON.stringify(config) ?? "null", undefined, rules);
}

/** @param name undefined where there is no file to look into. */
function readNamed(text: string, name: string | undefined, rules: ReadonlySet<string> | undefined): Config {
  if (isDeep(text)) throw wrong(text, name, 0, "is nested deeper than a config can be");
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
  const [doubled] = doubledKeys(root);
  if (doubled !== undefined) {
    const first = placeOf(text, nodeAt(root, doubled.path).offset);
    throw wrong(text, name, doubled.offset, `${keyOf(doubled.path)}: stands there twice, first in line ${first.line}`);
  }
  const result = v.safeParse(configSchema, getNodeValue(root));
  const { path, what } = result.success ? misfit(root, result.output, rules) : innermost(result.issues[0]);
  if (result.success && path.length === 0) return result.output;
  throw wrong(text, name, nodeAt(root, path).offset, `${keyOf(path)}: ${what}`);
}

/** A config has five levels. Its readers call themselves for each, and the stack has an end. Brackets in texts do not come to as many. */
function isDeep(text: string): boolean {
  let depth = 0;
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    depth += bracket === "[" || bracket === "{" ? 1 : -1;
    if (depth > 1000) return true;
  }
  return false;
}

/** Keys, and places in a list. */
type Path = readonly JSONPath[number][];

/** Each key that its object had already. JSON's readers take the last one, people the first. */
function* doubledKeys(node: Node, path: Path = []): Generator<{ readonly path: Path; readonly offset: number }> {
  for (const [index, item] of (node.type === "array" ? (node.children ?? []) : []).entries())
    yield* doubledKeys(item, [...path, index]);
  const seen = new Set<string>();
  for (const { offset, children: [key, value] = [] } of node.type === "object" ? (node.children ?? []) : []) {
    const name = String(key?.value);
    const here = [...path, name];
    if (seen.has(name)) yield { path: here, offset };
    seen.add(name);
    if (value !== undefined) yield* doubledKeys(value, here);
  }
}

interface Complaint {
  /** The key; empty where there is nothing to complain of. */
  readonly path: Path;
  readonly what: string;
}

/** What the schema lets through: a list is an object without keys to it, here too. */
function misfit(root: Node, config: Config, rules: ReadonlySet<string> | undefined): Complaint {
  const { allow = [], claims = [] } = config;
  const own = new Set(claims.map(({ name }) => `claim/${name}`));
  const isUnknown = (rule: string): boolean => rules?.has(rule) === false && !own.has(rule);
  for (const key of ["actions", "messages"] as const) {
    if (findNodeAtLocation(root, [key])?.type === "array")
      return { path: [key], what: `expected ${actionsMeaning}, found a list` };
    const unknown = keysAt(root, key).find(isUnknown);
    if (unknown !== undefined)
      return { path: [key, unknown], what: "expected a class or a rule, as `outgate rules` lists them" };
  }
  if (findNodeAtLocation(root, ["audiences"])?.type === "array")
    return { path: ["audiences"], what: "expected an object whose keys are audiences, found a list" };
  if (findNodeAtLocation(root, ["denylist"])?.type === "array")
    return { path: ["denylist"], what: `expected ${denylistMeaning}, found a list` };
  const doubled = claims.findIndex(({ name }, index) => claims.findIndex((other) => other.name === name) < index);
  if (doubled !== -1) return { path: ["claims", doubled, "name"], what: "expected a name that no other claim has" };
  const entry = allow.findIndex(({ rule }) => isUnknown(rule));
  if (entry !== -1) return { path: ["allow", entry, "rule"], what: "expected a rule, as `outgate rules` lists them" };
  const dated = allow.findIndex(({ expires }) => expires !== undefined && !isDay(expires));
  return { path: dated === -1 ? [] : ["allow", dated, "expires"], what: "expected a day that there is" };
}

/** As they are written: the schema passes over names that every object has, such as "constructor". */
function keysAt(root: Node, key: string): string[] {
  const { children = [] } = findNodeAtLocation(root, [key]) ?? {};
  return children.map(({ children: [name] = [] }) => String(name?.value));
}

/** Whether a month has this day. */
function isDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

/** Where a value may be of several kinds, what is wrong inside of it says more than that it is none of them. */
function innermost(issue: v.BaseIssue<unknown>, outer: Path = []): Complaint {
  const path = [...outer, ...(issue.path ?? []).map(({ key }) => (typeof key === "number" ? key : String(key)))];
  const inner = Array.isArray(issue.input)
    ? undefined
    : issue.issues?.find((candidate) => candidate.path !== undefined);
  return inner === undefined ? { path, what: explain(issue, path) } : innermost(inner, path);
}

function wrong(text: string, name: string | undefined, offset: number, what: string): GateError {
  if (name === undefined)
    return new GateError(`the config: ${what}`, "Every key is described in docs/config.md of the package.");
  const { line, column } = placeOf(text, offset);
  return new GateError(
    `${name}:${line}:${column}: ${what}`,
    "Mend the file: every key is described in docs/config.md of the package.",
  );
}

/** Counted from 1; a column counts characters, of which a byte order mark is none. */
function placeOf(text: string, offset: number): { line: number; column: number } {
  const lines = text
    .slice(0, offset)
    .replace(/^\uFEFF/, "")
    .split("\n");
  return { line: lines.length, column: [...(lines.at(-1) ?? "")].length + 1 };
}

function keyOf(path: Path): string {
  return `"${path.join(".")}"`;
}

/** The key that is wrong, or the nearest thing around it. */
function nodeAt(root: Node, path: Path): Node {
  for (let length = path.length; length > 0; length--) {
    const value = findNodeAtLocation(root, path.slice(0, length));
    if (value !== undefined) return value.parent?.type === "property" ? value.parent : value;
  }
  return root;
}

/** The schema's own messages say what was expected, all but those of unknown and of missing keys. */
function explain({ type, expected, input, message }: v.BaseIssue<unknown>, path: Path): string {
  if (type === "strict_object" && expected === "never") {
    return path.length === 1
      ? `is not a key of the config. There are: ${configKeys.join(", ")}`
      : `is not a key that stands here. There are: ${keysIn(path[0]).join(", ")}`;
  }
  if (type === "strict_object" && input === undefined) return "is missing";
  if (type === "regex" || type === "min_length") return `expected ${message}`;
  return `expected ${message}, found ${kindOf(input, type === "picklist" || type === "union")}`;
}

function keysIn(key: JSONPath[number] | undefined): readonly string[] {
  if (key === "allow") return allowKeys;
  if (key === "claims") return claimKeys;
  if (key === "audiences" || key === "messages") return audiences;
  return key === "denylist" ? denylistKeys : actionKeys;
}

/**
 * What kind of value stands there; a text itself is not repeated.
 * @param isChoice whether another text would have been right.
 */
function kindOf(value: unknown, isChoice = false): string {
  if (Array.isArray(value)) return "a list";
  if (typeof value === "string") return isChoice ? "another text" : "a text";
  if (typeof value === "number") return "a number";
  return typeof value === "object" && value !== null ? "an object" : String(value);
}

/** "CommaExpected" → "comma expected" */
function spaced(code: string): string {
  return code.replaceAll(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase();
}
