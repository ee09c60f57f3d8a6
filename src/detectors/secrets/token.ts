import type { RuleId } from "../../model/class.ts";
import { rangeOf } from "../../model/range.ts";
import { matchesOf } from "../../model/matches.ts";
import type { Behind, Reach } from "../../model/trigger.ts";
import type { Detector } from "../detector.ts";
import { isPlaceholder } from "./placeholder.ts";

/** A credential that its own shape gives away: most vendors' tokens. */
type Token = Shape & Beginning;

interface Shape {
  readonly id: RuleId;
  readonly summary: string;
  readonly remedy: string;
  readonly anyCase?: true;
  /** What stands right behind each literal: see `Trigger`. */
  readonly behind?: Behind;
  readonly reach?: Reach;
  /** See `Triggered`. */
  readonly isFramed?: true;
  /**
   * Has the flag `g`. The secret is the whole match, or the group `secret` (with the flag `d`). No character that could
   * belong to the token may stand beside it: begin with `(?<![\w-])` or the like, end with `(?![\w-])`.
   * `(?<![\w-](?<!\\[nrt]))` begins behind an escape as well, where a log holds JSON: `"the key:\nghp_…"`.
   */
  readonly pattern: RegExp;
  /** Whether what has the right shape is a real one: its checksum, its payload. What is not is nobody's finding. */
  readonly isGenuine?: Question;
  /**
   * In place of `isGenuine`, for a format that proves itself with a checksum or a payload that reads: what fits is a
   * secret even where its characters happen to spell `xxx` or `fake`, as one in a hundred long ones does.
   */
  readonly isProven?: Question;
  /** From 0 to 1; 1 unless told. */
  readonly confidence?: number;
  readonly examples: readonly string[];
}

/** How a token begins, or what else stands in it or near it. */
type Beginning =
  | {
      /** Public beginnings that a mask may show. */
      readonly prefixes: readonly string[];
      /** What every match contains, where that is not one of the prefixes: see `Trigger`. */
      readonly literals?: readonly string[];
    }
  | { readonly prefixes?: never; readonly literals: readonly string[] };

/** Asked of what matched, and of its value: what follows the first of `prefixes` that fits, or all of it. */
type Question = (secret: string, value: string) => boolean;

/** The confidence of a key of a test mode or a sandbox: where nothing real stands behind it, it is worth a warning. */
export const testMode = 0.6;

/** The detector of a token. A value that a person made up to show the format is reported as a placeholder. */
export function tokenDetector(token: Token): Detector {
  const { anyCase, behind, pattern, isGenuine, isProven, confidence } = token;
  const literals = token.prefixes === undefined ? token.literals : (token.literals ?? token.prefixes);
  const isMadeUp = (secret: string): boolean => {
    const value = withoutPrefix(secret, token.prefixes);
    return isProven ? !isProven(secret, value) : isPlaceholder(value) || isGenuine?.(secret, value) === false;
  };
  return {
    ...token,
    trigger: { literals, ...(anyCase && { anyCase }), ...(behind && { behind }) },

    *detect(window) {
      for (const match of matchesOf(withoutDefaults(window.text), pattern)) {
        const secret = match.groups?.["secret"] ?? match[0];
        const range = rangeOf(match, match.groups?.["secret"] === undefined ? undefined : "secret");
        if (isMadeUp(secret)) yield { range, placeholder: true };
        else yield confidence === undefined ? { range } : { range, confidence };
      }
    },
  };
}

/**
 * `${TOKEN:-value}` is what a shell and Compose take where a variable is not set. Behind another hyphen no token begins; behind this one it does, so that
 * it reads as `:=`, which is as long. The brace may stand in front of the window.
 */
function withoutDefaults(text: string): string {
  return text.includes(":-") ? text.replaceAll(/(?<=(?:^|\{)\w{1,64}:)-/g, "=") : text;
}

function withoutPrefix(secret: string, prefixes: readonly string[] = []): string {
  const prefix = prefixes.find((candidate) => secret.startsWith(candidate)) ?? "";
  return secret.slice(prefix.length);
}
