import { expect, test } from "vitest";
import { placesIn } from "../src/extractors/formats.ts";

const found = "quendel";
const count = 50_000;

/** A document in which something is found very often: what stands before it, around each, and behind it; and what the last is told by. */
const documents = [
  [
    "a.xml",
    "<r>",
    `<a><b>${found}</b></a>`,
    "</r>",
    { surface: "text of b", element: `r > a:nth-of-type(${count}) > b` },
  ],
  [
    "a.html",
    "<ul>",
    `<li>${found}`,
    "</ul>",
    { surface: "visible text", element: `ul > li:nth-of-type(${count})`, isVisible: true },
  ],
  ["a.md", "", `**a** ${found}\n`, "", { surface: "visible text", isVisible: true }],
  ["list.md", "---\na:\n", `- ${found}\n`, "---\n", { surface: "front matter a" }],
  ["code.md", "```yaml\n", `- ${found}\n`, "```\n", { surface: "code block yaml", isVisible: true }],
  [
    "a.map",
    '{"sources":["a.ts"],"sourcesContent":["',
    String.raw`${found}\n`,
    '"]}',
    { surface: `source map: a.ts:${count}:1`, element: "$.sourcesContent[0]" },
  ],
  [
    "a.json",
    `{"${"k".repeat(1 << 20)}":[`,
    `"${found}",`,
    "0]}",
    { surface: "JSON value", element: `$.*[${count - 1}]` },
  ],
  ["a.js", "a = [", `"${found}",`, "]", { surface: "string literal" }],
  ["a.css", "", `a{content:"${found}"}`, "", { surface: "content string", element: "content" }],
] as const;

test.each(documents)("places of much that is found in %s are told in the time that it is long", async (...document) => {
  const [name, before, each, behind, last] = document;
  const text = `${before}${each.repeat(count)}${behind}`;
  const ranges = [...text.matchAll(new RegExp(found, "g"))].map(({ index }) => ({
    start: index,
    end: index + found.length,
  }));
  const places = await placesIn(Buffer.from(name), Buffer.from(text), ranges);
  expect(places).toHaveLength(count);
  expect(places.at(-1)).toEqual(last);
});
