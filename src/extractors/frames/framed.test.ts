import { describe, expect, test } from "vitest";
import { cluesIn } from "../../../test/clues.ts";
import { framings } from "../../../test/frames.ts";
import { mark } from "../../../test/mark.ts";
import { homeDirectory } from "../../detectors/infrastructure/home-directory.ts";
import { assignedKey, assignedPassword } from "../../detectors/secrets/assigned.ts";
import { columnSecret } from "../../detectors/secrets/column.ts";
import { encryptionKey } from "../../detectors/secrets/configured-key.ts";
import { kubernetesSecret } from "../../detectors/secrets/kubernetes-secret.ts";
import { netrc } from "../../detectors/secrets/netrc.ts";
import { statementPassword } from "../../detectors/secrets/statement-password.ts";
import { fill } from "../../detectors/template.ts";
import { createEngine } from "../../engine/engine.ts";
import type { Range } from "../../model/range.ts";
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

test.each([
  "File \u001b[0;32m«/Users/mheron»/work/site.py:12\u001b[0m, in \u001b[0;36mread\u001b[0m",
  "at \u001b[36m«/home/mheron»/\u001b[39mwork/site.ts",
])("a home directory right behind a colour is found, in a log and in strings: %j", async (template) => {
  for (const text of [template, JSON.stringify([template]), `printf '${template.replaceAll("\u001b", "\\033")}'`])
    expect(await mark(homeDirectory, text.replaceAll(/[«»]/g, ""))).toBe(text);
});

describe.each(Object.entries(framings))("in %s", (_, write) => {
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
