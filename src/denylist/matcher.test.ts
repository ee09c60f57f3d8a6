import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assetDisguises, assets, disguises, type Named, people } from "../../test/disguises.ts";
import { lockOf, lookupOf } from "../../test/lookups.ts";
import { marked } from "../../test/marked.ts";
import { placesIn } from "../../test/word-kernel.ts";
import { readFolds } from "./kernel-folds.ts";
import { listLookup } from "./list.ts";
import type { Lookup } from "./lookup.ts";
import { findTerms } from "./matcher.ts";
import { kernelWords } from "./first-words.ts";
import type { Term } from "./term.ts";

const terms: readonly Term[] = [
  ...people.map(({ first, last }): Term => ({ kind: "person", text: `${first} ${last}`, options: [] })),
  { kind: "person", text: "Jane Q. Public", options: [] },
  { kind: "person", text: "Ronald McDonaldsen", options: ["alone"] },
  { kind: "person", text: "Анна Берёзова", options: ["slavic"] },
  { kind: "person", text: "김 철수", options: [] },
  { kind: "customer", text: "Quendel & Sohn GmbH", options: ["german"] },
  { kind: "codename", text: "BlueFin", options: [] },
  { kind: "host", text: "db-7.internal", options: [] },
  { kind: "exact", text: "X-42", options: [] },
  ...[
    "10.20.0.7",
    "123456789012",
    "quendel-prod-logs",
    "Vault.quendel.example",
    "ops@quendel.example",
    "fd12:3456:789a::17",
    "arn:aws:iam::210987654321:role/Deployer",
    "Quendel Cluster",
  ].map((text): Term => ({ kind: "asset", text, options: [] })),
  { kind: "word", text: "Rust", options: [] },
];

const list = lookupOf(terms);
const lock = lockOf(terms);

/** The text with «» around what is found of the terms. */
function shown(text: string, lookup: Lookup = list): string {
  const bytes = Buffer.from(text);
  return marked(
    bytes,
    findTerms(bytes, lookup).map(({ range }) => range),
  );
}

test.each([
  "«Jane Public»; «Jane Q. Public»; «J. Q. Public»; «Public, Jane Q».; «JanePublic»; «jqpublic»; «j.public»@mail.example",
  "in public Jane smiled; Jane. Public holidays; Jane and Public",
  "Jane MacPublic; Jane McPublic; Jane DePublic; McPublic, Jane; «Jane QPublic»; «JaneQuincyPublic»; «Jane de Public»",
  "«McDonaldsen» and «Mcdonaldsen», get«McDonaldsen»Name",
  "«Анны Берёзовой»; «Анне Берёзовой»; Анны; Берёзовой",
  "«김철수»는 «김 철수»와, 이김철수",
  "«Quendel & Sohn GmbH», «Quendel und Sohn», «quendel-sohn», Quendel, der Sohn",
  "«bluefin», «BlueFin», «blue-fin», «BLUE_FIN», bluefins, «bluefin»'s, «BlueFin»Server",
  "ssh «db-7.internal».\nx.«db-7.internal»:22 xdb-7.internal db-77.internal db-7.internal.example db 7 internal «db-7.internal».yaml",
  "«X-42» x-42 X42 X-420",
  "«10.20.0.7»:8080 http://«10.20.0.7»/x «10.20.0.7»/24 at «10.20.0.7». So «10[.]20[.]0[.]7» «10\\.20\\.0\\.7»",
  "110.20.0.7 10.20.0.70 1.10.20.0.7 10.20.0.7.1 10-20-0-7 v10.20.0.7 10.20.0.7-rc1 10,20,0,7 10 20 0 7 «10.20.0.7».md",
  "arn:aws:iam::«123456789012»:root acct=«123456789012», 1123456789012 0.123456789012 123456789012.5 a123456789012",
  "s3://«quendel-prod-logs»/x «quendel-prod-logs».s3.amazonaws.com quendel-prod-logs-2 my-quendel-prod-logs",
  "quendel prod logs quendelProdLogs quendel_prod_logs «Quendel-Prod-Logs» «quendel\u2011prod-logs»",
  "«vault.quendel.example» a.«VAULT.quendel.example»:443. https://«vault.quendel.example»/ui «vault[.]quendel(.)example»",
  "vault.quendel.example.org xvault.quendel.example my-vault.quendel.example vault quendel example vault/quendel.example",
  "mailto:«ops@quendel.example» <«Ops@Quendel.example».> devops@quendel.example dev.ops@quendel.example",
  "[«fd12:3456:789a::17»]:443 ip=«FD12:3456:789A::17» fd12:3456:789a::17:1 1:fd12:3456:789a::17 fd12:3456:789a::171",
  "to «arn:aws:iam::210987654321:role/deployer»/x, arn:aws:iam::210987654321:role/deployers",
  "the «Quendel  Cluster» the «quendel\ncluster», quendel-cluster quendelcluster",
  "«Rust», «rust», trust, Rusty, «rust»-lang",
])("%s", (text) => {
  expect(shown(text.replaceAll(/[«»]/g, ""))).toBe(text);
  expect(shown(text.replaceAll(/[«»]/g, ""), lock)).toBe(text);
});

