import type { Reporter } from "./reporter.ts";

/** The verdict itself; its schema is verdict.schema.json in the package. */
export const json: Reporter = (verdict) => `${JSON.stringify(verdict, null, 2)}\n`;
