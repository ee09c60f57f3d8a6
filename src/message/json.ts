import { types } from "node:util";
import { GateError } from "../model/error.ts";
import { countBefore, type Range } from "../model/range.ts";

/** A value of JSON as lines of text, `key: "value"`, so that keys stand beside their values as detectors know them. */
export interface Flat {
  readonly text: string;
  /** Where keys and values stand in the text, in bytes, in order. */
  readonly leaves: readonly Leaf[];
  /** A copy without anything but data, whose leaves can be replaced. */
  readonly copy: Holder;
}

/** A key or a value that is a text, a number or another single thing. */
export interface Leaf extends Range {
  readonly kind: "key" | "value";
  readonly holder: Holder;
  readonly path: Path;
}

/** Which property of which property it is, from the innermost on. */
interface Path {
  readonly key: string;
  /** Whether the key is only a place in a list. */
  readonly isListed: boolean;
  readonly above: Path | undefined;
}

/** An object or a list that is written as an object: what `JSON.parse` gives. */
type Holder = Record<string, unknown>;

/** The value is this property of the copy. */
const root = "json";

/**
 * Every key and value that `JSON.stringify` would write. Depth and size are bounded by memory and the clock alone.
 * @param tick is called for every value, and may throw
 * @throws {GateError} if the value refers to itself; and whatever its own getters and `toJSON` throw.
 */
export function flatten(json: unknown, tick: () => void): Flat {
  const lines: string[] = [];
  const leaves: Leaf[] = [];
  const copy: Holder = {};
  const above = new Set<object>();
  let length = 0;
  const add = (text: string): Range => {
    const start = length;
    length += Buffer.byteLength(text);
    lines.push(text);
    return { start, end: length };
  };
  const steps: Step[] = [{ value: json, holder: copy, path: { key: root, isListed: true, above: undefined } }];
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    if ("leave" in step) {
      above.delete(step.leave);
      continue;
    }
    tick();
    const { holder, path } = step;
    const { key } = path;
    const bytes = types.isUint8Array(step.value) ? Buffer.from(step.value) : undefined;
    // JSON has a number for each byte, and whoever reads it makes a text of them.
    const value = bytes === undefined ? written(step.value, key) : bytes.toString();
    if (value === undefined) continue;
    if (!path.isListed) {
      leaves.push({ ...add(key), kind: "key", holder, path });
      add(": ");
    }
    if (typeof value !== "object" || value === null) {
      define(holder, key, bytes ?? value);
      const quote = typeof value === "string" ? '"' : "";
      add(quote);
      leaves.push({ ...add(String(value)), kind: "value", holder, path });
      add(`${quote}\n`);
      continue;
    }
    if (above.has(value)) throw new GateError("a part of the message refers to itself", "Send what JSON can hold.");
    above.add(value);
    add("\n");
    const inner: Holder = Array.isArray(value) ? ([] as unknown as Holder) : {}; // both are filled key by key
    define(holder, key, inner);
    steps.push({ leave: value });
    const isListed = Array.isArray(value);
    for (const name of Object.keys(value).toReversed()) {
      const item: unknown = Reflect.get(value, name);
      steps.push({ value: item, holder: inner, path: { key: name, isListed, above: path } });
    }
  }
  return { text: lines.join(""), leaves, copy };
}

type Step = { readonly leave: object } | Entry;

interface Entry {
  readonly value: unknown;
  readonly holder: Holder;
  readonly path: Path;
}

/** What `JSON.stringify` would write in its place; undefined where it would write nothing. A number too large for it is written too. */
function written(value: unknown, key: string): string | number | boolean | object | null | undefined {
  const told = hasToJson(value) ? value.toJSON(key) : value;
  const own: unknown = types.isBoxedPrimitive(told) ? told.valueOf() : told;
  if (typeof own === "bigint") return String(own);
  return typeof own === "function" || typeof own === "symbol" ? undefined : (own as string); // or another of those
}

function hasToJson(value: unknown): value is { toJSON: (key: string) => unknown } {
  return typeof value === "object" && value !== null && "toJSON" in value && typeof value.toJSON === "function";
}

/** Also of a key such as `__proto__`. */
function define(holder: Holder, key: string, value: unknown): void {
  Object.defineProperty(holder, key, { value, writable: true, enumerable: true, configurable: true });
}

/** The leaves that a range touches. */
export function leavesIn({ leaves }: Flat, { start, end }: Range): Leaf[] {
  const first = Math.max(0, countBefore(leaves, start) - 1);
  return leaves.slice(first, countBefore(leaves, end)).filter((leaf) => leaf.end > start);
}

/** How many keys of a path are shown, and how much of each. */
const mostKeys = 12;
const longestKey = 40;

/**
 * Where a leaf stands, as people and programs write it: `$.blocks[0].text`.
 * @param hidden keys that are not shown
 */
export function pathOf({ path }: Leaf, hidden: ReadonlySet<Path>): string {
  let shown = "";
  let count = 0;
  for (let at: Path = path; at.above !== undefined; at = at.above) {
    const { key, isListed } = at;
    if (++count > mostKeys) return `$…${shown}`;
    if (isListed) shown = `[${key}]${shown}`;
    else if (hidden.has(at) || key.length > longestKey) shown = `.…${shown}`;
    else shown = (/^[A-Za-z_$][\w$]*$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`) + shown;
  }
  return `$${shown}`;
}

/** Puts texts into the places of leaves. A key that is replaced moves to the end of its object. */
export function replaceLeaves(flat: Flat, texts: ReadonlyMap<Leaf, string>): unknown {
  for (const [{ kind, holder, path }, text] of texts) if (kind === "value") define(holder, path.key, text);
  for (const [{ kind, holder, path }, text] of texts) {
    if (kind === "value") continue;
    const { key } = path;
    const value = holder[key];
    delete holder[key];
    define(holder, freeKey(holder, text), value);
  }
  return flat.copy[root];
}

/** A key that the object does not have yet. */
function freeKey(holder: Holder, wanted: string): string {
  let key = wanted;
  for (let count = 2; Object.hasOwn(holder, key); count++) key = `${wanted} ${count}`;
  return key;
}