const others: readonly Term[] = [
  { kind: "person", text: "Harriet Q. Mossgrave", options: [] },
  { kind: "person", text: "Jean-Luc Du Châtelroux", options: [] },
  { kind: "person", text: "Øyvind Bråthenskog", options: [] },
  { kind: "person", text: "Irene N. Tull", options: [] },
  { kind: "person", text: "Игорь Заболотников", options: ["slavic"] },
  { kind: "person", text: "Наталья Мороз", options: ["slavic"] },
  { kind: "customer", text: "Brockhöfer & Söhne GmbH", options: ["german"] },
  { kind: "customer", text: "Tullwick and Daughters Ltd", options: [] },
  { kind: "customer", text: "ООО Ромашколуг", options: [] },
  { kind: "customer", text: "B.Q.Z. Tullholdings LLC", options: [] },
  { kind: "person", text: "Marijke van der Quastenberg", options: [] },
  { kind: "person", text: "Dana Do", options: [] },
  { kind: "person", text: "Van Quendelstein", options: [] },
  { kind: "person", text: "María José Peñagrícola Ordúñez", options: [] },
];

const more: readonly Term[] = [
  { kind: "person", text: "Siobhan O'Quendelly", options: [] },
  { kind: "person", text: "Pádraig Ó Conchúirín", options: [] },
  { kind: "person", text: "Käthe Großmüllner", options: [] },
  { kind: "person", text: "Ondřej Škvorčík", options: ["slavic"] },
];

describe.each([
  ["a list", lookupOf(more)],
  ["a lock", lockOf(more)],
])("of names with letters before an apostrophe, with cases and with initials, by %s", (_, lookup) => {
  test.each([
    "«O'Quendelly, Siobhan»; «O’QUENDELLY SIOBHAN»; «ó conchúirín, pádraig»; b'quendelly'",
    "«S. Q. O'Quendelly» and «P. X. Ó Conchúirín»; S. Hortensia O'Quendelly",
    "«Käthe Großmuellner»; «Kaethe Großmüllner»; «K. Q. Großmüllner»; «grossmuellner, käthe»",
    "od «Ondřeje Škvorčíka», «Ondřeji Škvorčíkovi», s «Ondřejem Škvorčíkem», «Ondřeji Škvorčíku»!",
    'say("«Käthe " +\n  "Großmüllner»"); x = Käthe + Großmüllner; y = "«Käthe " . "Großmüllner»"',
    "«Käthe Groß- \nmüllner»; Käthe - \n Quendel; Käthe, Quendel, Großmüllner; May Käthe, Großmann",
    "* Käthe\n* Großmüllner\n\n<li>Käthe</li> <li>Großmüllner</li>",
    "/**\n * from the garden of «Käthe\n * Großmüllner»\n */",
    "Prénom : «Käthe»\nNom : «Großmüllner»\n\nNombre: «Käthe»\nApellidos: «Großmüllner»\n\nимя: «Käthe», фамилия: «Großmüllner»",
    "https://«XN--KTHE-GROSSMLLNER-VNB65B».example/",
  ])("%s", (text) => {
    expect(shown(text.replaceAll(/[«»]/g, ""), lookup)).toBe(text);
  });
});

