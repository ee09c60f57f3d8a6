import { letters } from "../../model/letters.ts";
import { overlap, type Range } from "../../model/range.ts";
import type { Window } from "../../model/window.ts";
import type { Literals } from "../../model/trigger.ts";
import { matchesInText, utf8Literals } from "./context.ts";
import { isTopLevel } from "./top-level.ts";

/** An address that people write so that programs do not find it, and what it stands for. */
export interface Veiled {
  readonly range: Range;
  readonly address: string;
  /** Its at sign has spaces around it, as in `lunch @ joes.bar`. */
  readonly isSpaced: boolean;
}

/** What opens a window on one: `(at)`, `[dot]`, `name at provider dot com`, and an at sign of another kind. */
export const veils: readonly Literals[] = [
  {
    literals: [
      "(at)",
      "[at]",
      "{at}",
      "<at>",
      "( at )",
      "[ at ]",
      " dot ",
      "(dot)",
      "[dot]",
      "{dot}",
      " punkt ",
      " punto ",
      " ponto ",
      "(punkt)",
      "[punkt]",
      "[.]",
      "(.)",
      "%40",
      "&#64;",
      "&commat;",
      "(a)",
      "[a]",
      "(arroba)",
      "(arobase)",
      "(chiocciola)",
      "(kukac)",
      "(snabel-a)",
      "(zavinac)",
      " arobase ",
      " arroba ",
      " chiocciola ",
      " @ ",
    ],
    anyCase: true,
    behind: { begins: "word" },
  },
  { literals: utf8Literals("＠", "﹫", "(ät)", "[ät]", "(małpa)", "(zavináč)", "(собака)", "[собака]", " собака ") },
];

const open = String.raw`\s?[([{<]\s?`;
const close = String.raw`\s?[)\]}>]\s?`;
const names = "at|ät|a|arroba|arobase|chiocciola|małpa|malpa|kukac|zavináč|zavinac|snabel-?a|собака";
const stops = "dot|punkt|point|punto|ponto|kropka|tečka|точка|d0t|\\.";

// In brackets, or spelled out with its dots.
const label = String.raw`[${letters}\d](?:[${letters}\d-]{0,61}[${letters}\d])?`;
const stop = String.raw`(?:\.|${open}(?:${stops})${close}|\s(?:dot|punkt|point|punto|ponto|точка)\s)`;
const spoken = String.raw`\s(?:dot|punkt|point|punto|ponto|точка)\s`;
const veiled = new RegExp(
  [
    String.raw`(?<![${letters}\d])(?<local>[${letters}\d][${letters}\d.+_-]{0,62}[${letters}\d])`,
    String.raw`(?:(?:${open}(?:${names})${close}|[＠﹫]|%40|&#64;|&commat;)(?<domain>${label}(?:${stop}${label}){1,3})`,
    String.raw`|\s(?:at|arobase|arroba|chiocciola|собака)\s(?!(?:the|an?|this|that|our|my)\s)(?<said>${label}(?:${spoken}${label}){1,3})`,
    String.raw`|\s@\s(?<spaced>${label}(?:\.${label}){1,3})`,
    String.raw`|@(?<cut>${label}(?:${open}(?:${stops})${close}${label}){1,3}))`,
  ].join(""),
  "gi",
);

/**
 * What each one of ASCII alone has in the midst of it: what stands for the at sign, and the first label of the domain. V8 takes milliseconds to
 * compile a pattern with letters of all alphabets in any case, and `(a)` stands in much code.
 */
const mayBeVeiled = new RegExp(
  [
    String.raw`[a-z\d](?:${open}(?:${names})${close}|%40|&#64;|&commat;)[a-z\d][a-z\d-]{0,62}(?:\.|${open}|\s[dp])`,
    String.raw`[a-z\d]\s(?:at|arobase|arroba|chiocciola)\s[a-z\d][a-z\d-]{0,62}\s[dp]`,
    String.raw`[a-z\d]@[a-z\d][a-z\d-]{0,62}${open}`,
    String.raw`[a-z\d]\s@\s[a-z\d][a-z\d-]{0,62}\.`,
    String.raw`[\x80-\xff]`,
  ].join("|"),
  "i",
);

/** All in a window, the ranges in its bytes. Where nothing but `@` has opened it there is none, and most windows are such. */
export function* veiledAddresses(window: Window): Generator<Veiled> {
  const { text, sightings } = window;
  if (sightings.every(({ start, end }) => end - start === 1 && text[start] === "@") || !mayBeVeiled.test(text)) return;
  for (const { match, range } of matchesInText(window, veiled)) {
    const { local = "", domain, said, spaced, cut } = match.groups ?? {};
    // A form that opens no window by itself would be found beside some texts and not beside others.
    if (!sightings.some((sighting) => overlap(sighting, range))) continue;
    const written = domain ?? said ?? spaced ?? cut ?? "";
    const labels = written.toLowerCase().split(new RegExp(stop, "i"));
    const end = wholeLabels(labels);
    if (end === 0) continue;
    const taken = match[0].slice(0, match[0].length - written.length) + writtenTo(written, labels.slice(0, end));
    yield {
      range: { start: range.start, end: range.start + Buffer.byteLength(taken) },
      isSpaced: spaced !== undefined,
      address: `${local.toLowerCase()}@${labels.slice(0, end).join(".")}`,
    };
  }
}

/** How many labels make a domain: words of the sentence may follow as if they were some. */
function wholeLabels(labels: readonly string[]): number {
  for (let count = labels.length; count > 1; count--) if (isTopLevel(labels[count - 1] ?? "")) return count;
  return 0;
}

/** A domain as it is written, to the end of its last label. */
function writtenTo(written: string, labels: readonly string[]): string {
  let at = 0;
  for (const name of labels) at = written.toLowerCase().indexOf(name, at) + name.length;
  return written.slice(0, at);
}
