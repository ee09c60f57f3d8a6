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
  [
    "maps.js",
    "",
    `//# sourceMappingURL=data:application/json,{"a":"${found}"}\n`,
    "",
    { surface: "JSON value", element: "$.a" },
  ],
  [
    "maps.html",
    "",
    `<script>//# sourceMappingURL=data:application/json,{"a":"${found}"}\n</script>`,
    "",
    { surface: "JSON value", element: "$.a", isVisible: false },
  ],
  [
    "maps.css",
    "",
    `/*# sourceMappingURL=data:application/json,{"a":"${found}"}*/`,
    "",
    { surface: "JSON value", element: "$.a" },
  ],
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

test("no name in a source map in a comment is told in which something ends that begins before the comment", async () => {
  const text = `QQ\n//# sourceMappingURL=data:application/json,{"name":["QQ"]}`;
  const whole = { start: 0, end: text.indexOf("name") + 2 };
  const last = { start: text.lastIndexOf("QQ"), end: text.lastIndexOf("QQ") + 2 };
  const [, place] = await placesIn(Buffer.from("a.js"), Buffer.from(text), [whole, last]);
  expect(place).toEqual({ surface: "JSON value", element: "$.*[0]" });
});

/** Documents in which something is found wherever a place is told by a name. */
const named: readonly (readonly [string, string])[] = [
  ["a.html", "<title>a</title><meta name=twitter:QQ content=QQ><meta property='og-QQ' content='by QQ'>"],
  ["a.html", '<p id="QQ" data-QQ="QQ">QQ</p><x-QQ>QQ</x-QQ><p class=QQ title=QQ>a'],
  ["a.html", "<!doctype QQ><script id=QQ type=QQ/json>QQ='QQ'</script><svg><QQ>QQ</QQ></svg>"],
  ["a.xml", '<r><QQ>QQ</QQ><a:QQ b="QQ">QQ</a:QQ><a QQ="QQ"><?QQ QQ?></a></r>'],
  ["a.svg", "<svg><QQ id='QQ'>QQ</QQ><metadata><dc:QQ>QQ</dc:QQ></metadata></svg>"],
  ["a.md", "---\nQQ: QQ\na:\n  QQ: QQ\n---\n\n# QQ\n\n```QQ QQ\nQQ\n```\n\n[QQ]: QQ 'QQ'\n\n<p QQ=QQ>QQ\n"],
  ["a.mdx", "import QQ from 'QQ'\n\n<QQ QQ={QQ}>QQ</QQ>\n"],
  ["a.json", '{"QQ":{"a":"QQ","QQ":["QQ"]},"a QQ":"QQ"}'],
  ["a.map", '{"sourceRoot":"QQ","sources":["QQ/a.ts","b"],"sourcesContent":["QQ","QQ"],"QQ":"QQ"}'],
  ["a.js", 'const QQ="QQ";x={QQ:{QQ:`QQ`}};VITE_QQ="QQ"//# sourceMappingURL=data:application/json,{"QQ":["QQ"]}'],
  [
    "a.html",
    '<script>QQ//# sourceMappingURL=data:application/json,{"QQ":["QQ"],"sources":["QQ"],"sourcesContent":["QQ"]}</script>',
  ],
  ["a.css", '.QQ{--QQ:"QQ";content:"QQ"}@media QQ{a{QQ:url(QQ)}}'],
];

test.each(named)("no name in which something was found tells a place in %s: %s", async (name, text) => {
  const ranges = [...text.matchAll(/QQ/g)].map(({ index }) => ({ start: index, end: index + 2 }));
  const places = await placesIn(Buffer.from(name), Buffer.from(text), ranges);
  expect(places).toHaveLength(ranges.length);
  expect(JSON.stringify(places)).not.toMatch(/qq/i);
});