describe.each([
  ["a list", lookupOf(others)],
  ["a lock", lockOf(others)],
])("of several people, by %s", (_, lookup) => {
  test.each([
    "Teilnehmer: Robert Mossgrave, Harriet Fletcher, Ben Tull, R. Mossgrave, H. Fletcher",
    "Robert Mossgrave; Harriet Fletcher / Robert Mossgrave / Harriet von Fletcher",
    "Robert Mossgrave;Harriet Fletcher",
    "Robert Mossgrave (Harriet Fletcher), Robert Mossgrave - Harriet Fletcher 3:1, Robert van der Quastenberg, Marijke Tull",
    "Robert Mossgrave\nHarriet Fletcher\n",
    "<tr><td>Robert Mossgrave</td><td>Harriet Fletcher</td></tr>\n| Robert Mossgrave | Harriet Fletcher |\n",
    "<p>Robert Mossgrave<br>Harriet Fletcher</p>",
    "«Mossgrave, Harriet»; Fletcher, Robert",
    "Fletcher, Robert; «Mossgrave, Harriet»; Tull, Anna",
    "«Mossgrave, Harriet», Fletcher, Robert",
    "Frau «Mossgrave, Harriet» Maria; <td>«Mossgrave</td><td>Harriet»</td><td>Berlin</td>",
    "Hallo Frau «Mossgrave, Harriet» kommt; Ask «Mossgrave, Harriet» then",
  ])("in a list: %s", (text) => {
    expect(shown(text.replaceAll(/[«»]/g, ""), lookup)).toBe(text);
  });

  test.each([
    "«Harriet» und Anna «Mossgrave»; «Harriet» & Anna «Mossgrave»; «Harriet» + Anna «Mossgrave»; «Harriet» and Mary-Kate «Mossgrave»",
    "Anna und «Harriet Mossgrave», «Harriet» et Anna «Mossgrave», «Harriet» y Anna «Mossgrave», «Harriet» e Anna «Mossgrave»",
    "«María José» i Anna «Peñagrícola Ordúñez»; «Игорь» и Анна «Заболотников»; «Jean-Luc» & Anna «Du Châtelroux»",
    "<b>«Harriet» &amp; Anna «Mossgrave»</b>",
    "Harriet Schneider and Sabine Mossgrave; Harriet and Mossgrave; Harriet and some Mossgrave; Harriet und Anna Tull, Mossgrave",
    "harriet and public mossgrave; if (Harriet & mask Mossgrave) {}",
    "María José and Peñagrícola Ordúñez went home; Harriet and Anna went to Mossgrave; Harriet and Anna, Mossgrave; Harriet & Anna. Mossgrave",
  ])("as a couple: %s", (text) => {
    expect(shown(text.replaceAll(/[«»]/g, ""), lookup)).toBe(text);
  });

  test.each([
    "«Quastenberg, Marijke van der»; «QUASTENBERG, Marijke van der»; «Quastenberg, M. van der»; «van der Quastenberg, Marijke»",
    "Quastenberg, Marijke; Quastenberg, Marijke van",
  ])("in a library: %s", (text) => {
    expect(shown(text.replaceAll(/[«»]/g, ""), lookup)).toBe(text);
  });
});

