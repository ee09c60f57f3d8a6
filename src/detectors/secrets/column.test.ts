import { expect, test } from "vitest";
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
