import { domainToASCII } from "node:url";

/** An invented person. */
export interface Named {
  readonly first: string;
  readonly last: string;
  /** Of a script without spaces: the last name stands first, and there is neither case nor space. */
  readonly isUnspaced?: true;
}

/** Twelve people who do not exist, of eight languages and more, in five scripts. */
export const people: readonly Named[] = [
  { first: "Marlene", last: "Voßkamp" }, // German
  { first: "Jörg", last: "Grünwäldchen" }, // German
  { first: "Séamus", last: "Ó Dubhagáinín" }, // Irish
  { first: "Quỳnh", last: "Đặngvũ" }, // Vietnamese
  { first: "Işıl", last: "Çağlayangil" }, // Turkish
  { first: "Zdzisława", last: "Łękotówna" }, // Polish
  { first: "Anaïs", last: "Lefèvrenoix" }, // French
  { first: "Ελπίδα", last: "Μαυροπούλιου" }, // Greek
  { first: "Ксения", last: "Берёзовникова" }, // Russian
  { first: "Богдана", last: "Ґречуківська" }, // Ukrainian
  { first: "桜子", last: "霧島原", isUnspaced: true }, // Japanese
  { first: "晓霖", last: "欧阳柏", isUnspaced: true }, // Chinese
];

/** Writes a name in another way, «marked»; undefined where that is no other way of this name. */
export type Disguise = (named: Named) => string | undefined;

const whole = ({ first, last, isUnspaced }: Named): string => (isUnspaced ? `${last}${first}` : `${first} ${last}`);
const marked = (text: string): string => `Text «${text}» text.`;

/** As a text around the name. */
function plain(write: (named: Named) => string | undefined): Disguise {
  return (named) => {
    const text = write(named);
    return text === undefined ? undefined : marked(text);
  };
}

/** Only where there are capitals. */
function cased(write: (named: Named) => string | undefined): Disguise {
  return plain((named) => (named.isUnspaced ? undefined : write(named)));
}

/** All of the name, character by character. */
function each(write: (character: string) => string, isFor = /[^]/u): Disguise {
  return plain((named) => {
    const text = whole(named);
    const written = [...text].map((character) => (isFor.test(character) ? write(character) : character)).join("");
    return written === text ? undefined : written;
  });
}

/** The names as words of a handle, without spaces or marks in them. */
const words = ({ first, last, isUnspaced }: Named): string[] =>
  isUnspaced ? [last, first] : [first, last].map((name) => name.replaceAll(" ", ""));
const small = (named: Named): string[] => words(named).map((word) => word.toLowerCase());
const initialOf = (name: string): string => [...name][0] ?? "";
const bare = (text: string): string =>
  text
    .replaceAll("ß", "ss")
    .replaceAll(/[łŁ]/g, "l")
    .replaceAll(/[đĐ]/g, "d")
    .replaceAll("ı", "i")
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "");
const halves = (name: string): [string, string] => {
  const all = [...name];
  return [all.slice(0, all.length >> 1).join(""), all.slice(all.length >> 1).join("")];
};
const hex = (character: string, digits = 4): string =>
  (character.codePointAt(0) ?? 0).toString(16).padStart(digits, "0");