describe.each([
  ["a list", lookupOf(others)],
  ["a lock", lockOf(others)],
])("of other names, by %s", (_, lookup) => {
  test.each([
    "«HQ Mossgrave»; «H.Q. Mossgrave»; «Mossgrave, H. Q».; «Mossgrave HQ»; the HQ of Mossgrave, in Tull and «I. N. Tull»",
    "«J.-L. Du Châtelroux»; «JL Du Châtelroux»; «DU CHÂTELROUX Jean-Luc»; J. Du Pont",
    "«Øyvind Braathenskog»; «Oeyvind Braathenskog»; «Oyvind Brathenskog»",
    "без «Игоря Заболотникова»; «Игорю Заболотникову»; с «Игорем Заболотниковым»; Игорь Заболотный",
    "«Натальи Мороз»; «Наталье Мороз»; Наталья Морозко",
    "«Brockhöfer und Söhne»; «Brockhöfer + Söhne GmbH»; www.«brockhoefer-soehne».de, «Brockhöfer and Söhne»; Brockhöfer GmbH",
    "«Tullwick & Daughters»; «Tullwick and Daughters Ltd»; Tullwick Ltd",
    "«ʜᴀʀʀɪᴇᴛ ᴍᴏssɢʀᴀᴠᴇ»; «🅗🅐🅡🅡🅘🅔🅣 🅜🅞🅢🅢🅖🅡🅐🅥🅔»; «🅷🅰🆁🆁🅸🅴🆃 🅼🅾🆂🆂🅶🆁🅰🆅🅴»",
    "> by «Harriet\n> Mossgrave» wrote; > > by «Harriet\n> > Mossgrave» wrote\r\n>>> «Harriet\r\n>>> Mossgrave»",
    "- > > by «Harriet\n  > > Mossgrave» wrote\n\n> - > by **«Harriet**\n>   > Mossgrave», [^1]: > «Harriet\n    > Mossgrave»",
    "> > «Harriet Moss-\n> > grave»; if (harriet > mossgrave) {}",
    "> - Harriet\n> - Mossgrave\n\n> > * Harriet\n> > * Mossgrave\n\n> Harriet\n>\n> Mossgrave",
    "<td>«van der Quastenberg</td><td>Marijke»</td>\n\nN:«van der Quastenberg;Marijke»;\n\n/people/«van der Quastenberg/Marijke»/",
    "what do Dana and Van say of Quendelstein van Gogh; «Do Dana»; «Dana Do»; van der Quastenberg und Marijke",
    "«M. Peñagrícola Ordúñez»; «m.penagricolaordunez»@mail.example; «maria.jose.penagricolaordunez»; María Peñagrícola",
    "«Peñagrícola Ordúñez, María José»; «Peñagrícola Ordúñez, María»; «María José Peñagrícola» called; Peñagrícola, José",
    "у «Ромашколуг» и «ООО Ромашколуг»; «BQZ Tullholdings», «bqz-tullholdings»; BQZ, B.Q.Z.",
    "if (harriet && mossgrave || harriet <= mossgrave || harriet => mossgrave) {}",
  ])("%s", (text) => {
    expect(shown(text.replaceAll(/[«»]/g, ""), lookup)).toBe(text);
  });

  test.each([
    '{"lastName":"«Mossgrave»","firstName":"«Harriet»"}',
    '{ "first_name": "«Harriet»", "last_name": "«Mossgrave»" }',
    "first: «Harriet»\nlast: «Mossgrave»\n",
    'given-name = "«Harriet»"\nfamily-name = "«Mossgrave»"',
    "FIRST_NAME=«Harriet»\nLAST_NAME=«Mossgrave»",
    "?first_name=«Harriet»&last_name=«Mossgrave»&x=1",
    "sn=«Mossgrave»,givenName=«Harriet»",
    "Vorname: «Harriet», Nachname: «Mossgrave»",
    "Harriet came first Mossgrave last",
    "Harriet: a first name; Mossgrave: a town",
    "first: Harriet\nlast: Tull\n\nfirst: Ben\nlast: Mossgrave",
    "first: Harriet\n- last: Mossgrave",
  ])("in fields: %s", (text) => {
    expect(shown(text.replaceAll(/[«»]/g, ""), lookup)).toBe(text);
  });
});

const arabic = ["سلمى الخطيب", "عبد الرحمن الهاشمي", "عبدالله الزهراني", "نورة العتيبي"].map((text): Term => ({
  kind: "person",
  text,
  options: [],
}));
const arabicWord: Term = { kind: "codename", text: "إعصار", options: [] };

