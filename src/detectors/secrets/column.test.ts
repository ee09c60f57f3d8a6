import { expect, test } from "vitest";
import { mark } from "../../../test/mark.ts";
import { openWindow } from "../../engine/window.ts";
import { fill } from "../template.ts";
import { columnSecret } from "./column.ts";

test.each([
  { head: "COPY users (name, password) FROM stdin;\n", row: "anna\t{base62:14}\n" },
  { head: "| name | password |\n|---|---|\n", row: "| anna | {base62:14} |\n" },
  { head: "<tr><th>name</th><th>password</th></tr>", row: "<tr><td>anna</td><td>{base62:14}</td></tr>" },
])("a row behind many heads such as $head is read for some of them", async ({ head, row }) => {
  const bytes = Buffer.from(head.repeat(200) + fill(row));
  const window = openWindow(
    { part: "contents", surface: "text", bytes, toDocument: (range) => range },
    { start: 0, end: bytes.length, sightings: [] },
  );
  const found = [...(await columnSecret.detect(window))];
  expect(found.length).toBeGreaterThan(0);
  expect(found.length).toBeLessThanOrEqual(8);
});

test("a cell of HTML is read however deep it is indented", async () => {
  const indented = `\n${" ".repeat(300)}`;
  const cell = (text: string): string => `${indented}<td>${indented}${text}${indented}</td>`;
  const head = "<tr><th>Name</th><th>Password</th></tr>";
  const text = fill(`<table>${head}<tr>${cell("shop")}${cell("«{base62:12}{digits:2}»")}</tr></table>`);
  expect(await mark(columnSecret, text.replaceAll(/[«»]/g, ""))).toBe(text);
});
