import { configuredDetectors } from "./configured.ts";
import type { Detector } from "./detectors/detector.ts";
import { actionNames, createGate as createUnchecked, type Gate } from "./gate.ts";
import { type Audience, audiences } from "./model/audience.ts";
import type { OpenOptions } from "./open-gate.ts";
import { openListed } from "./open-listed.ts";
import { checkOptions, type Known, ofListing } from "./options.ts";
import type { Unopened } from "./suppressions/suppression.ts";

export interface GateOptions extends Pick<OpenOptions, "config" | "denylist" | "allowMissingDenylist"> {
  /** Who can read what is checked. It goes before the config's. */
  readonly audience?: Audience;
  /** In place of all built-in ones. */
  readonly detectors?: readonly Detector[];
  /** The config's allow entries, and comments, unless told. */
  readonly suppressions?: Unopened;
}

const known: Known<GateOptions> = {
  ...ofListing,
  audience: { what: audiences.join(", "), is: (value) => audiences.some((audience) => audience === value) },
  detectors: { what: "a list of detectors", is: Array.isArray },
  suppressions: { what: "an object", is: (value) => typeof value === "object" },
};

/**
 * Opens what judges documents: finds config and deny lists as the command line does.
 * @throws {GateError} if an option, the config or a list cannot be used.
 */
export async function createGate(options: GateOptions = {}): Promise<Gate> {
  checkOptions("createGate", known, options);
  const { config: named, denylist = [], allowMissingDenylist: allowsMissing = false, ...own } = options;
  const { config, policyId, denied } = await openListed({
    config: named,
    denylist: [denylist].flat(),
    allowsMissing,
    rules: actionNames(own.detectors?.map(({ id }) => id)),
  });
  return createUnchecked({ ...own, config, policyId, denied, configured: await configuredDetectors(config) });
}