const percent = (text: string): string =>
  [...Buffer.from(text)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`).join("");
const isForeign = /[^\0-\x7f]/u;

/** The same shape in another alphabet. */
const lookalikes: Readonly<Record<string, string>> = {
  a: "а",
  c: "с",
  e: "е",
  i: "і",
  o: "о",
  p: "р",
  s: "ѕ",
  x: "х",
  y: "у",
  A: "А",
  B: "В",
  C: "С",
  E: "Е",
  H: "Н",
  K: "К",
  M: "М",
  O: "О",
  P: "Р",
  T: "Т",
  S: "Ѕ",
  J: "Ј",
  v: "ν",
  u: "υ",
  V: "Ѵ",
  g: "ց",
  n: "ո",
  а: "a",
  с: "c",
  е: "e",
  о: "o",
  р: "p",
  х: "x",
  у: "y",
  і: "i",
  К: "K",
  Б: "Б",
  В: "B",
  ο: "o",
  ρ: "p",
  α: "a",
  Ε: "E",
  Μ: "M",
};

export const disguises: Readonly<Record<string, Disguise>> = {
  "as it is": plain(whole),
  "in capitals": cased((named) => whole(named).toUpperCase()),
  "in small letters": cased((named) => whole(named).toLowerCase()),
  "in changing case": cased((named) =>
    [...whole(named)].map((one, index) => (index % 2 === 0 ? one.toLowerCase() : one.toUpperCase())).join(""),
  ),
  "first name in capitals": cased(({ first, last }) => `${first.toUpperCase()} ${last}`),
  "last name in capitals": cased(({ first, last }) => `${first} ${last.toUpperCase()}`),
  "last name first": plain(({ first, last, isUnspaced }) => (isUnspaced ? `${first} ${last}` : `${last} ${first}`)),
  "last name, comma": plain(({ first, last }) => `${last}, ${first}`),
  "last name in capitals, comma": cased(({ first, last }) => `${last.toUpperCase()}, ${first}`),
  "decomposed (NFD)": plain((named) => whole(named).normalize("NFD")),
  "without diacritics": cased((named) => bare(whole(named))),
  "umlauts in two letters": cased((named) => {
    const long = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" } as Readonly<Record<string, string>>;
    const text = whole(named).replaceAll(/[äöüß]/g, (letter) => long[letter] ?? letter);
    return text === whole(named) ? undefined : text;
  }),
  "no-break space": plain(({ first, last, isUnspaced }) =>
    isUnspaced ? `${last}\u00A0${first}` : `${first}\u00A0${last}`,
  ),
  "two spaces": plain((named) => words(named).join("  ")),
  "line break": plain((named) => words(named).join("\n")),
  "line break of a comment": plain((named) => words(named).join("\n * ")),
  "line break of Windows": plain((named) => words(named).join("\r\n    ")),
  "hyphen at a line's end": cased(({ first, last }) => `${first} ${halves(last).join("-\n")}`),
  "hyphen at a comment's line's end": cased(({ first, last }) => `${first} ${halves(last).join("-\n  // ")}`),
  "soft hyphens": plain((named) => halves(whole(named)).join("\u00AD")),
  "zero width spaces": each((character) => `${character}\u200B`, /\p{L}/u),
  "zero width joiners": each((character) => `${character}\u200D`, /\p{L}/u),
  "bidi marks": each((character) => `\u200E${character}`, /\p{L}/u),
  "bidi isolate": plain(
    (named) => `${initialOf(whole(named))}\u2066${whole(named).slice(initialOf(whole(named)).length)}\u2069`,
  ),
  "variation selectors": each((character) => `${character}\uFE0F`, /\p{L}/u),
  "combining marks": each((character) => `${character}\u0336`, /\p{L}/u),
  fullwidth: each((character) => String.fromCodePoint((character.codePointAt(0) ?? 0) + 0xfee0), /[!-~]/),
  "mathematical bold": each((character) => {
    const code = character.codePointAt(0) ?? 0;
    return String.fromCodePoint(code < 0x5b ? 0x1d400 + code - 0x41 : 0x1d41a + code - 0x61);
  }, /[A-Za-z]/),
  "circled letters": each((character) => {
    const code = character.codePointAt(0) ?? 0;
    return String.fromCodePoint(code < 0x5b ? 0x24b6 + code - 0x41 : 0x24d0 + code - 0x61);
  }, /[A-Za-z]/),
  "all lookalikes": each((character) => lookalikes[character] ?? character),
  "one lookalike": plain((named) => {
    const text = whole(named);
    const at = [...text].findIndex((character) => lookalikes[character] !== undefined);
    return at < 0 ? undefined : [...text].map((one, index) => (index === at ? (lookalikes[one] ?? one) : one)).join("");
  }),
  camelCase: cased((named) => {
    const [first = "", last = ""] = words(named);
    return first.toLowerCase() + last;
  }),
  PascalCase: cased((named) => words(named).join("")),
  "camelCase in an identifier": (named) =>
    named.isUnspaced ? undefined : `const get«${words(named).join("")}»Address = 1;`,
  snake_case: plain((named) => small(named).join("_")),
  SCREAMING_SNAKE: cased((named) => words(named).join("_").toUpperCase()),
  slug: plain((named) => small(named).map(bare).join("-")),
  "slug, last name first": plain((named) => small(named).map(bare).toReversed().join("-")),
  "slug in an address": (named) => `https://site.example/people/«${small(named).map(bare).join("-")}»-2024.html?x=1`,
  "dots between": plain((named) => small(named).map(bare).join(".")),
  "plus between": (named) => `https://site.example/?q=«${words(named).join("+")}»&page=2`,
  "file name": (named) => `cp docs/«${words(named).join("_")}».pdf /tmp`,
  "path of folders": (named) => `/srv/«${small(named).map(bare).join("/")}»/x`,
  "e-mail": (named) => `<«${small(named).map(bare).join(".")}»@mail.example>`,
  "e-mail with a tag": (named) => `«${small(named).map(bare).join(".")}»+news@mail.example`,
  "e-mail, joined": (named) => `mail «${small(named).map(bare).join("")}»@mail.example`,
  "e-mail with a number": (named) => `mail «${small(named).map(bare).join("")}»42@mail.example`,
  "e-mail with an initial": (named) =>
    named.isUnspaced
      ? undefined
      : `«${initialOf(bare(named.first)).toLowerCase()}.${bare(small(named)[1] ?? "")}»@mail.example`,
  "handle of initial and last name": (named) =>
    named.isUnspaced
      ? undefined
      : `see «${initialOf(bare(named.first)).toLowerCase()}${bare(small(named)[1] ?? "")}» there`,
  "handle of first name and initial": (named) =>
    named.isUnspaced
      ? undefined
      : `thanks @«${bare(small(named)[0] ?? "")}${initialOf(bare(named.last)).toLowerCase()}»!`,
  "joined handle": cased((named) => small(named).map(bare).join("")),
  "joined handle, last name first": cased((named) => small(named).map(bare).toReversed().join("")),
  "initial and last name": cased(({ first, last }) => `${initialOf(first)}. ${last}`),
  "initial without a point": cased(({ first, last }) =>
    /[AEIOYАИОУЯ]/.test(bare(initialOf(first))) ? undefined : `${initialOf(first)} ${last}`,
  ),
  "first name and initial": ({ first, last, isUnspaced }) =>
    isUnspaced || last.includes(" ") ? undefined : `by «${first} ${initialOf(last)}». Text`,
  "last name and initial": ({ first, last, isUnspaced }) =>
    isUnspaced ? undefined : `by «${last}, ${initialOf(first)}». Text`,
  "one middle name": cased(({ first, last }) => `${first} Theodora ${last}`),
  "a middle initial": cased(({ first, last }) => `${first} Q. ${last}`),
  "a particle": cased(({ first, last }) => `${first} von ${last}`),
  possessive: (named) =>
    named.isUnspaced ? undefined : `This is «${whole(named)}»'s house, and «${whole(named)}»’s garden.`,
  "in a compound": (named) =>
    named.isUnspaced ? undefined : `Die «${words(named).join("-")}»-Stiftung und ein «${whole(named)}»-Haus`,
  "beside a script without spaces": (named) =>
    named.isUnspaced ? `私は«${whole(named)}»です。` : `これは«${whole(named)}»です。`,
  "entities of HTML, decimal": each((character) => `&#${character.codePointAt(0)};`, isForeign),
  "entities of HTML, hexadecimal": each((character) => `&#x${hex(character, 2)};`, isForeign),
  "entities for all letters": each((character) => `&#${character.codePointAt(0)};`),
  "named entities": each(
    (character) =>
      ({
        ß: "&szlig;",
        ü: "&uuml;",
        ö: "&ouml;",
        ä: "&auml;",
        é: "&eacute;",
        á: "&aacute;",
        Ó: "&Oacute;",
        í: "&iacute;",
        Ç: "&Ccedil;",
        ğ: "&gbreve;",
        ş: "&scedil;",
        ı: "&imath;",
        Ł: "&Lstrok;",
        ł: "&lstrok;",
        ę: "&eogon;",
        ó: "&oacute;",
        ï: "&iuml;",
        è: "&egrave;",
        Đ: "&Dstrok;",
      })[character] ?? character,
  ),
  "entities, twice": each((character) => `&amp;#${character.codePointAt(0)};`, isForeign),
  "no-break space as an entity": plain((named) => words(named).join("&nbsp;")),
  "soft hyphen as an entity": plain((named) => halves(whole(named)).join("&shy;")),
  "percent-encoded": plain((named) => {
    const text = encodeURIComponent(words(named).join(" "));
    return text;
  }),
  "percent-encoded, all": plain((named) => percent(whole(named))),
  "percent-encoded, twice": plain((named) => encodeURIComponent(encodeURIComponent(words(named).join(" ")))),
  "JSON escapes": each((character) => `\\u${hex(character)}`, isForeign),
  "JSON escapes for all letters": each((character) => `\\u${hex(character)}`),
  "JSON in JSON": each((character) => `\\\\u${hex(character)}`, isForeign),
  "escapes of JavaScript, braces": each((character) => `\\u{${hex(character, 1)}}`, isForeign),
  "escapes of Python, eight digits": each((character) => `\\U${hex(character, 8)}`, isForeign),
  "bytes of a shell": each(
    (character) => [...Buffer.from(character)].map((byte) => `\\x${byte.toString(16)}`).join(""),
    isForeign,
  ),
  "quoted path of git": each(
    (character) => [...Buffer.from(character)].map((byte) => `\\${byte.toString(8)}`).join(""),
    isForeign,
  ),
  "escapes of CSS": each((character) => `\\${hex(character, 2)} `, isForeign),
  "escapes of CSS, six digits": (named) =>
    `a::after{content:"«${[...whole(named)].map((one) => (/[ \u0080-\u{10ffff}]/u.test(one) ? `\\${hex(one, 6)}` : one)).join("")}»"}`,
  "quoted-printable": each(
    (character) => [...Buffer.from(character)].map((byte) => `=${byte.toString(16).toUpperCase()}`).join(""),
    isForeign,
  ),
  "behind an escaped line break": (named) => `"line\\n«${whole(named).toLowerCase()}»\\tmore"`,
  punycode: (named) => {
    const label = small(named).join("-");
    const ascii = domainToASCII(`${label}.example`);
    return ascii.startsWith("xn--") ? `see https://«${ascii.split(".")[0]}».example/` : undefined;
  },
  "tags around the names": (named) => `<p><b>«${words(named).join("</b> <i>")}»</i></p>`,
  "a tag inside of a name": (named) =>
    `<p>«${words(named)
      .map((word) => halves(word).join("<em>"))
      .join("</em> ")}»</em></p>`,
  "<wbr> inside of a name": plain((named) =>
    words(named)
      .map((word) => halves(word).join("<wbr>"))
      .join(" "),
  ),
  "a span with attributes inside": plain((named) =>
    words(named)
      .map((word) => halves(word).join('<span class="x y" id="z">'))
      .join(" "),
  ),
  "a comment inside of a name": plain((named) =>
    words(named)
      .map((word) => halves(word).join("<!-- x -->"))
      .join(" "),
  ),
  "cells of a table": (named) => `<tr><td>«${words(named).join("</td><td>")}»</td></tr>`,
  "cells, last name first": (named) =>
    `<tr><td>«${words(named).toReversed().join('</td>\n  <td class="c">')}»</td></tr>`,
  "a line break as a tag": (named) => `<p>«${words(named).join("<br/>")}»</p>`,
  "an attribute": (named) => `<img src="x.png" alt="«${whole(named)}»" width="3">`,
  "escaped tags": (named) => `&lt;b&gt;«${words(named).join("&lt;/b&gt; &lt;i&gt;")}»&lt;/i&gt;`,
  "emphasis of Markdown": plain((named) =>
    words(named)
      .map((word) => `**${word}**`)
      .join(" ")
      .replace(/^\*\*|\*\*$/g, ""),
  ),
  "emphasis inside of a name": plain((named) =>
    words(named)
      .map((word) => halves(word).join("**"))
      .join("** "),
  ),
  "a link of Markdown": (named) => `[«${words(named)[0]}](https://x.example/a "b") ${words(named)[1]}»`,
  "a link inside of a name": (named) =>
    `${named.isUnspaced ? "" : "x "}[«${initialOf(whole(named))}](u)${whole(named).slice(initialOf(whole(named)).length)}»`,
  "columns of CSV": (named) => `1;"«${words(named).join('";"')}";2`.replace(/";2$/, '»";2'),
  "columns of a Markdown table": (named) => `| «${words(named).join(" | ")}» |`,
  "fields of XML": (named) => `<given>«${words(named).join("</given>\n<family>")}»</family>`,
  "accents of TeX": each(
    (character) =>
      ({
        ß: "{\\ss}",
        ü: '\\"u',
        ö: '\\"{o}',
        ä: '{\\"a}',
        é: "\\'e",
        á: "\\'a",
        í: "\\'{\\i}",
        Ó: "\\'O",
        Ł: "{\\L}",
        ł: "\\l{}",
        Ç: "\\c{C}",
        ş: "\\c{s}",
        è: "\\`e",
      })[character] ?? character,
  ),
  "colours of a terminal": (named) => `\x1b[31m«${words(named).join("\x1b[0m \x1b[1;32m")}»\x1b[0m`,
  "home of a coding agent": (named) => `~/.agent/projects/-Users-«${small(named).map(bare).join("-")}»-work`,
  "figures for letters": each((character) => ({ a: "4", e: "3", i: "1", o: "0" })[character] ?? character),
  "spaces between all letters": cased((named) => [...whole(named).replaceAll(" ", "")].join(" ")),
  "another alphabet": ({ first }) =>
    ({ Ελπίδα: "Text «Elpida Mavropouliou» text.", Ксения: "Text «Ksenia Beryozovnikova» text." })[first],
  branch: (named) => `git switch feature/«${small(named).map(bare).join("-")}»-profile`,
};

/** What an owner can have: a host, an address, an account, a bucket, a mailbox. Nobody has these. */
export const assets: readonly string[] = [
  "vault.quendel.example",
  "10.20.0.7",
  "123456789012",
  "quendel-prod-logs",
  "ops@quendel.example",
];

/** Writes an asset in another way, «marked». */
export const assetDisguises: Readonly<Record<string, (asset: string) => string>> = {
  "as it is": marked,
  "in capitals": (asset) => marked(asset.toUpperCase()),
  "in quotation marks": (asset) => `{"target":"«${asset}»"}`,
  "in an address": (asset) => `curl 'http://site.example/?x=«${asset}»&y=1'`,
  "in a path": (asset) => `/srv/«${asset}»/x`,
  "behind an equals sign": (asset) => `TARGET=«${asset}»\nOTHER=1`,
  fullwidth: (asset) => marked([...asset].map((one) => String.fromCodePoint(one.charCodeAt(0) + 0xfee0)).join("")),
  "zero width spaces": (asset) => marked([...asset].join("\u200B")),
  "soft hyphens": (asset) => marked(halves(asset).join("\u00AD")),
  "hyphens that do not break": (asset) => marked(asset.replaceAll("-", "\u2011")),
  "dots in brackets": (asset) => marked(asset.replaceAll(".", "[.]")),
  "dots of a pattern": (asset) => marked(asset.replaceAll(".", String.raw`\.`)),
  "percent-encoded": (asset) => marked(percent(asset)),
  "JSON escapes": (asset) => marked([...asset].map((one) => String.raw`\u${hex(one)}`).join("")),
  "bytes of a shell": (asset) => marked([...asset].map((one) => String.raw`\x${hex(one, 2)}`).join("")),
  "entities of HTML": (asset) => marked([...asset].map((one) => `&#${one.charCodeAt(0)};`).join("")),
  "entities for marks": (asset) => marked(asset.replaceAll(/[-.@]/g, (one) => `&#x${hex(one, 2)};`)),
  "<wbr> inside": (asset) => marked(halves(asset).join("<wbr>")),
  "tags around": (asset) => `<td><code>«${asset}»</code></td>`,
  "code of Markdown": (asset) => `see \`«${asset}»\` and **«${asset}»**`,
};

/** Writes what is not the asset, although it is close. */
export const assetNearMisses: Readonly<Record<string, (asset: string) => string>> = {
  "a longer one": (asset) => `Text ${asset}7 text`,
  "one that begins before": (asset) => `Text 1${asset} text`,
  "goes on behind a hyphen": (asset) => `Text ${asset}-2 text`,
  "goes on before a hyphen": (asset) => `Text x-${asset} text`,
  "cut off": (asset) => `Text ${asset.slice(0, -1)} text`,
  "cut off in front": (asset) => `Text ${asset.slice(1)} text`,
  "its words": (asset) => `Text ${asset.split(/[-.@]/).join(" / ")}x text`,
  "underscores in it": (asset) => `Text ${halves(asset).join("_")} text`,
};

/** Writes what is not the name, although it is close. */
export const nearMisses: Readonly<Record<string, Disguise>> = {
  "the first name alone": ({ first }) => `Text ${first} text.`,
  "the last name alone": ({ last, isUnspaced }) => (isUnspaced ? `${last}です` : `Text ${last} text.`),
  "the first name in capitals": ({ first }) => `Text ${first.toUpperCase()} text.`,
  "the last name as a word": ({ last, isUnspaced }) => (isUnspaced ? undefined : `a ${last.toLowerCase()} here`),
  "another last name": ({ first, isUnspaced }) => (isUnspaced ? `中村${first}` : `${first} Quendelberg`),
  "another first name": ({ last, isUnspaced }) => (isUnspaced ? `${last}大輔` : `Theodora ${last}`),
  "a longer last name": ({ first, last, isUnspaced }) => (isUnspaced ? undefined : `${first} ${last}mann`),
  "a longer first name": ({ first, last, isUnspaced }) => (isUnspaced ? undefined : `${first}tta ${last}`),
  "a last name that begins before": ({ first, last, isUnspaced }) =>
    isUnspaced ? undefined : `${first} Xa${last.toLowerCase()}`,
  "a shorter last name": ({ first, last, isUnspaced }) =>
    isUnspaced ? `${last.slice(0, -1)}${first}` : `${first} ${last.slice(0, -1)}`,
  "a shorter first name": ({ first, last, isUnspaced }) =>
    isUnspaced ? `${last}${first.slice(1)}` : `${first.slice(0, -1)} ${last}`,
  "one letter changed": ({ first, last, isUnspaced }) =>
    isUnspaced ? undefined : `${first} ${last.slice(0, 3)}q${last.slice(4)}`,
  "two letters in the other order": ({ first, last, isUnspaced }) =>
    isUnspaced ? undefined : `${first} ${last.slice(0, 2)}${last[3]}${last[2]}${last.slice(4)}`,
  "two sentences": ({ first, last }) => `This is ${first}. ${last} is a street.`,
  "two sentences, reversed": ({ first, last }) => `He came to ${last}. ${first} was there.`,
  "a question between": ({ first, last }) => `Was it ${first}? ${last} is a street.`,
  "a semicolon between": ({ first, last }) => `It was ${first}; ${last} is a street.`,
  "two paragraphs": ({ first, last }) => `A word of ${first}\n\n${last} is a street.`,
  "two items of a list": ({ first, last }) => `- ${first}\n- ${last}\n`,
  "three words between": ({ first, last }) => `${first} was born in ${last}`,
  "two names between": ({ first, last }) => `${first} Theodora Quendel ${last}`,
  "and between": ({ first, last }) => `${first} and ${last}`,
  "und between": ({ first, last }) => `${first} und ${last}`,
  "a verb between": ({ first, last, isUnspaced }) => (isUnspaced ? undefined : `${first} likes ${last}`),
  "a preposition between": ({ first, last }) => `${first} from ${last}`,
  "a number between": ({ first, last }) => `${first} 42 ${last}`,
  "plus with spaces": ({ first, last }) => `${first} + ${last}`,
  "keys of an object": ({ first, last }) => `{ ${first}: 1, other: 2, ${last}: 3 }`,
  "two lines of a log": ({ first, last }) => `user=${first} status=200 bytes=1\nuser=other city=${last} status=200`,
  "far away": ({ first, last }) => `${first} ${".".repeat(80)} ${last}`,
  "first name with another initial": ({ first, isUnspaced }) => (isUnspaced ? undefined : `Thanks, ${first} X.`),
  "an initial as a middle name": ({ first, last, isUnspaced }) =>
    isUnspaced ? undefined : `Thanks, ${first} ${initialOf(last)} Quendelberg`,
  "variables with an operator": ({ first, last, isUnspaced }) =>
    isUnspaced
      ? undefined
      : `if (${first} < ${initialOf(last)} || ${first}(${initialOf(last)}) || ${first}=${initialOf(last)})`,
  "a package with its version": ({ first, last, isUnspaced }) =>
    isUnspaced ? undefined : `npm i ${bare(first + initialOf(last)).toLowerCase()}@1.9.0`,
  "another initial": ({ last, isUnspaced }) => (isUnspaced ? undefined : `by X. ${last}`),
  "a handle of another initial": ({ last, isUnspaced }) =>
    isUnspaced ? undefined : `see x${bare(last).toLowerCase().replaceAll(" ", "")} there`,
  "an e-mail of another first name": ({ last, isUnspaced }) =>
    isUnspaced ? undefined : `theodora.${bare(last).toLowerCase().replaceAll(" ", "")}@mail.example`,
  "an e-mail of the first name": ({ first }) => `${bare(first).toLowerCase()}@mail.example`,
  "a street": ({ last, isUnspaced }) => (isUnspaced ? undefined : `${last}straße 12`),
  "a company": ({ last, isUnspaced }) => (isUnspaced ? undefined : `${last} GmbH`),
  "letters in a longer word": ({ first, last, isUnspaced }) =>
    isUnspaced ? undefined : `ex${(first + last).toLowerCase()}ing`,
  "a name in a hash": ({ first, last, isUnspaced }) =>
    isUnspaced
      ? undefined
      : `deadbeef${bare(first + last)
          .toLowerCase()
          .replaceAll(" ", "")}cafe`,
  "the last name first, in small letters": ({ first, last, isUnspaced }) =>
    isUnspaced ? undefined : `in ${last.toLowerCase()} ${first} smiled`,
  "first names only, twice": ({ first }) => `${first} ${first}`,
  "last names only, twice": ({ last }) => `${last} ${last}`,
  "the initials": ({ first, last, isUnspaced }) =>
    isUnspaced ? undefined : `${initialOf(first)}. ${initialOf(last)}.`,
  "a greeting": ({ first }) => `Hello ${first}, how are you?`,
  "a title": ({ last }) => `Dear Dr. ${last},`,
  "a possessive of the first name": ({ first, isUnspaced }) => (isUnspaced ? undefined : `${first}'s house`),
  "tags with the first name": ({ first }) => `<b>${first}</b> <i>went</i> home`,
  "an address": ({ first }) => `https://site.example/${bare(first).toLowerCase()}/about`,
  "a word before another name": ({ last, isUnspaced }) => (isUnspaced ? undefined : `Theodora Quendel-${last}`),
  "base letters of half": ({ first, last, isUnspaced }) =>
    isUnspaced ? undefined : `${halves(first)[0]} ${halves(last)[1]}`,
};
