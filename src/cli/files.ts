import { findConfig } from "../config/find-config.ts";
import { openFiles } from "../sources/files.ts";
import { check, openGate } from "./check.ts";
import { type CheckFlags, textOf } from "./flags.ts";

/** `outgate files [PATTERN…]`. */
export async function files(patterns: readonly unknown[], flags: CheckFlags): Promise<number> {
  const gate = await openGate(findConfig(textOf("--config", flags.config)), flags);
  return check(await openFiles(patterns.map(String)), gate, flags);
}
