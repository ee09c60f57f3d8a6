export { createGate, type Gate, type GateOptions } from "./gate.ts";
export { scan } from "./scan.ts";
export { scrub } from "./scrub.ts";

export { readConfig } from "./config/read-config.ts";
export type { Config } from "./config/config.ts";
export { detectors } from "./detectors/index.ts";
export type { Detector } from "./detectors/detector.ts";
export { commitMessage } from "./sources/commit-message.ts";
export { openFiles } from "./sources/files.ts";
export { openStaged, type Staged, type StagedOptions } from "./sources/staged.ts";
export { github } from "./reporters/github.ts";
export { json } from "./reporters/json.ts";
export type { Reporter, ReportOptions } from "./reporters/reporter.ts";
export { text } from "./reporters/text.ts";

export type { Audience, Boundary } from "./model/audience.ts";
export type { Class, RuleId, Severity } from "./model/class.ts";
export type { Before, Document, Unread } from "./model/document.ts";
export { GateError } from "./model/error.ts";
export type { Action, Finding } from "./model/finding.ts";
export type { Match } from "./model/match.ts";
export type { Range } from "./model/range.ts";
export type { Source } from "./model/source.ts";
export type { Behind, Reach, Run, Trigger, Triggered } from "./model/trigger.ts";
export type { Scanned, ScorePart, Suppressed, Unscanned, Verdict } from "./model/verdict.ts";
export type { Window } from "./model/window.ts";
