import { describe, expect, test } from "vitest";
import { fill } from "../src/detectors/template.ts";
import { createFolder } from "./repository.ts";
import { zip } from "./samples.ts";

const key = fill("{base62:32}", 1);
const password = fill("{base62:6}!{base62:5}-{digits:2}", 2);

/** The rule that finds a cell, and where, in lines and columns. */
const tables: Readonly<Record<string, readonly [name: string, text: string, ...places: string[]]>> = {
  commas: [
    "users.csv",
    `id,login,password,note\n1,carol.of.acme.example,${password},new\n2,dan,,\n`,
    "2:25 assigned-password",
  ],
  "semicolons, a byte order mark and marks": [
    "users.csv",
    `\uFEFF"Name";"API Key"\r\n"a; b";"${key}"\r\n"say ""hi""";"x"\r\n`,
    "2:9 assigned-key",
  ],
  tabs: ["export.TSV", `client\tclient_secret\nshop\t${key}\n`, "2:6 assigned-key"],
  bars: ["export.psv", `client|auth token\nshop|${key}\n`, "2:6 assigned-key"],
  "several lines in a cell": [
    "notes.csv",
    `note,access token,x\n"one\ntwo, three",${key},"y"\nfour,${key},y\n`,
    "3:13 assigned-key",
    "4:6 assigned-key",
  ],
};

describe.each(Object.entries(tables))("a table with %s", (_, [name, text, ...places]) => {
  test("is read by its columns", () => {
    const folder = createFolder();
    folder.write(name, text);
    const { findings } = folder.check("files");
    expect(findings.map((finding) => finding.replace(/^[^:]+:(\S+) secret\/(\S+)$/, "$1 $2"))).toEqual(places);
  });
});

test("a table of more than a megabyte is read to its end", () => {
  const folder = createFolder();
  const rows = Array.from({ length: 60_000 }, (_, index) => `${index},some words of a row,\n`);
  folder.write("large.csv", `id,note,secret_key\n${rows.join("")}last,row,${key}\n`);
  expect(folder.check("files").findings).toEqual(["large.csv:60002:10 secret/assigned-key"]);
});

test("what is no table, or has no such column, is read as it stands", () => {
  const folder = createFolder();
  folder.write("words.csv", `password\n${password}\n`);
  folder.write("ids.csv", `id,token type,cache_key\n${key},${key},${key}\n`);
  folder.write("one-line.csv", `id,password,${password}`);
  expect(folder.check("files").findings).toEqual([]);
});

type Rows = readonly (readonly string[])[];

const login: Rows = [
  ["Service", "User", "Password"],
  ["mail", "kim", password],
];
const setting: Rows = [["Password:", password]];

/** The rows of a table, each cell as `cell` writes it. */
const inRows = (rows: Rows, row: string, cell: (text: string) => string): string =>
  rows.map((cells) => `<${row}>${cells.map(cell).join("")}</${row}>`).join("");

const types = { "[Content_Types].xml": "<Types/>" };

/** As Excel writes it: every text stands once, and cells name it by its number. Behind the rows, since Excel writes it there, too. */
function workbook(rows: Rows): Buffer {
  const texts = [...new Set(rows.flat())];
  const cell = (text: string): string => `<c t="s"><v>${texts.indexOf(text)}</v></c>`;
  return zip({
    ...types,
    "xl/workbook.xml": "",
    "xl/worksheets/sheet1.xml": `<worksheet><sheetData>${inRows(rows, "row", cell)}</sheetData></worksheet>`,
    "xl/sharedStrings.xml": `<sst>${texts.map((text) => `<si><t>${text}</t></si>`).join("")}</sst>`,
  });
}

const office: Readonly<Record<string, readonly [name: string, of: (rows: Rows) => Buffer]>> = {
  "a workbook whose cells share their texts": ["a.xlsx", workbook],
  "a workbook with a title, and its texts in the cells": [
    "a.xlsx",
    (rows) => {
      const title = '<row r="1"><c r="A1" t="inlineStr"><is><t>Logins</t></is></c></row>';
      const cells = inRows(rows, "row", (text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`);
      return zip({
        ...types,
        "xl/workbook.xml": "",
        "xl/worksheets/sheet1.xml": `<sheetData>${title}${cells}</sheetData>`,
      });
    },
  ],
  "a spreadsheet of OpenDocument": [
    "a.ods",
    (rows) => {
      const cells = inRows(rows, "t:table-row", (text) => `<t:table-cell><x:p>${text}</x:p></t:table-cell>`);
      return zip({ mimetype: "application/x", "content.xml": `<t:table>${cells}</t:table>` });
    },
  ],
  "a table in Word": [
    "a.docx",
    (rows) => {
      const cells = inRows(rows, "w:tr", (text) => `<w:tc><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`);
      return zip({ ...types, "word/document.xml": `<w:tbl>${cells}</w:tbl>` });
    },
  ],
  "a table on a slide": [
    "a.pptx",
    (rows) => {
      const cells = inRows(rows, "a:tr", (text) => `<a:tc><a:p><a:r><a:t>${text}</a:t></a:r></a:p></a:tc>`);
      return zip({ ...types, "ppt/presentation.xml": "", "ppt/slides/slide1.xml": `<a:tbl>${cells}</a:tbl>` });
    },
  ],
};

describe.each(Object.entries(office))("%s", (_, [name, of]) => {
  const rulesIn = (rows: Rows): string[] => {
    const folder = createFolder();
    folder.write("terms", "Jane Public\n");
    folder.write(name, of(rows));
    const { findings } = folder.check("files", name, "--denylist", "terms");
    return findings.map((finding) => finding.split(" ")[1] ?? "");
  };

  test("is read by its rows: a password by its column or its neighbour, a name in two cells", () => {
    expect(rulesIn(login)).toEqual(["secret/assigned-password"]);
    expect(rulesIn(setting)).toEqual(["secret/assigned-password"]);
    expect(rulesIn([...setting, ["Host", "db1"]])).toEqual(["secret/assigned-password"]);
    const names = [
      ["First", "City", "Last"],
      ["Robert", "Rome", "Smith"],
      ["Jane", "Oslo", "Public"],
    ];
    expect(rulesIn(names)).toEqual(["term/person"]);
  });

  test("makes no name of two rows, and no password of what is said of one", () => {
    const apart = [
      ["City", "First", "Last"],
      ["Oslo", "Robert", "Jane"],
      ["Public", "Ada", "Smith"],
    ];
    expect(rulesIn(apart)).toEqual([]);
    const described = [
      ["Field", "Password", "Token"],
      ["type", "string", "string"],
      ["needed", "yes", "no"],
    ];
    expect(rulesIn(described)).toEqual([]);
  });
});

test("cells that name one long text again and again come to no more than has room, and that is told", () => {
  const cells = '<c t="s"><v>0</v></c>'.repeat(20_000);
  const folder = createFolder();
  const bytes = zip({
    ...types,
    "xl/workbook.xml": "",
    "xl/worksheets/sheet1.xml": `<sheetData><row>${cells}</row></sheetData>`,
    "xl/sharedStrings.xml": `<si><t>${"a ".repeat(20_000)}</t></si>`,
  });
  folder.write("a.xlsx", bytes);
  const { code, unscanned } = folder.check("files", "a.xlsx");
  expect([code, unscanned.length]).toEqual([2, 1]);
});
