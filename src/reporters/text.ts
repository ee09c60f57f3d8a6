import type { Class } from "../model/class.ts";
import type { Finding } from "../model/finding.ts";
import type { Verdict } from "../model/verdict.ts";
import type { Reporter } from "./reporter.ts";
import { count, summary } from "./summary.ts";

/** Why a finding of this class must not leave. */
const why: Readonly<Record<Class, string>> = {
  secret: "Whoever reads it can use it, and a repository remembers it even after it is deleted.",
  term: "The owner has denied this term.",
  person: "It identifies a person who has not agreed to be published.",
  infrastructure: "It shows strangers where to look.",
  business: "It is a figure of the owner's business.",
  internal: "It was written for the machine, not for readers.",
  claim: "It is worded in a way that the owner has not approved.",
  artifact: "Files of this kind hold what only this machine should have.",
};

/** For people at a terminal of 80 columns. What stops is told in full, what warns in one line. */
export const text: Reporter = (verdict, { color, quiet, advice }) => {
  const paint = color ? painted : plain;
  const stopping = verdict.findings.filter(({ action }) => action === "block" || action === "ask");
  if (quiet && stopping.length === 0 && verdict.complete) return "";
  const lines = [
    ...documents(stopping).flatMap(([document, findings]) => [
      "",
      paint("bold", document),
      ...findings.flatMap((finding) => told(finding, paint)),
    ]),
    ...remarks(verdict, paint),
    ...(stopping.length > 0 || !verdict.complete ? ["", ...advice.flatMap((line) => wrap(line, ""))] : []),
    paint(stopping.length > 0 || !verdict.complete ? "red" : "green", summary(verdict)),
  ];
  return `${lines
    .join("\n")
    .replace(/^\n+/, "")
    .replaceAll(/\n{3,}/g, "\n\n")}\n`;
};

type Paint = (style: "bold" | "red" | "yellow" | "green" | "dim", text: string) => string;

const plain: Paint = (_, line) => line;

const codes = { bold: [1, 22], dim: [2, 22], red: [31, 39], green: [32, 39], yellow: [33, 39] } as const;

const painted: Paint = (style, line) => `\u001B[${codes[style][0]}m${line}\u001B[${codes[style][1]}m`;

function documents(findings: readonly Finding[]): [string, Finding[]][] {
  return [...Map.groupBy(findings, ({ document }) => document)];
}

function told(finding: Finding, paint: Paint): string[] {
  const { line, column, surface, message, mask, ruleId, remedy } = finding;
  const place =
    surface === "text"
      ? `${line}:${column}`
      : surface.startsWith("file name")
        ? surface
        : `${line}:${column} ${surface}`;
  return [
    `  ${paint("red", place)}  ${message}  ${mask}`,
    ...wrap(why[finding.class], "    "),
    ...wrap(remedy, "    "),
    paint("dim", `    ${ruleId}`),
  ];
}

function remarks({ findings, alreadyThere, unscanned }: Verdict, paint: Paint): string[] {
  const warnings = findings.filter(({ action }) => action === "warn");
  const failed = unscanned.filter(({ kind }) => kind === "failed");
  const skipped = unscanned.filter(({ kind }) => kind === "skipped");
  return [
    "",
    ...(warnings.length > 0
      ? wrap(paint("yellow", `${count(warnings.length, "warning")}: `) + places(warnings), "")
      : []),
    ...(alreadyThere > 0 ? [`${count(alreadyThere, "finding")} on lines that this change does not touch.`] : []),
    ...failed.flatMap(({ document, reason }) => wrap(`${paint("red", "Not checked:")} ${document}: ${reason}`, "")),
    ...collapsed(
      skipped.map(({ document, reason }) => `${document}: ${reason}`),
      "Left out: ",
    ),
  ];
}

/** The rules, most frequent first, each with the first place of its findings. */
function places(warnings: readonly Finding[]): string {
  const rules = [...Map.groupBy(warnings, ({ ruleId }) => ruleId)].toSorted(([, a], [, b]) => b.length - a.length);
  const parts = rules.map(([rule, of]) => {
    const [first] = of;
    const more = of.length > 1 ? ` and ${of.length - 1} more` : "";
    return first === undefined ? rule : `${rule} at ${first.document}:${first.line}${more}`;
  });
  return `${parts.join(", ")}.`;
}

/** The first three, and how many there are beside. */
function collapsed(items: readonly string[], label: string): string[] {
  const shown = items.slice(0, 3).flatMap((item) => wrap(label + item, ""));
  return items.length > 3 ? [...shown, `${label}${items.length - 3} more.`] : shown;
}

/** Breaks a text between words so that its lines, with their indentation, fit 80 columns. */
function wrap(line: string, indent: string): string[] {
  const lines: string[] = [];
  let current = indent;
  for (const word of line.split(" ")) {
    if (current.length > indent.length && current.length + word.length > 79) {
      lines.push(current.trimEnd());
      current = indent;
    }
    current += `${word} `;
  }
  return [...lines, current.trimEnd()];
}
