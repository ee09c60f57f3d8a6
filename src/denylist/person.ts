import { isArabic, prefixed, withServant } from "./arabic.ts";
import { endingsOf, slavicCases } from "./endings.ts";
import { hasUnspaced, normalForm, normalForms } from "./normal-form.ts";
import { spellings } from "./spellings.ts";
import type { Term } from "./term.ts";

/** The forms of a person's name; of a single name, these of a word. */
export function personForms(term: Term): readonly string[] {
  const people: Person[] = [];
  const forms = spellings(term.text).flatMap((text) => {
    if (hasUnspaced(text)) return unspacedForms(text);
    const person = personOf(text);
    if (person === undefined) {
      const words = normalForm(text).join(" ");
      return [words, ...endingsOf(words, term)];
    }
    people.push(person);
    return [
      ...namesOf(person),
      ...writtenTogether(person),
      ...shortened(person),
      ...inLibraries(person),
      ...optional(person, term),
      ...withTwoLast(person),
    ];
  });
  const others = people.length < 2 ? [] : mixed(people);
  return isArabic(term.text)
    ? [...people.flatMap(namesOf), ...others, ...people.flatMap(behindPrefix), ...forms]
    : [...forms, ...others];
}

/** Before the first name, as Arabic writes some words: `وسلمى`. */
function behindPrefix({ first, last }: Person): string[] {
  return waysOf(first).flatMap((name) => prefixed(name).map((word) => `${word} ${last.words}`));
}

/** The first name in one spelling, the last name in another: `Jörg Mueller`. */
function mixed(people: readonly Person[]): string[] {
  return people.flatMap(({ first }, at) =>
    people.flatMap((other, place) => (place === at ? [] : namesOf({ first, middle: [], last: other.last }))),
  );
}

/** Of a script without spaces: both orders, where the term tells first and last name apart. */
function unspacedForms(text: string): readonly string[] {
  const names = text.split(/[\s,\u30FB\uFF65\u00B7]+/).map((name) => normalForm(name).join(" "));
  const [first = "", ...others] = names.filter((name) => name !== "");
  return others.length === 0 ? [first] : [[first, ...others].join(" "), [...others, first].join(" ")];
}

interface Person {
  readonly first: Name;
  readonly middle: readonly Name[];
  readonly last: Name;
}

/** A name in its normal form: `o brien` and `obrien`, `mcdonald` and `mc donald`; its first letter. */
interface Name {
  readonly words: string;
  readonly joined: string;
  readonly parts: string;
  readonly initial: string;
}

/** The first name, and the last; undefined where there is only one. */
function personOf(text: string): Person | undefined {
  const [before = "", after] = withServant(text).split(/[,،]/);
  const spoken = (after === undefined ? before : `${after} ${before}`).trim().split(/\s+/);
  const titles = spoken.findIndex((word) => word.length > longestTitle || !title.test(word));
  const words = spoken.slice(Math.max(0, titles)).filter((word) => word.length > longestTitle || !suffix.test(word));
  const ofLast = after === undefined ? lastNameOf(words) : before.trim().split(/\s+/).length;
  const split = words.length - ofLast;
  const [first, ...middle] = words.slice(0, split).flatMap((word) => nameOf(word) ?? []);
  const last = nameOf(words.slice(split).join(" "));
  return first === undefined || last === undefined ? undefined : { first, middle, last };
}

const longestTitle = 5;
const title = /^(?:dr|prof|mrs?|ms|herr|frau|sir|dame|ing|dipl)\.?$/i;
const suffix = /^(?:jr|sr|ii|iii|iv|phd|md)\.?$/i;

/** How many words the last name has: with a particle before it, it begins there. */
function lastNameOf(words: readonly string[]): number {
  const particle = words.findIndex(
    (word, index) => index > 0 && index < words.length - 1 && particles.has(normalForm(word).join("")),
  );
  return particle === -1 ? 1 : words.length - particle;
}

const particles: ReadonlySet<string> = new Set(
  "von van vom zu zum zur de del della di da das do dos du la le al bin ibn ben ter ten der af av o ni mac mc ui nic".split(
    " ",
  ),
);

function nameOf(text: string): Name | undefined {
  const { words, parts } = normalForms(text);
  if (words.length === 0) return undefined;
  const initial = /^[a-z]/i.test(text) ? text.charAt(0).toLowerCase() : normalForm([...text][0] ?? "").join("");
  return { words: words.join(" "), joined: words.join(""), parts: parts.join(" "), initial };
}

/** The names as words, in both orders. */
function namesOf({ first, middle, last }: Person): string[] {
  const forms: string[] = [];
  for (const one of waysOf(first)) {
    for (const other of waysOf(last)) forms.push(`${one} ${other}`, `, ${other} ${one}`, `${one} * ${other}`);
  }
  if (middle.length === 0) return forms;
  const all = middle.map(({ words }) => words).join(" ");
  const initials = middle.map(({ initial }) => initial).join(" ");
  for (const between of new Set([all, initials]))
    forms.push(
      `${first.words} ${between} ${last.words}`,
      `, ${last.words} ${first.words} ${between}`,
      `${first.initial} ${between} ${last.words}`,
    );
  forms.push(`${first.joined}${initials.replaceAll(" ", "")} ${last.joined}`);
  forms.push(`, ${all} ${last.words} ${first.words}`);
  const joined = middle.map((name) => name.joined).join("") + last.joined;
  forms.push(`${first.joined} ${joined}`, `, ${joined} ${first.joined}`);
  return forms;
}

