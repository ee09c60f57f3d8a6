import type { Range } from "../model/range.ts";
import { normalForm } from "./normal-form.ts";
import { isSmall } from "./plausible.ts";
import { composed, type Run, runsOf } from "./runs.ts";
import { plainReading, sourceOf } from "./reading.ts";
import type { Term } from "./term.ts";

/** A denied person's first name where the text says who is meant. It is weaker than a name: `ask` for a group and the public. */
export interface KinMatch {
  readonly kind: "person";
  readonly range: Range;
  readonly isWeak: true;
}

/** The first names of a list, in their normal form; of `marie luise` also `marie `, with which it begins. */
export type FirstNames = ReadonlySet<string>;

/** Whether a first name is this word, or begins with it. */
export function canBeginName(word: string, names: FirstNames): boolean {
  return names.has(word) || names.has(`${word} `);
}

/** Only a plain or a sealed list tells them: a lock does not tell which of the words that its forms begin with are first names. */
export function firstNamesOf(terms: readonly Term[]): FirstNames {
  const names = new Set<string>();
  for (const { kind, text } of terms) {
    if (kind !== "person") continue;
    const [before = "", after = before] = text.split(",");
    const words = after.trim().split(/\s+/);
    const name = normalForm(words[0] ?? "");
    const isWhole = words.length > 1 || text.includes(",");
    if (!isWhole || name.length > 2 || name.some((part) => part.length < 2)) continue;
    if (name.length > 0) names.add(name.join(" "));
    if (name.length > 1) names.add(`${name[0] ?? ""} `);
  }
  return names;
}

/** Words of kinship and roles in their normal form, with single spaces where one has several words; the most words of one. */
export interface KinWords {
  readonly forms: ReadonlySet<string>;
  readonly longest: number;
}

/** @param own of the config, beside those of English and German */
export function kinWordsOf(own: readonly string[] = []): KinWords {
  const forms = own.map((word) => normalForm(word).join(" ")).filter((form) => form !== "");
  return {
    forms: new Set([...kinship, ...forms]),
    longest: Math.max(1, ...forms.map((form) => form.split(" ").length)),
  };
}

/** How many words may stand between. */
const near = 5;

/**
 * First names beside a word of kinship or of a role (`his daughter Anna`), and of two denied people in one sentence. A name begins with
 * a capital, where its script has any.
 */
export function findKin(bytes: Buffer, names: FirstNames, kin: KinWords): readonly KinMatch[] {
  if (names.size === 0) return [];
  const reading = composed(plainReading(bytes, { start: 0, end: bytes.length }));
  const found: KinMatch[] = [];
  for (const sentence of sentencesOf(runsOf(reading.text), reading.text)) {
    const named = sentence.flatMap((word, index) => {
      if (isSmall(word, reading.text)) return [];
      const name = nameAt(sentence, index, names);
      return name === undefined ? [] : [{ ...name, start: word.start, index }];
    });
    const isOfTwo = new Set(named.map(({ text }) => text)).size > 1;
    for (const { start, end, index } of named) {
      if (isOfTwo || hasKin(sentence.slice(Math.max(0, index - near - 1), index + near + 2), kin))
        found.push({ kind: "person", range: sourceOf(reading, start, end), isWeak: true });
    }
  }
  return found;
}

/** The first name that begins with a word, of one word or of two. */
function nameAt(
  sentence: Run["parts"],
  index: number,
  names: FirstNames,
): { readonly text: string; readonly end: number } | undefined {
  const [word, next] = [sentence[index], sentence[index + 1]];
  if (word === undefined) return undefined;
  if (next !== undefined && names.has(`${word.text} `)) {
    const text = `${word.text} ${next.text}`;
    if (names.has(text)) return { text, end: next.end };
  }
  return names.has(word.text) ? { text: word.text, end: word.end } : undefined;
}

function hasKin(words: Run["parts"], { forms, longest }: KinWords): boolean {
  return words.some((_, at) => {
    let form = "";
    for (const { text } of words.slice(at, at + longest)) {
      form += form === "" ? text : ` ${text}`;
      if (forms.has(form)) return true;
    }
    return false;
  });
}

/** The words of each sentence, runs as a whole. */
function* sentencesOf(runs: readonly Run[], text: string): Generator<Run["parts"]> {
  let sentence: Run["parts"][number][] = [];
  for (const { whole, parts } of runs) {
    const words = whole === undefined ? parts : [whole];
    const last = sentence.at(-1);
    if (last !== undefined && ends(text.slice(last.end, words[0]?.start), last.text)) {
      yield sentence;
      sentence = [];
    }
    for (const word of words) sentence.push(word);
  }
  if (sentence.length > 0) yield sentence;
}

function ends(gap: string, before: string): boolean {
  if (gap === " ") return false;
  return /\n[ \t]*\r?\n|[!?;\u3002]/.test(gap) || (before.length > 3 && /\.["'\u201D\u00BB)]*\s/.test(gap));
}

/** Words of kinship and of roles that people have for each other, in their normal form, with the endings that they are written with. */
const kinship: ReadonlySet<string> = new Set(
  (
    "aunt aunts boyfriend brother brothers child children cousin cousins dad daddy daughter daughters father fiance fiancee family " +
    "girlfriend godchild godfather godmother grandchild granddaughter grandfather grandma grandmother grandpa grandson granny husband kid " +
    "kids mom mommy mother mum mummy nanny nephew niece papa parents partner sibling siblings sister sisters son sons spouse stepdaughter " +
    "stepfather stepmother stepson toddler twin twins uncle widow widower wife " +
    "babysitter boss bride classmate cleaner colleague colleagues coworker coworkers doctor flatmate friend friends goddaughter godson " +
    "grandchildren grandkids grandparents groom housekeeper landlady landlord lawyer mentor neighbor neighbors neighbour neighbours newborn " +
    "roommate secretary stepchild stepchildren teacher teammate therapist tutor " +
    "baby bruder cousine ehefrau ehemann eltern enkel enkelin familie frau freund freundin geschwister grossmutter grosseltern grossvater " +
    "kinder kindes mama mann mutter neffe nichte oma onkel opa partnerin schwager schwagerin schwester schwiegermutter schwiegersohn " +
    "schwiegertochter schwiegereltern schwiegervater sohn sohne sohnes tante tochter vater verlobte verlobter vetter witwe witwer zwilling zwillinge " +
    "anwalt anwaltin arzt arztin chef chefin enkelkind enkelkinder freunde freundinnen kindermadchen kollege kollegen kollegin lebensgefahrte " +
    "lebensgefahrtin lehrer lehrerin mitbewohner mitbewohnerin nachbar nachbarin nachbarn neffen nichten pate patenkind patenonkel " +
    "patentante patin putzfrau sekretarin stiefmutter stiefsohn stieftochter stiefvater tagesmutter therapeut therapeutin vermieter vermieterin"
  ).split(" "),
);
