import type { Format } from "../src/cli/flags.ts";
import { github, gitlab, jobSummary, json, junit, type Reporter, sarif, text, type Verdict } from "../src/index.ts";

/** Everything that writes a verdict down. */
export const reporters: readonly Reporter[] = Object.values({
  text,
  json,
  github,
  gitlab,
  sarif,
  junit,
  summary: (verdict) => jobSummary(verdict, Infinity),
} satisfies Record<Format | "summary", Reporter>);

/** All that can be said of a verdict: in every format, in colours and without, in full and in short. */
export function everyReport(verdict: Verdict): string {
  const kinds = [false, true].flatMap((color) =>
    [false, true].map((quiet) => ({ color, quiet, advice: ["Do something."] })),
  );
  return reporters.flatMap((reporter) => kinds.map((options) => reporter(verdict, options))).join("\n");
}
