/**
 * What stands behind the escape character of a terminal: a control sequence (ECMA-48, 5.4), of which 24-bit colours of a text and of what is behind
 * it are the longest, or a set of characters (ECMA-35, 14), as `tput sgr0` and mail in ISO-2022-JP have it. kernel/sequence.ts finds the same.
 */
export const controlSequence: string = String.raw`(?:\[[0-?]{0,40}[ -/]{0,2}[@-~]|(?:\$[(-+./-]?|[(-+./-])[0-~])`;

/** The escape character as programs write it in strings. */
export const writtenEscape: string = String.raw`(?:u001[bB]|u\{1[bB]\}|x1[bB]|033|e)`;

/** What a reader takes a control sequence for: a colour stands for nothing, nor does what clears the rest of a line; others move on. */
export function meaningOfSequence(sequence: string): "" | " " {
  return /\[[\d:;]*[mK]$/.test(sequence) ? "" : " ";
}
