import { types } from "node:util";
import { GateError } from "../model/error.ts";
import type { Range } from "../model/range.ts";

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
  readonly key: string;
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
  const steps: Step[] = [{ value: json, holder: copy, key: root, isListed: true }];
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    if ("leave" in step) {
      above.delete(step.leave);
      continue;
    }
    tick();
    const { holder, key, isListed } = step;
    const value = written(step.value, key);
    if (value === undefined) continue;
    if (!isListed) {
      leaves.push({ ...add(key), kind: "key", holder, key });
      add(": ");
    }
    if (typeof value !== "object" || value === null) {
      define(holder, key, value);
      const quote = typeof value === "string" ? '"' : "";
      add(quote);
      leaves.push({ ...add(String(value)), kind: "value", holder, key });
      add(`${quote}\n`);
      continue;
    }
    if (above.has(value)) throw new GateError("a part of the message refers to itself", "Send what JSON can hold.");
    above.add(value);
    add("\n");
    const inner: Holder = Array.isArray(value) ? ([] as unknown as Holder) : {}; // both are filled key by key
    define(holder, key, inner);
    steps.push({ leave: value });
    for (const name of Object.keys(value).toReversed())
      steps.push({
        value: Reflect.get(value, name) as unknown,
        holder: inner,
        key: name,
        isListed: Array.isArray(value),
      });
  }
  return { text: lines.join(""), leaves, copy };
}

type Step = { readonly leave: object } | Entry;

interface Entry {
  readonly value: unknown;
  readonly holder: Holder;
  readonly key: string;
  /** Whether the key is only a place in a list. */
  readonly isListed: boolean;
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

/** Puts texts into the places of leaves. A key that is replaced moves to the end of its object. */
export function replaceLeaves(flat: Flat, texts: ReadonlyMap<Leaf, string>): unknown {
  for (const [{ kind, holder, key }, text] of texts) if (kind === "value") define(holder, key, text);
  for (const [{ kind, holder, key }, text] of texts) {
    if (kind === "value") continue;
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
