import type { Finding } from "../model/finding.ts";
import type { Verdict } from "../model/verdict.ts";

/** One line: the verdict, and what it rests on. */
export function summary(verdict: Verdict): string {
  return `${outcome(verdict)} ${scope(verdict)}`;
}

/** Whether a finding stops what was checked; a question that nobody answers is a no. */
export function stops({ action }: Finding): boolean {
  return action === "block" || action === "ask";
}

/** As editors write it. A name has no lines. */
export function placeOf(finding: Finding): string {
  return isInName(finding) ? finding.document : `${finding.document}:${finding.line}:${finding.column}`;
}

export function isInName({ surface }: Finding): boolean {
  return /(?:^| in )file name$/.test(surface);
}

function outcome({ verdict, complete, findings, scanned, unscanned }: Verdict): string {
  const stopping = findings.filter(stops).length;
  if (verdict === "pass" && stopping > 0) return `outgate: passed, where ${count(stopping, "finding")} would stop it.`;
  if (stopping > 0) return `outgate: stopped, ${count(stopping, "finding")}.`;
  if (!complete) return "outgate: not checked to the end, so nothing passes.";
  if (verdict !== "pass") return "outgate: stopped as it is; it may leave masked.";
  if (scanned.documents === 0) return "outgate: nothing to check.";
  return unscanned.some(({ document }) => document === listName)
    ? "outgate: passed without the deny list."
    : "outgate: passed.";
}

/** What a list that could not be looked into is called in a verdict. */
const listName = "denylist";

/** What was scanned, in numbers: a gate that has stopped looking must not look like one that found nothing. */
function scope({ scanned, milliseconds }: Verdict): string {
  const known = scanned.known === undefined ? "" : ` ${grouped(scanned.known)} of them known from earlier checks,`;
  const terms = scanned.terms === 0 ? "" : ` ${count(scanned.terms, "denied term")},`;
  return `Scanned ${count(scanned.documents, "document")},${known} ${size(scanned.bytes)}, ${count(scanned.rules, "rule")},${terms} ${time(milliseconds)}.`;
}

function time(milliseconds: number): string {
  return milliseconds < 10_000 ? `${milliseconds} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}

export function count(number: number, noun: string): string {
  return `${grouped(number)} ${noun}${number === 1 ? "" : "s"}`;
}

/** 1234567 → 1,234,567; toLocaleString would load ICU's tables: ten milliseconds. */
export function grouped(number: number): string {
  return number < 1000 ? String(number) : String(number).replaceAll(/\B(?=(?:\d{3})+$)/g, ",");
}

/** 1234567 → 1.2 MB */
export function size(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
