import type { Config } from "./config/config.ts";
import type { Detector } from "./detectors/detector.ts";

/**
 * The detectors that only a config knows. What makes them is loaded where there are any.
 * @throws {GateError} if one of the config's patterns is none.
 */
export async function configuredDetectors({ claims = [], names = [] }: Config = {}): Promise<readonly Detector[]> {
  const detectors: Detector[] = [];
  if (claims.length > 0) {
    const { claimDetector } = await import("./detectors/claims/claim.ts");
    for (const [index, claim] of claims.entries()) detectors.push(claimDetector(claim, index));
  }
  if (names.length > 0) detectors.push((await import("./detectors/business/metric.ts")).metricBeside(names));
  return detectors;
}
