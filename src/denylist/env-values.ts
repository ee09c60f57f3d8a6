import { parseEnv } from "node:util";
import { GateError } from "../model/error.ts";
import { isCommonWord } from "./common-words.ts";
import { shortestValue } from "./values.ts";

/** The values of an env file that are denied, and how many were too short or too common for it. */
export interface EnvValues {
  readonly values: readonly string[];
  readonly leftOut: number;
}

/**
 * Reads `NAME=value` lines, or what a vault exports as JSON: all texts in it, below `data` where it has that.
 * @throws {GateError} if it is neither.
 */
export function readEnvValues(text: string): EnvValues {
  const plain = text.replace(/^\uFEFF/, "");
  const all = new Set(/^\s*[[{]/.test(plain) ? [...textsIn(dataOf(parsed(plain)))] : envTexts(plain));
  const values = [...all].filter((value) => value.length >= shortestValue && !isCommon(value));
  return { values, leftOut: all.size - values.length };
}

function envTexts(text: string): string[] {
  return Object.values(parseEnv(text)).filter((value) => value !== undefined);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's message would repeat the text.
    throw new GateError("the export begins as JSON and is none", "Export it again, as JSON or as NAME=value lines.");
  }
}

/** HashiCorp's vault puts the secrets of its second version below `data.data`, beside what describes them. */
function dataOf(value: unknown): unknown {
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  return isObject && "data" in value && typeof value.data === "object" ? dataOf(value.data) : value;
}

function* textsIn(value: unknown): Generator<string> {
  if (typeof value === "string") yield value;
  if (typeof value !== "object" || value === null) return;
  for (const inner of Object.values(value)) yield* textsIn(inner);
}

/** Everybody has these, and a finding of one would be none. */
function isCommon(value: string): boolean {
  return isCommonWord(value.toLowerCase()) || isRegion.test(value) || isOwnMachine.test(value);
}

/** `eu-central-1` */
const isRegion = /^[a-z]{2}(?:-[a-z]+){1,2}-?\d{1,2}$/;

/** `localhost:3000`, `http://127.0.0.1/` */
const isOwnMachine = /^(?:\w+:\/\/)?(?:localhost|127\.0\.0\.1|0\.0\.0\.0)(?::\d+)?\/?$/;
