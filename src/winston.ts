import type { LogRedactor } from "./log/open.ts";

/** Where winston keeps the line that its transports write: https://github.com/winstonjs/triple-beam */
const line = Symbol.for("message");

/** What winston passes from format to format. */
type Info = Record<string | symbol, unknown>;

/**
 * A format for winston: what comes after it has nothing that must not be public. It stands last in `format.combine(…)`, behind what makes the
 * line; before that it masks what the line will be made of.
 */
export function winstonFormat(redactor: LogRedactor): { transform(info: Info): Info } {
  return {
    transform(info) {
      const masked: unknown = JSON.parse(redactor.redact(JSON.stringify(info)));
      const clean: Info = {};
      for (const key of Object.getOwnPropertySymbols(info)) clean[key] = info[key];
      Object.assign(clean, masked);
      const written = info[line];
      if (typeof written === "string") clean[line] = redactor.redact(written);
      return clean;
    },
  };
}
