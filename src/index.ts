/// <reference types="node" preserve="true" />

export { createGate, type GateOptions } from "./create-gate.ts";
export type { Gate } from "./gate.ts";
export type { CheckOptions, FilePart, JsonPart, Message, MessageVerdict, Part, TextPart } from "./message/message.ts";
export type { MessageGate } from "./message/open.ts";
export { openGate, type OpenOptions } from "./open-gate.ts";
export type { LogRedactor } from "./log/open.ts";
export { openRedactor, type RedactorOptions } from "./open-redactor.ts";
export { scan } from "./scan.ts";
export { scrub } from "./scrub.ts";
export { winstonFormat } from "./winston.ts";

export { readConfig } from "./config/read-config.ts";
export type { Config } from "./config/config.ts";
export { detectors } from "./detectors/index.ts";
export type { Detector } from "./detectors/detector.ts";
export { commitMessage } from "./sources/commit-message.ts";
export { openFiles } from "./sources/files/files.ts";
export { openStaged, type Staged, type StagedOptions } from "./sources/staged.ts";
export { github } from "./reporters/github.ts";
export { jobSummary } from "./reporters/job-summary.ts";
export { gitlab } from "./reporters/gitlab.ts";
export { json } from "./reporters/json.ts";
export { junit } from "./reporters/junit.ts";
export type { Reporter, ReportOptions } from "./reporters/reporter.ts";
export { sarif } from "./reporters/sarif.ts";
export { text } from "./reporters/text.ts";

export type { Ahead, Foreseen, Listed, Sight } from "./model/ahead.ts";
export type { Audience, Boundary } from "./model/audience.ts";
export type { Bytes } from "./model/bytes.ts";
export type { Class, RuleId, Severity } from "./model/class.ts";
export type { Before, Document, Note, Quiet, Unread } from "./model/document.ts";
export type { Disclosure, Topic } from "./model/disclosure.ts";
export { GateError } from "./model/error.ts";
export type { Action, Finding, MessageAction } from "./model/finding.ts";
export type { Match } from "./model/match.ts";
export type { Progress } from "./model/progress.ts";
export type { Range } from "./model/range.ts";
export type { Shard, Share, Split } from "./model/shard.ts";
export type { Source } from "./model/source.ts";
export type {
  Behind,
  Group,
  Literals,
  Reach,
  Run,
  RunKind,
  Shape,
  Shaped,
  Trigger,
  Triggered,
  Words,
  WordTable,
} from "./model/trigger.ts";
export { showsValue, type ValueKind } from "./model/value.ts";
export type { Scanned, ScorePart, ShardOf, Suppressed, Unscanned, Verdict } from "./model/verdict.ts";
export type { Allow, Baseline, BaselineEntry, Dated, NewSuppressions } from "./model/suppression.ts";
export type { Ledger, Print, Suppressions, Unopened } from "./suppressions/suppression.ts";
export type { Window } from "./model/window.ts";
