import { appendFileSync, statSync } from "node:fs";
import { GateError } from "../model/error.ts";
import { codeOf } from "../model/system-error.ts";
import type { Verdict } from "../model/verdict.ts";
import { jobSummary } from "../reporters/job-summary.ts";

/** GitHub drops the whole summary of a step that is larger, whoever wrote it. */
const limit = 1024 * 1024;

/**
 * Appends a verdict to the job summary of a step in GitHub Actions, where this is one.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#adding-a-job-summary
 * @throws {GateError} if it cannot be written.
 */
export function writeJobSummary(verdict: Verdict): void {
  const path = process.env["GITHUB_STEP_SUMMARY"];
  if (path === undefined || path === "") return;
  try {
    const room = limit - (statSync(path, { throwIfNoEntry: false })?.size ?? 0);
    const text = jobSummary(verdict, room);
    if (Buffer.byteLength(text) > room) throw unwritten("it is full");
    appendFileSync(path, text);
  } catch (error) {
    throw error instanceof GateError ? error : unwritten(codeOf(error));
  }
}

function unwritten(reason: string): GateError {
  return new GateError(
    `the job summary could not be written: ${reason}`,
    "Let GITHUB_STEP_SUMMARY name a file that has room, or unset it where no summary is wanted.",
  );
}
