import { array, assert, asyncProperty, constantFrom } from "fast-check";
import { describe, expect, test } from "vitest";
import { fill } from "../src/detectors/template.ts";
import { missingIn, partsIn, strayIn } from "./oracle.ts";
import { createRepository } from "./repository.ts";

const token = (seed: number): string => fill("ghp_{base62:30}{crc32}", seed);
const split = (text: string): string => `${text.slice(0, 9)}<b>${text.slice(9)}</b>`;
const referred = (text: string): string => [...text].map((one) => `&#${one.charCodeAt(0)};`).join("");
const hexadecimal = (text: string): string[] => [...text].map((one) => one.charCodeAt(0).toString(16));
const escaped = (text: string): string =>
  hexadecimal(text)
    .map((digits) => `\\u00${digits}`)
    .join("");
const quoted = (text: string): string => text.replaceAll("<", "&lt;");

/** What leaks, in which file, and how it is told. */
const leaks: readonly (readonly [name: string, page: (token: string) => string, surface: string, element?: string])[] =
  [
    ["page.html", (leak) => `<main><p>one<p>a ${split(leak)}</main>`, "visible text", "main > p:nth-of-type(2)"],
    ["page.html", (leak) => `<p>${leak}`, "visible text", "body > p"],
    ["page.html", (leak) => `GIF89a<p>${split(leak)}`, "visible text", "body > p"],
    ["page.html", (leak) => `%PDF-1.7<p>${split(leak)}`, "visible text", "body > p"],
    ["page.html", (leak) => `<p>${referred(leak)}</p>`, "visible text", "body > p"],
    ["page.html", (leak) => `<p id="top">${leak.slice(0, 8)}<i hidden>not</i>${leak.slice(8)}`, "visible text", "#top"],
    ["page.html", (leak) => `<p>${leak.slice(0, 8)}<!-- not -->${leak.slice(8)}`, "visible text", "body > p"],
    ["page.html", (leak) => `<p>${leak.slice(0, 8)}&shy;<wbr>${leak.slice(8)}`, "visible text", "body > p"],
    ["page.html", (leak) => `<p>${leak.slice(0, 8)}</div>${leak.slice(8)}`, "visible text", "body > p"],
    ["page.html", (leak) => `<div hidden><p>${split(leak)}</div>`, "hidden text", "div > p"],
    ["page.html", (leak) => `<div style="display: none">${split(leak)}</div>`, "hidden text", "body > div"],
    ["page.html", (leak) => `<template><p>${split(leak)}</template>`, "hidden text", "head > template > p"],
    ["page.html", (leak) => `<noscript><p>${split(leak)}</noscript>`, "markup in hidden text", "head > noscript"],
    ["page.html", (leak) => `<title>${referred(leak)}</title>`, "page title", "head > title"],
    ["page.html", (leak) => `<meta name=description content="${referred(leak)}">`, "meta description", "head > meta"],
    ["page.html", (leak) => `<meta property="og:title" content="${leak}">`, "meta og:title", "head > meta"],
    ["page.html", (leak) => `<p><img alt="${referred(leak)}">`, "attribute alt", "p > img"],
    ["page.html", (leak) => `<p><!-- ${split(leak)} -->`, "markup in comment", "body > p"],
    ["page.html", (leak) => `<!-- ${leak} --><p>`, "comment"],
    ["page.html", (leak) => `<script type="application/ld+json">{"a":"${leak}"}</script>`, "JSON-LD", "head > script"],
    ["page.html", (leak) => `<script id=__NEXT_DATA__>{"a":"${leak}"}</script>`, "embedded state", "#__NEXT_DATA__"],
    ["page.html", (leak) => `<script>a="${escaped(leak)}"</script>`, "inline script", "head > script"],
    ["page.html", (leak) => `<script>a="<p>${split(leak)}"</script>`, "markup in inline script", "head > script"],
    ["page.html", (leak) => `<style>a{content:"${leak.slice(0, 8)}" "${leak.slice(8)}"}</style>`, "inline style"],
    ["page.html", (leak) => `<p style='content:"\\${hexadecimal(leak).join(" \\")}"'>`, "attribute style", "body > p"],
    ["page.html", (leak) => `<iframe srcdoc="${quoted(split(leak))}">`, "markup in attribute srcdoc", "body > iframe"],
    ["page.html", (leak) => `<a href="data:text/html,%${hexadecimal(leak).join("%")}">`, "attribute href", "body > a"],
    ["page.html", (leak) => `<svg><text>${leak.slice(0, 8)}<tspan>${leak.slice(8)}</svg>`, "SVG text", "svg > text"],
    ["page.html", (leak) => `<svg><metadata><a:b>${leak}</a:b></metadata></svg>`, "SVG metadata", "svg > metadata > *"],
    [
      "icon.svg",
      (leak) => `<svg><metadata><a:b>${leak}</a:b></metadata></svg>`,
      "SVG metadata",
      "svg > metadata > a|b",
    ],
    ["page.html", (leak) => `<input value="${referred(leak)}">`, "form default", "body > input"],
    ["page.html", (leak) => `<textarea>${referred(leak)}</textarea>`, "form default", "body > textarea"],
    [
      "feed.xml",
      (leak) => `<rss><item/><item><d>${quoted(split(leak))}</d></item></rss>`,
      "markup in text of d in feed",
      "rss > item:nth-of-type(2) > d",
    ],
    ["feed.xml", (leak) => `<rss><d><![CDATA[${split(leak)}]]></d></rss>`, "markup in text of d in feed", "rss > d"],
    [
      "icon.svg",
      (leak) => `<!DOCTYPE svg [<!ENTITY a "ghp_">]><svg><text>&a;${leak.slice(4)}</text></svg>`,
      "SVG text",
      "svg > text",
    ],
  ];

