import type { Finding } from "../model/finding.ts";
import type { Unscanned, Verdict } from "../model/verdict.ts";
import { seen, sorted } from "./finding.ts";
import type { Reporter } from "./reporter.ts";
import { count, placeOf, summary } from "./summary.ts";

/**
 * JUnit's XML as Ant writes it, which Jenkins, GitLab and others read. A failed test is one rule in one document: both tell
 * tests of two runs apart by class and name, so these hold no lines, and each pair stands once.
 */
export const junit: Reporter = (verdict) => {
  const { stopping, failed } = sorted(verdict);
  const failures = [...Map.groupBy(stopping, ({ ruleId, document }) => `${ruleId} ${document}`).values()].map(failure);
  const errors = [...Map.groupBy(failed, ({ document }) => document).values()].map(error);
  const told = [...failures, ...errors];
  const isStopped = verdict.verdict === "block" || verdict.verdict === "ask" || !verdict.complete;
  const whole = told.length > 0 ? [] : [outcome(verdict, isStopped)];
  const seconds = (verdict.milliseconds / 1000).toFixed(3);
  const suite = {
    name: "outgate",
    package: "outgate",
    id: 0,
    hostname: "localhost",
    // Without a time zone, says the schema; it is UTC.
    timestamp: verdict.time.slice(0, "2026-01-01T00:00:00".length),
    tests: told.length + whole.length,
    failures: failures.length,
    errors: errors.length + (isStopped ? whole.length : 0),
    time: seconds,
  };
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites>
<testsuite${attributes(suite)}>
<properties>
${properties(verdict)}</properties>
${[...told, ...whole].join("")}<system-out>${escaped(remarks(verdict))}</system-out>
<system-err></system-err>
</testsuite>
</testsuites>
`;
};

function failure(findings: readonly Finding[]): string {
  const [first] = findings;
  if (first === undefined) return "";
  const message = `${first.message}, ${count(findings.length, "place")} in ${first.document}`;
  const places = findings.map((finding) => `${placeOf(finding)}: ${seen(finding)}\n`).join("");
  return testcase(
    first.ruleId,
    first.document,
    "failure",
    { message, type: first.ruleId },
    `${places}${first.remedy}\n`,
  );
}

function error(items: readonly Unscanned[]): string {
  const [first] = items;
  if (first === undefined) return "";
  const reasons = items.map(({ reason }) => `${first.document}: ${reason}\n`).join("");
  return testcase("not checked", first.document, "error", { message: first.reason, type: "not checked" }, reasons);
}

/** Where nothing stops there is a test that says so: a report without any looks like a gate that did not run. */
function outcome(verdict: Verdict, isStopped: boolean): string {
  const line = summary(verdict);
  if (isStopped) return testcase("check", verdict.boundary, "error", { message: line, type: "stopped" }, line);
  return `<testcase${attributes(nameOf("check", verdict.boundary))}/>\n`;
}

function testcase(
  rule: string,
  document: string,
  kind: "failure" | "error",
  said: Readonly<Record<string, string>>,
  text: string,
): string {
  return `<testcase${attributes(nameOf(rule, document))}><${kind}${attributes(said)}>${escaped(text)}</${kind}></testcase>\n`;
}

/** Jenkins takes what stands before the last dot of the class for its package; a rule has none. */
function nameOf(rule: string, document: string): Readonly<Record<string, string>> {
  return { classname: `outgate.${rule}`, name: document, time: "0" };
}

function properties({ verdict, complete, audience, policy, alreadyThere, scanned }: Verdict): string {
  const list = Object.entries({ verdict, complete, audience, policy, alreadyThere, ...scanned });
  return list.map(([name, value]) => `<property${attributes({ name, value: String(value) })}/>\n`).join("");
}

/** What stops nothing. */
function remarks(verdict: Verdict): string {
  const { warnings, skipped } = sorted(verdict);
  return [
    summary(verdict),
    ...warnings.map((finding) => `Warning: ${placeOf(finding)}: ${finding.ruleId}: ${seen(finding)}`),
    ...skipped.map(({ document, reason }) => `Left out: ${document}: ${reason}`),
    ...verdict.suppressed.map((finding) => `Suppressed: ${placeOf(finding)}: ${finding.ruleId}: ${finding.reason}`),
  ]
    .map((line) => `${line}\n`)
    .join("");
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escaped(String(value)).replaceAll(/["\t\n\r]/g, reference)}"`)
    .join("");
}

/** Without what XML cannot hold, not even as a reference: https://www.w3.org/TR/xml/#charsets */
function escaped(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "")
    .replaceAll(/[&<>\r]/g, reference);
}

function reference(character: string): string {
  return `&#${character.charCodeAt(0)};`;
}
