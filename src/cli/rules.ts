import { detectors } from "../detectors/index.ts";
import { escapeControls } from "../findings/name.ts";
import { GateError } from "../model/error.ts";
import { type DeniedRule, deniedRules } from "../model/denied-rule.ts";
import { seeHelp } from "./flags.ts";
import { print } from "./output.ts";

/** `outgate rules`: what is looked for, a line each, or as JSON. */
export async function rules({ format = "text" }: { readonly format?: unknown }): Promise<number> {
  if (format !== "text" && format !== "json") throw new GateError("--format takes one of: text, json", seeHelp());
  print(format === "json" ? asJson() : asText());
  return 0;
}

/** Rules that find something where there is a deny list. */
const ofLists: readonly DeniedRule[] = Object.values(deniedRules);

function asText(): string {
  const all = [...detectors, ...ofLists];
  const width = Math.max(...all.map(({ id }) => id.length));
  return all.map(({ id, summary }) => `${id.padEnd(width)}  ${summary}\n`).join("");
}

function asJson(): string {
  const described = detectors.map(({ id, summary, remedy, severity = "error", trigger, examples }) => ({
    id,
    summary,
    remedy,
    severity,
    trigger,
    examples,
  }));
  const ofOwner = ofLists.map((rule) => ({ ...rule, severity: "error", trigger: "deny list", examples: [] }));
  return `${JSON.stringify([...described, ...ofOwner], null, 2)}\n`;
}

/**
 * `outgate explain RULE`: the rule with its examples as templates; nothing that looks like a credential is printed.
 * @throws {GateError} if there is no such rule.
 */
export async function explain(rule: unknown): Promise<number> {
  const denied = ofLists.find(({ id }) => id === rule);
  if (denied !== undefined) {
    print(explained(denied, "Finds what the owner's deny list names; docs/denylist.md tells how it is kept.\n"));
    return 0;
  }
  const detector = detectors.find(({ id }) => id === rule);
  if (detector === undefined) throw new GateError("there is no such rule", "`outgate rules` lists them.");
  const { examples } = detector;
  const found = examples.filter((example) => example.includes("«"));
  const left = examples.filter((example) => !example.includes("«"));
  print(explained(detector, `Finds what stands in «marks»:\n${list(found)}\nLeaves alone:\n${list(left)}`));
  return 0;
}

function explained({ id, summary, remedy }: DeniedRule, what: string): string {
  return `${id}: ${summary}\n\n${remedy}\n\n${what}
To let one through with a reason, in a comment beside it:
  outgate-ignore-line: ${id} -- why
or in outgate.config.json, for a file:
  "allow": [{ "rule": "${id}", "path": "FILE", "reason": "why" }]
`;
}

function list(examples: readonly string[]): string {
  const lines = examples.flatMap((example) => example.split("\n"));
  return lines.map((line) => `  ${escapeControls(line)}\n`).join("");
}
