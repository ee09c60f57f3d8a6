import { describe, expect, test } from "vitest";
import { gate, inPieces, placeholders } from "../../test/log-gate.ts";
import { fill } from "../detectors/template.ts";
import { walk } from "../model/steps.ts";
import { blocksOf, redactedBytes } from "./redact-bytes.ts";
import { Redactor } from "./redactor.ts";

/** Masked, and with one sign for each placeholder; masking it once more changes nothing. */
async function masked(text: string): Promise<string> {
  const once = await walk(redactedBytes(Buffer.from(text), gate, placeholders));
  expect((await walk(redactedBytes(once, gate, placeholders))).toString()).toBe(once.toString());
  return once.toString().replaceAll(/\[(?:secret:)?[a-z-]+:[0-9a-f]{4}\]/g, "•");
}

describe("rows below the name of a secret", () => {
  test.each([
    ["commas", "id,password,note\n1,hunter2,x\n2,sunshine,\n3,,y\n", "id,password,note\n1,•,x\n2,•,\n3,,y\n"],
    ["tabs, and line ends of Windows", "id\tSecret\r\n1\thunter2\r\n", "id\tSecret\r\n1\t•\r\n"],
    ["semicolons", "Name;Passwort\ncarol;a, b\n", "Name;Passwort\ncarol;•\n"],
    ["bars", "id|kennwort\n1|sunshine\n", "id|kennwort\n1|•\n"],
    ["a mark of the order of bytes", "\uFEFFpassword,id\nhunter2,1\n", "\uFEFFpassword,id\n•,1\n"],
    ["quotation marks", '"id","API Key"\n"1","abcdef7"\n', '"id","API Key"\n"1","•"\n'],
    [
      "separators, marks and lines in a cell",
      'a,token\n"b, ""c""\nd","e7,f\n""gh"""\nx,y7z8u9\n',
      'a,token\n"b, ""c""\nd","•"\nx,•\n',
    ],
    ["a column without a name", ",user,password\n0,carol,sunshine\n", ",user,password\n0,carol,•\n"],
    [
      "names of several words",
      "User name,Secret access key\ncarol,abcdef7\n",
      "User name,Secret access key\ncarol,•\n",
    ],
    ["other languages", "имя,пароль\nкэрол,секрет\n", "имя,пароль\nкэрол,•\n"],
    [
      "names that are written once more",
      "id,password\n1,ab\nid,password\n2,cd\n",
      "id,password\n1,•\nid,password\n2,•\n",
    ],
    [
      "a time and a program before each line",
      "10:20:30 web | id,pwd\n10:20:31 web | 1,ab c\n",
      "10:20:30 web | id,pwd\n10:20:31 web | 1,•\n",
    ],
    [
      "a line between them that is none",
      "id,pwd\n1,ab\nhalf of them are done\n2,cd\n",
      "id,pwd\n1,•\nhalf of them are done\n2,•\n",
    ],
    ["no end of its last line", 'id,pwd,x\n1,ab,c\n2,"c', 'id,pwd,x\n1,•,c\n2,"•'],
  ])("are masked: with %s", async (_, text, expected) => {
    expect(await masked(text)).toBe(expected);
    expect(await masked(`a line, of a log\n${text}`)).toBe(`a line, of a log\n${expected}`);
  });

  test.each([
    "id,password\n1,NULL\n2,\n3,[REDACTED]\n4,***\n",
    "we have a user, password and host\nand a name, x7y8z9 and b\n",
    "user,password\n2026-11-21 20:48:01,791 INFO it begins\n",
    "user,password\n\n1,ab\n",
    "10:20:30 web | id,password\n10:20:30 db | 1,ab\n",
    "column,type,required\npassword,string,yes\nemail,string,no\n",
    "word,token\nthe,3\nof,house\n",
    "model,input_tokens,secrets,has_password,password_hash\na,1234567,12,yes,x\n",
    "suite,pass,fail\na,12,0\nb,100,7\n",
    'const [\n  user,\n  password,\n] = "a,b";\n',
    "\tuser,\n\tpassword\n\treturn x\n",
    "user | password\n--- | ---\n",
    "user|password\n--|--\n",
    "password\nhunter2\n",
  ])("are none in %j", async (text) => {
    expect(await masked(text)).toBe(text);
  });

  test("end where lines are no rows any more", async () => {
    const log = "done, all is well\n3 rows\n1,2\na,b\n";
    expect(await masked(`id,password\n1,ab\n${log}`)).toBe(`id,password\n1,•\n${log}`);
  });
});

const table = 'id,note,password\n1,"a, b",hunter2\n2,"c\n""d""","e\nf, g"\n3,x,ab\nthe end, of it\nall of it\n4,5,6\n';

test("wherever a table is cut, the same comes out", async () => {
  const bytes = Buffer.from(table);
  const whole = await walk(redactedBytes(bytes, gate, placeholders));
  for (let cut = 0; cut <= bytes.length; cut++)
    expect((await inPieces(bytes, [cut])).toString()).toBe(whole.toString());
});

test("also where who reads does not wait for what comes behind it, but for a cell of several lines", async () => {
  const bytes = Buffer.from(table.replace('"c\n""d"""', '"c ""d"""').replace('"e\nf, g"', '"e f, g"'));
  const whole = await walk(redactedBytes(bytes, gate, placeholders));
  expect(whole.includes("hunter2")).toBe(false);
  for (let cut = 0; cut <= bytes.length; cut++)
    expect((await inPieces(bytes, [cut], false)).toString()).toBe(whole.toString());
});

test("a table is read to its last row, however long it is", async () => {
  const rows = Array.from({ length: 30_000 }, (_, at) => `${at},"a note, of\nit",${fill("{base62:12}", at)}\n`);
  const bytes = Buffer.from(`id,note,password\n${rows.join("")}`);
  const whole = (await walk(redactedBytes(bytes, gate, placeholders))).toString();
  expect(whole.match(/^it",\[secret:[a-z-]+:[0-9a-f]{4}\]$/gm)).toHaveLength(rows.length);
  expect((await inPieces(bytes, [10, 70_000, 70_001, 400_000])).toString() === whole).toBe(true);
});

test.each([
  ["CSV", "id,password\n", (row: string) => `1,${row}\n`],
  ["COPY", "COPY users (id, password) FROM stdin;\n", (row: string) => `1\t${row}\n`],
  ["Markdown", "| id | password |\n|---|---|\n", (row: string) => `| 1 | ${row} |\n`],
  ["INSERT", "INSERT INTO users (id, password) VALUES\n", (row: string) => `(1, '${row}'),\n`],
])("who goes on in the midst of a table gets its rows masked: %s", async (_, head, row) => {
  const rows = Array.from({ length: 20_000 }, (__, at) => row(fill("{base62:5}!{base62:9}-{digits:2}", at)));
  const text = head + rows.join("");
  const whole = (await walk(redactedBytes(Buffer.from(text), gate, placeholders))).toString();
  const from = head.length + rows.slice(0, 15_000).join("").length;
  const redactor = new Redactor(gate, placeholders, from);
  let rest = "";
  for (const steps of blocksOf(Buffer.from(text), redactor)) rest += (await walk(steps)).bytes.toString();
  rest += (await walk(redactor.end())).bytes.toString();
  expect(rest.split("\n")).toHaveLength(5001);
  expect(whole.endsWith(rest)).toBe(true);
  expect(rest).toMatch(/^[^\n]*\[secret:/);
});
