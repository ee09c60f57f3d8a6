import { byteList } from "../extractors/log-texts.ts";
import { wideEncodingOf } from "../extractors/wide-text.ts";
import type { Candidate } from "../findings/resolve.ts";
import type { Gate } from "../gate.ts";
import type { RuleId } from "../model/class.ts";
import type { Action } from "../model/finding.ts";
import type { Range } from "../model/range.ts";
import type { Found } from "../search/run.ts";

/**
 * What was found, as it is kept until nothing can be found any more that overlaps it. In a log with a token in every line that is what lives
 * longest, and what the collector moves about: one object, without the match, its range and a copy of its text.
 */
export class KeptFound implements Candidate, Range {
  readonly start: number;
  readonly end: number;
  readonly rank: number;
  readonly placeholder: boolean;
  declare readonly group?: string;
  declare readonly stream?: NonNullable<Candidate["stream"]>;
  readonly rule: RuleId;
  readonly isApart: boolean;
  readonly action: Action;
  /** Whether it is written as a list of the numbers of its bytes. */
  readonly isList: boolean;
  /** That of two or four bytes a character in which it stands, if any. */
  readonly wide: string | undefined;
  /** What was found, without its encodings; undefined where it is the bytes at its place. */
  readonly text: Buffer | undefined;

  /** @param range where it stands, if it is told elsewhere than it was found */
  constructor(found: Found, gate: Gate, range: Range, text: Buffer | undefined) {
    const { detector, match, rank, placeholder, group, stream, surface } = found;
    this.start = range.start;
    this.end = range.end;
    this.rank = rank;
    this.placeholder = placeholder;
    this.rule = detector.id;
    this.isApart = detector.isApart === true;
    this.action = gate.policy(detector.id, match.confidence ?? 1);
    this.isList = surface.includes(byteList);
    this.wide = surface === "text" ? undefined : wideEncodingOf(surface);
    this.text = text;
    if (group !== undefined) this.group = group;
    if (stream !== undefined) this.stream = stream;
  }

  get part(): "contents" {
    return "contents";
  }

  get range(): Range {
    return this;
  }
}