test("what a page leaks is found where a reader meets it, and no part of the verdict holds it", () => {
  const place = createRepository();
  for (const [index, [name, page]] of leaks.entries()) place.write(`${index}/${name}`, page(token(index)));
  const { stdout, code } = place.outgate("files", "--format", "json");
  expect(code).toBe(1);
  const verdict = JSON.parse(stdout) as {
    findings: { document: string; ruleId: string; surface: string; element?: string; visible?: boolean }[];
  };
  const told = verdict.findings
    .toSorted((a, b) => Number.parseInt(a.document, 10) - Number.parseInt(b.document, 10))
    .map(({ document, ruleId, surface, element }) => ({ document, ruleId, surface, element }));
  expect(told).toEqual(
    leaks.map(([name, , surface, element], index) => ({
      document: `${index}/${name}`,
      ruleId: "secret/github-token",
      surface,
      element: element ?? told[index]?.element,
    })),
  );
  for (const index of leaks.keys()) expect(stdout).not.toContain(token(index).slice(4, 20));
});

test("an id or a name in which something is found is not shown", () => {
  const place = createRepository();
  place.write("page.html", `<main><p id="${token(1)}">x ${token(2)}</main>`);
  const { stdout } = place.outgate("files", "--format", "json");
  expect(stdout).not.toContain(token(1).slice(4, 20));
  expect(stdout).toContain('"element": "main > p"');
});

async function textsOf(page: string | Buffer): Promise<string[]> {
  return (await partsIn(Buffer.from(page))).map(({ bytes }) => bytes.toString("utf8", 0, bytes.length));
}

describe("characters are read as the page says", () => {
  test.each([
    ["windows-1252", Buffer.from('<meta charset="iso-8859-1"><p>M\xfcller \x80', "latin1"), "Müller €\n"],
    ["windows-1251", Buffer.from('<meta charset="windows-1251"><p>\xcc\xe8', "latin1"), "Ми\n"],
    ["UTF-16", Buffer.from("\uFEFF<p>gh<b>p_</b>", "utf16le"), "ghp_\n"],
  ])("%s", async (_, page, expected) => {
    expect(await textsOf(page)).toContain(expected);
  });

  test("what is not decoded is said", async () => {
    await expect(textsOf('<meta charset="shift_jis"><p>a<b>b</b>')).rejects.toThrow(
      "its characters are not decoded, because they are in shift_jis",
    );
  });
});

test("entities that XML declares itself have an end", async () => {
  const place = createRepository();
  const bomb = `<!DOCTYPE x [<!ENTITY a "${"x".repeat(60_000)}">]><x>${"&a;".repeat(1000)}</x>`;
  place.write("bomb.xml", bomb);
  const { stdout } = place.outgate("files", "--format", "json");
  expect(stdout).toContain("what its own entities stand for is longer than 1 MB");
});

test("what is longer than a slice is read on, whatever the slice ends in", async () => {
  const filler = "x".repeat((1 << 20) - 3);
  for (const [start, end] of [
    ["", ""],
    ["<!--", "-->"],
    ["<script>", "</script>"],
    ["<textarea>", "</textarea>"],
    ["<a b='", "'>"],
  ])
    for (const ending of ["", "&", "<", "<b"])
      expect((await textsOf(`${start}${filler}${ending}${end}<p>gh<b>p_</b>`)).join("")).toContain("ghp_\n");
});

test("a line that is open beside another one is not given again with each tag", async () => {
  const open = "quen<b>del</b>".repeat(100_000);
  const texts = await textsOf(`<p>${open}<span hidden>${open}gh<b>p_</b>`);
  expect(texts.map((text) => text.length)).toEqual([700_001, 700_005]);
  expect(texts.join("")).toContain("ghp_\n");
});

test("many elements in each other are read, and only not told apart", () => {
  const place = createRepository();
  place.write("deep.html", `${"<div>".repeat(100_000)}${split(token(3))}`);
  const { stdout, code } = place.outgate("files", "--format", "json");
  expect(code).toBe(1);
  expect(stdout).toContain('"surface": "text"');
});

/**
 * Pieces of broken pages. Not among them, because a browser moves or drops text there that stands apart in the source: `select`, which
 * drops tags; text of a `table` outside of its cells; ends of `form`, `template` and of `svg` that something else has ended.
 */
const pieces = (
  "a|b |gh| x|&amp;|&lt|&#97;|&notit;|&shy;|<b>|</b>|<i>|</i>|<p>|</p>|<div>|</div>|<tr>|<td>|</td>|<script>|</script>|<style>|</style>|" +
  "<title>|</title>|<textarea>|</textarea>|<!--|-->|--!>|<!-->|<!|<?x|>|<|</|<a href='x&amp;y|'|\"|<br/>|<x-y a=b&lt;c>|<xmp>|</xmp>|" +
  "<plaintext>|<noscript>|</noscript>|<iframe>|</iframe>|\0|\n|=|/|<li>|<ul>|</ul>|<h1>|</h1>|<body>|<html>|</body>|<head>|</head>|" +
  '<frameset>|<input value="&quot;a">|<!doctype html>|<![CDATA[|]]>'
).split("|");

const soups = array(constantFrom(...pieces), { minLength: 1, maxLength: 16 }).map((some) => some.join(""));

test("whatever text or value parse5 sees in a broken page stands in its bytes or in a text, and texts lead back to their bytes", async () => {
  await assert(
    asyncProperty(soups, async (page) => {
      expect({ missing: await missingIn(page), stray: await strayIn(page) }).toEqual({ missing: [], stray: [] });
    }),
    { numRuns: 2000 },
  );
});