function waysOf({ words, joined, parts }: Name): readonly string[] {
  return words === joined && words === parts ? [words] : [...new Set([words, joined, parts])];
}

/** Shorter handles are often a word. */
const leastHandle = 5;

/** Names without anything between them, as in handles. */
function writtenTogether({ first, middle, last }: Person): string[] {
  const between = middle.map(({ joined }) => joined).join("");
  const initials = middle.map(({ initial }) => initial).join("");
  const handles = [
    first.joined + last.joined,
    last.joined + first.joined,
    first.joined + between + last.joined,
    first.joined + initials + last.joined,
    between + last.joined + first.joined,
    first.initial + last.joined,
    first.initial + initials + last.joined,
    first.initial + between + last.joined,
  ];
  const short = [first.joined + last.initial, last.joined + first.initial];
  return [
    ...handles.filter((handle) => handle.length >= leastHandle),
    ...[...handles, ...short]
      .filter((handle) => handle.length < leastHandle || short.includes(handle))
      .map((handle) => `@${handle}`),
  ];
}

/** With an initial in place of one name. */
function shortened({ first, middle, last }: Person): string[] {
  const forms: string[] = [];
  const initials = [...first.words.split(" ").map(([letter = ""]) => letter), ...middle.map(({ initial }) => initial)];
  if (initials.length > 1)
    for (const all of [initials.join(" "), initials.join("")]) {
      if (isWordly(all)) continue;
      for (const name of written(last)) forms.push(`${all} ${name}`, `, ${name} ${all}`);
    }
  for (const name of written(last)) forms.push(`${first.initial} ${name}`, `, ${name} ${first.initial}`);
  forms.push(`${first.initial} * ${last.words}`);
  // `Seán Ó` is the beginning of many names.
  if (last.words.startsWith(`${last.initial} `)) return forms;
  for (const name of written(first)) forms.push(`${name} ${last.initial}`);
  return forms;
}

function written({ words, joined }: Name): readonly string[] {
  return words === joined ? [words] : [words, joined];
}

/** Letters in a row with a vowel among them are mostly a word: `in`, `is`, `am`. */
function isWordly(initials: string): boolean {
  return !initials.includes(" ") && /[aeiouy]/.test(initials);
}

/** Of a name of three words and more the last two may be the last name, as in Spanish, of which most people say the first alone: `M. Peñagrícola Ordúñez`, `María José Peñagrícola`. */
function withTwoLast({ first, middle, last }: Person): string[] {
  const before = middle.at(-1);
  if (before === undefined || middle.every(({ joined }) => joined.length < 2)) return [];
  const all = middle.map(({ words }) => words).join(" ");
  const joined = before.joined + last.joined;
  const whole = middle.map((name) => name.joined).join("") + last.joined;
  const given = [first, ...middle.slice(0, -1)].map(({ words }) => words).join(" ");
  return [
    `${first.words} * ${all} ${last.words}`,
    `${first.initial} ${whole}`,
    ...(middle.length < 2
      ? []
      : [
          `${first.initial} ${before.words} ${last.words}`,
          `${first.initial} ${joined}`,
          first.initial + joined,
          `${given} ${joined}`,
          `${given} ${before.words}`,
          `, ${before.words} ${last.words} ${given}`,
          `, ${before.words} ${last.words} ${first.words}`,
        ]),
  ];
}

/** As catalogues order a last name with particles: `Public, Jane von der`. */
function inLibraries({ first, middle, last }: Person): string[] {
  const words = last.words.split(" ");
  const own = words.findIndex((word) => !particles.has(word));
  if (own <= 0) return [];
  const [behind, name] = [words.slice(0, own).join(" "), words.slice(own).join(" ")];
  const given = [first.words, first.initial, [first, ...middle].map((one) => one.words).join(" ")];
  return [...new Set(given)].map((one) => `, ${name} ${one} ${behind}`);
}

/** What the term's options ask for. */
function optional({ first, last }: Person, term: Term): string[] {
  const lasts = endingsOf(last.words, term);
  const forms = lasts.map((name) => `${first.words} ${name}`);
  if (term.options.includes("slavic")) forms.unshift(...declined(first.words, last.words, term.text));
  if (term.options.includes("alone"))
    forms.unshift(...waysOf(first), ...waysOf(last), ...endingsOf(first.words, term), ...lasts);
  return forms;
}

/** Both names in the same case. A woman's name that ends like a man's stays as it is, and a foreign first name may. */
function declined(first: string, last: string, text: string): string[] {
  const others = slavicCases(last, text);
  return slavicCases(first, text).flatMap((firsts, at) =>
    firsts.flatMap((name) => [...(others[at] ?? []), last].map((other) => `${name} ${other}`)),
  );
}
