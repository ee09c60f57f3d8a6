import type { Boundary } from "../model/audience.ts";
import type { Class } from "../model/class.ts";

/** Why a finding of this class must not leave. */
export const why: Readonly<Record<Class, string>> = {
  secret: "Whoever reads it can use it, and a repository remembers it even after it is deleted.",
  term: "The owner has denied this term.",
  person: "It identifies a person who has not agreed to be published.",
  infrastructure: "It shows strangers where to look.",
  business: "It is a figure of the owner's business.",
  internal: "It was written for the machine, not for readers.",
  claim: "It is worded in a way that the owner has not approved.",
  artifact: "Files of this kind hold what only this machine should have.",
};

/** What is different where a credential leaves by another way than a commit. */
const whyOfSecrets: Readonly<Partial<Record<Boundary, string>>> = {
  site: "Whoever visits the site can use it, and caches and archives keep it even after it is deleted.",
  log: "Whoever reads the log can use it, and so can everybody to whom a copy or a line of it comes.",
};

/** The same as it is told of what leaves there. */
export function whyIn(boundary: Boundary, of: Class): string {
  return (of === "secret" ? whyOfSecrets[boundary] : undefined) ?? why[of];
}
