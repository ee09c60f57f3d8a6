import type { Config } from "./config/config.ts";
import type { Detector } from "./detectors/detector.ts";

/**
 * The detectors that only a config knows. What makes them is loaded where there are any.
 * @throws {GateError} if one of the config's patterns is none.
 */
export async function configuredDetectors({ claims = [] }: Config = {}): Promise<readonly Detector[]> {
  if (claims.length === 0) return [];
  const { claimDetector } = await import("./detectors/claims/claim.ts");
  return claims.map(claimDetector);
}
