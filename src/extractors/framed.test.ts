import { describe, expect, test } from "vitest";
import { cluesIn } from "../../test/clues.ts";
import { mark } from "../../test/mark.ts";
import { assignedKey, assignedPassword } from "../detectors/secrets/assigned.ts";
import { columnSecret } from "../detectors/secrets/column.ts";
import { encryptionKey } from "../detectors/secrets/configured-key.ts";
import { kubernetesSecret } from "../detectors/secrets/kubernetes-secret.ts";
import { netrc } from "../detectors/secrets/netrc.ts";
import { statementPassword } from "../detectors/secrets/statement-password.ts";
import { fill } from "../detectors/template.ts";
import { createEngine } from "../engine/engine.ts";
import type { Range } from "../model/range.ts";
import { framedText } from "./framed.ts";

const yaml = "db:\n  admin_password: «harbour!{digits:4}» # changes on Monday\n  port: 5432\n";

test.each([
  ["a value of JSON", JSON.stringify({ name: "values.yaml", data: yaml }, undefined, 2)],
  ["JSON in a value of JSON", JSON.stringify({ a: JSON.stringify({ data: yaml }) })],
  ["a string of YAML", `data: ${JSON.stringify(yaml)}\n`],
  ["a cell of a notebook", JSON.stringify({ source: yaml.split(/(?<=\n)/) }, undefined, 1)],
  [
    "a string of a script in apostrophes",
    String.raw`const values = 'db:\n  admin_password: «harbour!{digits:4}» # x\n';`,
  ],
  ["the midst of a long string", JSON.stringify({ data: `${"a: 1\n".repeat(1000)}${yaml}${"b: 2\n".repeat(1000)}` })],
])("a line of a file in %s is read as a line", async (_, template) => {
  const text = fill(template);
  expect(await mark(assignedPassword, text.replaceAll(/[«»]/g, ""))).toBe(text);
});

test.each([
  [netrc, 'machine ftp.acme.example.io login "carol b" password "«{base62:8} {base62:9}!»"\n'],
  [statementPassword, "interface Gi0/1\nenable secret «Fl{lower:4}{digits:2}!»\nline vty 0 4"],
])("what $id knows by quotation marks and lines is found where these are escaped", async (detector, template) => {
  const text = JSON.stringify({ content: fill(template) });
  expect(await mark(detector, text.replaceAll(/[«»]/g, ""))).toBe(text);
});

const lines =
  (begin: string, end: string = "") =>
  (text: string): string =>
    `${text
      .split("\n")
      .map((line) => begin + line + end)
      .join("\n")}\n`;

/** How a text stands in another. */
const forms: Readonly<Record<string, (text: string) => string>> = {
  "a value of JSON": (text) => JSON.stringify({ a: 1, text }),
  "a cell of CSV": (text) => `id,note\n1,"${text.replaceAll('"', '""')}"\n`,
  "a string of SQL": (text) => `INSERT INTO notes (id, note) VALUES (1, '${text.replaceAll("'", "''")}');\n`,
  "a comment of a shell": lines("# "),
  "a comment of C": lines("    // "),
  "a comment of Java": lines(" * "),
  "a comment of SQL": lines("-- "),
  "a batch file's comment": lines("REM "),
  "a mail that is answered twice": lines("> > "),
  "a change": (text) => `@@ -0,0 +1,9 @@\n${lines("+")(text)}`,
  "what a change takes away": (text) => `@@ -1,9 +0,0 @@\n${lines("-")(text)}`,
  "numbered lines": (text) =>
    text
      .split("\n")
      .map((line, index) => `${String(index + 1).padStart(6)}\t${line}\n`)
      .join(""),
  "the lines that grep found": lines("etc/app.conf:12:"),
  "what Compose tells": lines("web-1  | "),
  "a log of CI": lines("2026-07-01T10:20:30.1234567Z "),
  "a log of Java": lines("2026-07-01 10:20:30,123 INFO  [main] io.acme.App - "),
  "a log of containerd": lines("2026-07-01T10:20:30.123456789Z stdout F "),
  syslog: lines("Jul  1 10:20:30 web app[12]: "),
  "a box": lines("│ ", "   │"),
  "a terminal's colours": lines("\u001B[32m", "\u001B[0m"),
  "a terminal's colours in JSON": (text) => JSON.stringify({ text: lines("\u001B[32m", "\u001B[0m")(text) }),
  "a comment in a change": (text) => `@@ -0,0 +1,9 @@\n${lines("+# ")(text)}`,
};

describe.each(Object.entries(forms))("in %s", (_, write) => {
  test.each([
    [assignedPassword, `environment:\n  - name: "DB_PASSWORD"\n    value: "«harbour!{digits:4}»"\nit's all`],
    [assignedKey, `<dict a="it's">\n<key>authToken</key>\n<string>«{base62:32}»</string>\n</dict>`],
    [columnSecret, `"all" that it's\n\n| Service | Password |\n|---|---|\n| shop | «{base62:12}» |\nend`],
    [encryptionKey, `# "why" it's\napi:\n  encryption:\n    key: "«{base64:43}=»"\nend`],
    [kubernetesSecret, `# "why" it's\nkind: Secret\ndata:\n  password: «aGFyYm91ciE0NzEx»\n`],
    [netrc, `# "why" it's\nmachine ftp.acme.example.io\n  login carol\n  password «{base62:12}»\nend`],
    [statementPassword, `! "why" it's\nhostname gate\nenable secret «Fl{lower:4}{digits:2}!»\nline vty 0 4`],
  ])("what $id looks for is found where it stands", async (detector, template) => {
    const text = write(fill(template));
    expect(await mark(detector, text.replaceAll(/[«»]/g, ""))).toBe(text);
  });
});

test("a comment ends with its lines", () => {
  const text = "const a = 1;\n// the admin_password:\n// harbour4711x\nconst b = 2;\n";
  expect(textsIn(text)).toEqual(["the admin_password:\nharbour4711x\n"]);
});

test.each([
  ["stands between two strings", String.raw`print("a\nb", { admin_password: "harbour4711" }, "c\nd")`],
  ["is a string without any escape", '{ "a": "\\\\n", "admin_password": "harbour4711" }'],
  ["is a line of a document", 'a "quotation\nadmin_password: harbour4711 \\n\nand" more'],
])("what %s is not read a second time", (_, text) => {
  expect(textsIn(text)).toEqual([]);
});

/** @throws where nothing is seen in the text */
function textsIn(text: string): string[] {
  const bytes = Buffer.from(text);
  const clues = cluesIn(createEngine([assignedPassword]).look, "contents", bytes);
  expect(clues.sightings.length).toBeGreaterThan(0);
  const segment = { part: "contents", surface: "text", bytes, toDocument: (range: Range) => range } as const;
  return [...framedText(segment, clues)].map((inner) => inner.bytes.toString());
}
