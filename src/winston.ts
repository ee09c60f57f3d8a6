import type { LogRedactor } from "./log/open.ts";

/** Where winston keeps the line that its transports write: https://github.com/winstonjs/triple-beam */
const line = Symbol.for("message");

/** What winston passes from format to format. */
type Info = Record<string | symbol, unknown>;

/**
 * A format for winston: what comes after it has nothing that must not be public. It stands last in `format.combine(…)`, behind what makes the
 * line; before that it masks what the line will be made of.
 */
export function winstonFormat(redactor: LogRedactor): { transform<T extends Info>(info: T): T } {
  return {
    transform<T extends Info>(info: T) {
      const masked: unknown = JSON.parse(redactor.redact(JSON.stringify(info, plain())));
      const clean: Info = {};
      for (const key of Object.getOwnPropertySymbols(info)) clean[key] = info[key];
      Object.assign(clean, masked);
      const written = info[line];
      if (typeof written === "string") clean[line] = redactor.redact(written);
      return clean as T; // whoever declares more than what JSON writes of it finds that
    },
  };
}

/**
 * What winston's own formats write though JSON cannot: an object inside of itself, as in most errors of HTTP clients, is `[Circular]`, and a
 * BigInt its digits.
 */
function plain(): (this: unknown, key: string, value: unknown) => unknown {
  const around: unknown[] = [];
  return function (_, value) {
    if (typeof value === "bigint") return value.toString();
    if (typeof value !== "object" || value === null) return value;
    while (around.length > 0 && around.at(-1) !== this) around.pop();
    if (around.includes(value)) return "[Circular]";
    around.push(value);
    return value;
  };
}