describe.each([
  ["a list", lookupOf([...arabic, arabicWord])],
  ["a lock", lockOf([...arabic, arabicWord])],
])("of Arabic names, by %s", (_, lookup) => {
  test.each([
    "مع «ســلمى الخطيب» و «سلمـى الخطيـب» أو «سَلْمَى الْخَطِيب»",
    "«وسلمى الخطيب» «لسلمى الخطيب» «بسلمى الخطيب» «وســلمي الخطيب»، «الخطيب، سلمى»",
    "«سلمي الخطيب»، «عبد الرحمن الهاشمى»، «نوره العتيبي». «نورة العتيبى»",
    "«عبدالرحمن الهاشمي» «لعبد الرحمن الهاشمي» «وعبدالرحمن الهاشمى»، «عبد الله الزهراني»، «الهاشمي، عبدالرحمن»",
    "«إعصار» «وإعصار» «باعصار» الإعصارات",
    "سلمى أحمد، أحمد الخطيب، عبد الرحمن. الرحمن الهاشمي، سلمان الخطيب",
  ])("%s", (text) => {
    expect(shown(text.replaceAll(/[«»]/g, ""), lookup)).toBe(text);
  });
});

const numbers = ["+47 412 34 567", "+1 212 555 0199", "4711-0815"].map((text): Term => ({
  kind: "word",
  text,
  options: [],
}));
const account: Term = { kind: "asset", text: "123456789012", options: [] };

test.each([
  "+«47 412 34 567», +«47 41 23 45 67», +«47.41.23.45.67», +«4741234567», +«47-412-34-567», (+«47) 412 34 567», +«47412 34567», +«474 123 4567»",
  "+«1 212 555 0199», +«1 (212) 555-0199», «12125550199», +«1 2125550199»; «4711 0815», «47 11 08 15», «47/11/0815», «47110815»",
  "+47 412 34 5678, 412 34 567, +46 412 34 567, 47 x 412 x 34 x 567, 4711; and 0815, 4711-08151, 14711-0815; 1234 5678 9012, «123456789012»",
  "47 and then 41 23 45 67; 47,\n\n41 23 45 67",
])("of numbers in whatever groups: %s", (text) => {
  const all = [...numbers, account];
  const places = placesIn(kernelWords(listLookup(all).firstWords), readFolds());
  const bytes = Buffer.from(text.replaceAll(/[«»]/g, ""));
  expect(shown(bytes.toString(), lookupOf(all))).toBe(text);
  expect(shown(bytes.toString(), lockOf(all))).toBe(text);
  expect(findTerms(bytes, lookupOf(all), places(bytes))).toEqual(findTerms(bytes, lookupOf(all)));
});

test("however many initials stand in a row, they are looked at", () => {
  const bytes = Buffer.from(`${"j ".repeat(50_000)}Jane Public`);
  for (const lookup of [list, lock])
    expect(findTerms(bytes, lookup)).toEqual([{ kind: "person", range: { start: 100_000, end: bytes.length } }]);
});

test("what is no UTF-8 is read as Windows-1252, and stops nothing", () => {
  const bytes = Buffer.concat([
    Buffer.from("\xff\xfe Marlene Vo\xdfkamp \x80", "latin1"),
    Buffer.from(" Séamus Ó Dubhagáinín"),
  ]);
  const found = findTerms(bytes, list).map(({ range }) => bytes.toString("latin1", range.start, range.end));
  expect(found).toEqual(["Marlene Vo\xdfkamp", Buffer.from("Séamus Ó Dubhagáinín").toString("latin1")]);
});

/** Disguises that are found as they are marked, with the bytes of what is marked; some of one list are parts of others. */
const planted = fc.constantFrom(
  ...Object.values(disguises).flatMap((write) =>
    people.flatMap((person) => {
      const written = write(person) ?? "";
      const text = written.replaceAll(/[«»]/g, "");
      if (!written.includes("»") || shown(text) !== written) return [];
      const [before = "", name = ""] = written.split(/[«»]/);
      const start = Buffer.byteLength(before);
      return [{ text, start, end: start + Buffer.byteLength(name) }];
    }),
  ),
);
const pieces = fc.constantFrom(
  ...' |\n|.|, |a|Jane|public|x42|&|%|\\|<b>|</b>|é|ß|Анна|山|김|철수|\u00AD|-\n|&amp;|\\n|%20|Rust|trust|{|"|=|](u)|blue|Fin'.split(
    "|",
  ),
);
const around = fc.array(pieces, { maxLength: 12 }).map((all) => all.join(""));

/** As if its first word were a first name. */
function parted(company: string): Named {
  const [first = "", ...last] = company.split(" ");
  return { first, last: last.join(" ") };
}

