import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type * as Library from "../src/index.ts";

/**
 * What the gate says of ordinary talk: the paragraphs of prose in what npm packages ship to be read. Nothing in them is meant to be
 * kept from a group, so each that would be blocked or asked about is printed, to be looked at.
 * @param count how many paragraphs at most
 * @param folder whose packages; this project's own unless told
 */
export async function talkBench(count: number, folder = "node_modules"): Promise<void> {
  const path = pathToFileURL(join(import.meta.dirname, "../dist/index.js")).href;
  const { openGate } = (await import(path)) as typeof Library;
  const gate = await openGate({ config: {} });
  const paragraphs = [...new Set(globSync(`${folder}/**/*.{md,markdown,txt}`).flatMap(proseOf))];
  const step = Math.max(1, Math.floor(paragraphs.length / count));
  const chosen = paragraphs.filter((_, index) => index % step === 0).slice(0, count);
  const verdicts = new Map<string, number>();
  for (const text of chosen) {
    const { verdict, findings, score } = gate.checkSync({ text, to: "group" });
    verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1);
    if (verdict === "pass") continue;
    const rules = findings.filter(({ action }) => action !== "pass").map(({ ruleId, mask }) => `${ruleId} ${mask}`);
    console.log(`${verdict} ${score} ${rules.join(", ")}\n  ${text.replaceAll("\n", "\n  ")}\n`);
  }
  console.log(`${chosen.length} of ${paragraphs.length} paragraphs: ${JSON.stringify(Object.fromEntries(verdicts))}`);
}

/** Paragraphs as somebody would send them: no code, no tables, no lists of links, no licences. */
function proseOf(path: string): string[] {
  if (/licen[cs]e|notice|third.?party/i.test(path)) return [];
  return readFileSync(path, "utf8")
    .replaceAll("\r", "")
    .replaceAll(/^(```|~~~)[^]+?^\1/gm, "")
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim())
    .filter((text) => text.length >= 60 && text.length <= 2000 && /^[\p{L}"'*_(]/u.test(text))
    .filter((text) => !/^\s{4}|\||^\[.*\]:|<\w/m.test(text) && (text.match(/https?:/g)?.length ?? 0) < 3);
}
