import { normalForm } from "./normal-form.ts";
import type { Term } from "./term.ts";

/** A word of the normal form with the endings that the term's options name. */
export function endingsOf(word: string, { text, options }: Term): readonly string[] {
  const forms: string[] = [];
  if (options.includes("german")) forms.push(...german.map((ending) => word + ending));
  if (options.includes("slavic")) forms.push(...new Set(slavicCases(word, text).flat()));
  return forms;
}

/** A word of the normal form with what German writes behind it as one word. */
export function compoundsOf(word: string, { options }: Term): readonly string[] {
  return options.includes("german") ? compounds.map((second) => word + second) : [];
}

/** Genitive and plural, and the adjective that is made of a name. */
const german = ["s", "es", "e", "en", "er", "n", "ens", "in", "innen", "sche", "schen", "scher", "sches"];

const compounds = (
  "anlage bau buro dienst firma gruppe haus hof kunde kunden lieferung platz projekt server stiftung strasse system team vertrag " +
  "werk weg"
).split(" ");

/**
 * What a Slavic name or noun is in the other cases, in Latin or Cyrillic letters: genitive, instrumental, dative, accusative, locative
 * and vocative, in this order, each in the ways of the languages that have such an ending.
 * @param word of the normal form @param text what it is of, as it is written
 */
export function slavicCases(word: string, text: string): readonly (readonly string[])[] {
  if (!/\p{Script=Cyrillic}/u.test(text)) return declined(word, latin);
  const last = word.split(" ").at(-1) ?? "";
  const before = word.slice(0, word.length - last.length);
  // As it is written: in the normal form a final в and a final ь are one letter.
  const written = text
    .toLowerCase()
    .split(/[\s\p{P}]+/u)
    .find((one) => normalForm(one).join("") === last);
  if (written === undefined) return [];
  return declined(written, cyrillic).map((forms) => forms.map((one) => before + normalForm(one).join("")));
}

function declined(word: string, rules: readonly Rule[]): readonly (readonly string[])[] {
  for (const { suffix, cases } of rules)
    if (word.length > suffix.length && word.endsWith(suffix))
      return cases.map((endings) => endings.map((ending) => word.slice(0, word.length - suffix.length) + ending));
  return [];
}

interface Rule {
  readonly suffix: string;
  readonly cases: readonly (readonly string[])[];
}

/**
 * What a word ends with, and behind it what stands there in each case; the first rule that fits counts. A bar for nothing at the end of a
 * word.
 */
const cyrillic = rulesIn(`
  ский  ского        ским      скому      ского  ском
  ський ського       ським     ському     ського ському
  цкий  цкого        цким      цкому      цкого  цком
  цький цького       цьким     цькому     цького цькому
  ская  ской         ской      ской       скую   ской
  ська  ської        ською     ській      ську   ській
  цкая  цкой         цкой      цкой       цкую   цкой
  цька  цької        цькою     цькій      цьку   цькій
  ова   овой,ової    овой,овою овой,овій  ову    овой,овій
  ева   евой         евой,евою евой       еву    евой
  ина   иной,ины,ини иной,иною иной,ине,ині ину  иной,ине,ині  ино
  ия    ии           ией       ии         ию     ии
  ія    ії           ією       ії         ію     ії            іє
  а     ы,и          ой,ою     е,і        у      е,і           о
  я     и,і          ей,ею     е,і        ю      е,і           ю
  й     я            ем,єм     ю,єві      я      е,ї           ю
  ь     я,и          ем,ью     ю,и        я      е,и           ю
  о     а            ом        у,ові      а      е,у,і
  |     а            ом,ем,ым,им у,ові    а      е,і           е
`);
const latin = rulesIn(`
  ski   skiego,skog  skim      skiemu,skom skiego skim,skom
  sky   skeho        skym      skemu      skeho  skem
  cki   ckiego,ckog  ckim      ckiemu,ckom ckiego ckim,ckom
  cky   ckeho        ckym      ckemu      ckeho  ckem
  ska   skiej,ske    ska,skou,skom skiej,ske,skoj ska,skou,sku skiej,ske,skoj
  cka   ckiej,cke    cka,ckou,ckom ckiej,cke,ckoj cka,ckou,cku ckiej,cke,ckoj
  ova   ove,ovej     ovou,ovom ove,ovej,ovoj ovou,ovu ove,ovej,ovoj
  eva   eve,evej     evou,evom eve,evej,evoj evou,evu eve,evej,evoj
  a     y,i,e        ou,a,om   e,i,ie     u,e    e,i,ie        o
  ek    ka,eka       kiem,kem,ekem kowi,kovi,ku ka,eka ku       ku
  ec    ce,eca       cem,ecem  cowi,covi,ci ce,eca ci           ce
  i     iho,ego      im        imu,emu    iho    im
  o     a            em,om     owi,ovi,u  a      ovi,u         o
  |     a,e          em,om,iem owi,ovi,u,i a,e   ie,e,ovi,u,i  ie,e,u,i
`);

function rulesIn(table: string): readonly Rule[] {
  return table
    .trim()
    .split("\n")
    .map((line) => {
      const [suffix = "", ...cases] = line.trim().split(/\s+/);
      return { suffix: suffix === "|" ? "" : suffix, cases: cases.map((endings) => endings.split(",")) };
    });
}
