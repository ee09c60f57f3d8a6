import type { Suppressed } from "../model/verdict.ts";
import type { Label } from "./label.ts";
import type { Words } from "./words.ts";

/** Something that would suppress a finding. */
export interface Offer {
  readonly kind: Suppressed["kind"];
  readonly reason: Words;
  /** Whether the change itself brings it. */
  readonly isNew: boolean;
  readonly label: Label;
}
