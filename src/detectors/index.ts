import type { Detector } from "./detector.ts";
import { githubFineGrainedToken, githubToken } from "./secrets/github.ts";

/** All built-in detectors. The order is the rank: where two findings overlap, the earlier detector's is kept. */
export const detectors: readonly Detector[] = [githubToken, githubFineGrainedToken];
