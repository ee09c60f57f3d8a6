import { checkedConfig } from "./config/read-config.ts";
import { createGate as createUnchecked, type Gate, type GateOptions } from "./gate.ts";

/**
 * A gate for a program. The command line has read its config from a file, and checked it then.
 * @throws {GateError} where the config is wrong, or speaks of a rule that there is not.
 */
export function createGate(options: GateOptions = {}): Gate {
  const { config } = options;
  return createUnchecked(config === undefined ? options : { ...options, config: checkedConfig(config) });
}