describe("wherever a disguise stands", () => {
  test("what is found covers it to the byte, and a lock finds the same", () => {
    fc.assert(
      fc.property(around, planted, around, (before, { text, ...place }, behind) => {
        const bytes = Buffer.from(`${before}\n\n${text}\n\n${behind}`);
        const start = Buffer.byteLength(before) + 2 + place.start;
        const end = Buffer.byteLength(before) + 2 + place.end;
        const found = findTerms(bytes, list);
        expect(found.some(({ range }) => range.start <= start && end <= range.end)).toBe(true);
        expect(found.every(({ range }) => range.start < range.end && range.end <= bytes.length)).toBe(true);
        expect(findTerms(bytes, lock)).toEqual(found);
      }),
      { numRuns: 1000 },
    );
  });

  test("the places that the kernel emits are enough", () => {
    const places = placesIn(kernelWords(list.firstWords ?? []), readFolds());
    fc.assert(
      fc.property(around, planted, around, (before, { text }, behind) => {
        const bytes = Buffer.from(`${before}\n\n${text}\n\n${behind}`);
        expect(findTerms(bytes, list, places(bytes))).toEqual(findTerms(bytes, list));
      }),
      { numRuns: 1000 },
    );
  });

  test("so are they of names that begin with frequent words, of which a lock knows as much as a list", () => {
    const named = [
      { first: "Will", last: "Marshbanks" },
      { first: "Mark", last: "von der Note" },
      { first: "Jo", last: "Le Quendel" },
      { first: "Rose", last: "Page" },
    ];
    const companies = ["The Home Quendel", "The Who", "Data 3 GmbH", "New 東京 Works"];
    const all = [
      ...named.map(({ first, last }): Term => ({ kind: "person", text: `${first} ${last}`, options: [] })),
      ...companies.map((text): Term => ({ kind: "customer", text, options: [] })),
    ];
    const [own, locked] = [lookupOf(all), lockOf(all)];
    const places = placesIn(kernelWords(own.firstWords ?? []), readFolds());
    const texts = Object.values(disguises).flatMap((write) =>
      [...named, ...companies.map(parted)].map((one) => (write(one) ?? "").replaceAll(/[«»]/g, "")),
    );
    const finds = (bytes: Buffer): void => {
      const found = findTerms(bytes, own);
      expect(findTerms(bytes, own, places(bytes))).toEqual(found);
      expect(findTerms(bytes, locked, places(bytes))).toEqual(found);
    };
    const initials = [
      "Will\u00A0M.",
      "Will&nbsp;M.",
      "<b>Will</b> <i>M.</i>",
      "will_m",
      "WillM",
      "Will <i>M.</i>",
      "Will &#77;.",
    ];
    for (const text of [...texts, ...initials.map((name) => `by ${name} Text`)]) finds(Buffer.from(text));
    const frequent = fc.array(fc.oneof(pieces, fc.constantFrom("the ", "Will ", " rose", "Page", "data ", "von ")), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(frequent, fc.constantFrom(...texts), frequent, (before, text, behind) => {
        finds(Buffer.from(`${before.join("")}\n\n${text}\n\n${behind.join("")}`));
      }),
      { numRuns: 1000 },
    );
  });

  test("so are they of disguised assets", () => {
    const places = placesIn(kernelWords(list.firstWords ?? []), readFolds());
    const missed = assets.flatMap((asset) =>
      Object.entries(assetDisguises).flatMap(([name, write]) => {
        const bytes = Buffer.from(write(asset).replaceAll(/[«»]/g, ""));
        const [some, all] = [findTerms(bytes, list, places(bytes)), findTerms(bytes, list)];
        return some.length === all.length ? [] : [`${name}: ${asset}`];
      }),
    );
    expect(missed).toEqual([]);
  });

  test("so are they in random bytes", () => {
    const places = placesIn(kernelWords(list.firstWords ?? []), readFolds());
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 60 }),
        planted,
        fc.uint8Array({ maxLength: 60 }),
        (before, { text }, behind) => {
          const bytes = Buffer.concat([before, Buffer.from(`\n\n${text}\n\n`), behind]);
          expect(findTerms(bytes, list, places(bytes))).toEqual(findTerms(bytes, list));
        },
      ),
    );
  });
});
