import manifest from "../../package.json" with { type: "json" };
import type { Finding } from "../model/finding.ts";
import type { Suppressed, Unscanned, Verdict } from "../model/verdict.ts";
import { pathOf, sentences, sorted } from "./finding.ts";
import type { Reporter } from "./reporter.ts";
import { isInName, stops } from "./summary.ts";
import { why } from "./why.ts";

/**
 * SARIF 2.1.0, with what GitHub's code scanning wants, and no text of what was checked. GitHub shows 5,000 results and takes
 * 25,000, so the worst come first.
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 * https://docs.github.com/en/code-security/reference/code-scanning/sarif-files/sarif-support-for-code-scanning
 */
export const sarif: Reporter = (verdict) => {
  const { stopping, warnings } = sorted(verdict);
  const findings = [...stopping, ...warnings];
  const { suppressed } = verdict;
  const rules = new Map([...findings, ...suppressed].toReversed().map((finding) => [finding.ruleId, finding] as const));
  const indexes = new Map([...rules.keys()].map((id, index) => [id, index]));
  // Where one result says whether it is suppressed, all do.
  const none = suppressed.length > 0 ? { suppressions: [] } : {};
  const run = {
    tool: { driver: { ...driver(manifest), rules: [...rules.values()].map(rule) } },
    automationDetails: { id: `outgate/${verdict.boundary}/` },
    columnKind: "unicodeCodePoints",
    originalUriBaseIds: {
      [root]: { description: { text: "The top of the repository, or the folder in which outgate files was called." } },
    },
    invocations: [invocation(verdict)],
    results: [
      ...findings.map((finding) => ({ ...result(finding, indexes.get(finding.ruleId)), ...none })),
      ...suppressed.map((finding) => ({
        ...result(finding, indexes.get(finding.ruleId)),
        suppressions: [suppression(finding)],
      })),
    ],
    properties: properties(verdict),
  };
  return `${JSON.stringify({ $schema: schema, version: "2.1.0", runs: [run] })}\n`;
};

const schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/** The name under which GitHub and others look for files from the top of the repository. */
const root = "%SRCROOT%";

/** What of package.json tells who made the report. */
interface Manifest {
  readonly version: string;
  readonly repository?: string | { readonly url: string };
}

/** The tool; npm writes the addresses of repositories as git takes them: `git+https://….git`. */
export function driver({ version, repository }: Manifest): Readonly<Record<string, string>> {
  const address = (typeof repository === "string" ? repository : repository?.url)
    ?.replace(/^git\+/, "")
    .replace(/\.git$/, "");
  const isAddress = address !== undefined && /^https?:/.test(address);
  return { name: "outgate", version, semanticVersion: version, ...(isAddress && { informationUri: address }) };
}

type Level = "error" | "warning" | "note";

function levelOf(finding: Finding): Level {
  if (stops(finding)) return "error";
  return finding.severity === "info" ? "note" : "warning";
}

/** Above 9 GitHub calls it critical, from 4 medium, below low. */
const scores = { error: "9.5", warning: "5.5", note: "2.0" } as const satisfies Record<Level, string>;

/** A rule is told from its worst finding, whose message can say after a colon which variant it is. */
function rule(worst: Finding): object {
  const { ruleId, class: of, message, remedy } = worst;
  const level = levelOf(worst);
  return {
    id: ruleId,
    shortDescription: { text: message.replace(/: .*/s, "") },
    fullDescription: { text: why[of] },
    help: { text: remedy, markdown: remedy },
    defaultConfiguration: { level },
    properties: { tags: ["security", of], "security-severity": scores[level] },
  };
}

function result(finding: Finding, ruleIndex: number | undefined): object {
  const { ruleId, document, line, column, endLine, endColumn } = finding;
  const region = { startLine: line, startColumn: column, endLine, endColumn };
  const { action, confidence, surface, element, visible, mask, commit, fingerprint } = finding;
  return {
    ruleId,
    ruleIndex,
    level: levelOf(finding),
    message: { text: sentences(finding) },
    locations: [{ physicalLocation: { artifactLocation: artifact(document), ...(!isInName(finding) && { region }) } }],
    partialFingerprints: { "outgate/v1": fingerprint },
    properties: {
      action,
      confidence,
      surface,
      ...(element !== undefined && { element }),
      ...(visible !== undefined && { visible }),
      mask,
      ...(commit !== undefined && { commit }),
    },
  };
}

function suppression({ kind, reason }: Suppressed): object {
  return { kind: kind === "inline" ? "inSource" : "external", status: "accepted", justification: reason };
}

function invocation(verdict: Verdict): object {
  const { failed, skipped } = sorted(verdict);
  return {
    executionSuccessful: verdict.complete,
    startTimeUtc: new Date(Date.parse(verdict.time) - verdict.milliseconds).toISOString(),
    endTimeUtc: verdict.time,
    toolExecutionNotifications: [
      ...failed.map((item) => notification("error", "Not checked", item)),
      ...skipped.map((item) => notification("note", "Left out", item)),
    ],
  };
}

function notification(level: string, what: string, { document, reason }: Unscanned): object {
  return {
    level,
    message: { text: `${what}: ${reason}` },
    locations: [{ physicalLocation: { artifactLocation: artifact(document) } }],
  };
}

/** Each part of a path is encoded, so that none is a scheme, a query or a fragment. */
function artifact(document: string): object {
  const parts = pathOf(document).toWellFormed().split("/").map(encodeURIComponent).join("/");
  return document.startsWith("/") ? { uri: `file://${parts}` } : { uri: parts, uriBaseId: root };
}

function properties(verdict: Verdict): object {
  const { id, policy, boundary, audience, complete, score, alreadyThere, scanned } = verdict;
  return { id, verdict: verdict.verdict, complete, score, boundary, audience, policy, alreadyThere, scanned };
}
