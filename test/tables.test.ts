import { describe, expect, test } from "vitest";
import { fill } from "../src/detectors/template.ts";
import { createFolder } from "./repository.ts";

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
