import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { fill } from "../src/detectors/template.ts";
import type { Verdict } from "../src/index.ts";
import { createFolder } from "./repository.ts";

const token = fill("ghp_{base62:30}{crc32}", 1);

/** What `outgate site` finds in a site of one more file, with a deny list of a person and a word. */
function check(name: string, contents: string | Buffer): string[] {
  const place = createFolder();
  place.write("dist/index.html", "<p>Hello");
  place.write(`dist/${name}`, contents);
  place.write("terms.txt", "person: Jane Ashdown\nzeppelina\n");
  const { stdout } = place.outgate("site", "dist", "--denylist", "terms.txt", "--format", "json");
  const { findings, unscanned } = JSON.parse(stdout) as Verdict;
  expect(unscanned).toEqual([]);
  expect(stdout).not.toMatch(/ashdown|zeppelina/i);
  return findings.map((one) => `${one.line}:${one.column} ${one.ruleId} (${one.surface})`);
}

/** A text of CBOR, and an array of some items. */
const text = (value: string): Buffer => Buffer.concat([Buffer.of(0x78, Buffer.byteLength(value)), Buffer.from(value)]);
const list = (...items: readonly Buffer[]): Buffer => Buffer.concat([Buffer.of(0x80 + items.length), ...items]);
const written = (body: Buffer | string): Buffer =>
  gzipSync(Buffer.concat([Buffer.from("pagefind_dcd"), Buffer.from(body)]));

describe("what Pagefind compresses", () => {
  const fragment = (content: string): Buffer =>
    written(JSON.stringify({ url: "/a/", content, word_count: 3, filters: {}, meta: { title: "A" }, anchors: [] }));
  const words = (...all: readonly string[]): Buffer =>
    written(list(list(...all.map((word) => list(text(word), list(list(Buffer.of(0), list(Buffer.of(3)))))))));

  test.each([
    ["pagefind/fragment/en_1a2b.pf_fragment", fragment("By Jane Ashdown."), ["term/person (Pagefind fragment)"]],
    ["pagefind/fragment/en_1a2b.pf_fragment", fragment(`x ${token}`), ["secret/github-token (Pagefind fragment)"]],
    ["pagefind/index/en_1a2b.pf_index", words("x", "zeppelina", "zoo"), ["term/word (Pagefind word)"]],
    [
      "pagefind/filter/en_1a2b.pf_filter",
      written(list(text("author"), text("Jane Ashdown"))),
      ["term/person (Pagefind filter)"],
    ],
    [
      "pagefind/pagefind.en_1a2b.pf_meta",
      written(list(text("1.6.0"), text("zeppelina"))),
      ["term/word (Pagefind metadata)"],
    ],
    ["pagefind/index/en_1a2b.pf_index", words("jane", "ashdown"), []],
  ])("%s %#", (name, contents, expected) => {
    expect(check(name, contents)).toEqual(expected.map((one) => `1:1 ${one}`));
  });

  test("as Pagefind 1.6 has written it, with the stems of all words", () => {
    expect(check("pagefind/index/en_bd33923.pf_index", Buffer.from(ofPagefind, "base64"))).toEqual([]);
    const place = createFolder();
    place.write("dist/en.pf_index", Buffer.from(ofPagefind, "base64"));
    place.write("terms.txt", "zorbleflux\n");
    expect(place.outgate("site", "dist", "--denylist", "terms.txt").stdout).toContain("Pagefind word");
  });

  test("what is damaged is said, and searched as far as it goes", () => {
    const place = createFolder();
    place.write("dist/a.pf_index", written(Buffer.concat([list(text("zeppelina")), Buffer.of(0x78, 99, 0x61)])));
    place.write("dist/b.pf_index", "none");
    place.write("terms.txt", "zeppelina\n");
    const { stdout } = place.outgate("site", "dist", "--denylist", "terms.txt", "--format", "json");
    const { findings, unscanned } = JSON.parse(stdout) as Verdict;
    expect(findings.map(({ surface }) => surface)).toEqual(["Pagefind word"]);
    expect(unscanned.map(({ document, reason, kind }) => `${document}: ${reason}, ${kind}`)).toEqual([
      "a.pf_index: a damaged Pagefind index, skipped",
    ]);
  });
});

/** A node of elasticlunr's tree of letters: the pages of the word that ends here, and what goes on. */
interface Node {
  docs: Record<string, { tf: number }>;
  df: number;
  [letter: string]: unknown;
}

function tree(...words: readonly string[]): Node {
  const root: Node = { docs: {}, df: 0 };
  for (const word of words) {
    let node = root;
    for (const letter of word) node = (node[letter] ??= { docs: {}, df: 0 }) as Node;
    node.docs["/a/{b}"] = { tf: 1.5 };
    node.df = 1;
  }
  return root;
}

const index = (docs: object, ...words: readonly string[]): string =>
  JSON.stringify({
    version: "0.9.5",
    fields: ["body"],
    ref: "id",
    documentStore: { docs, docInfo: {}, length: 1, save: true },
    index: { title: { root: tree("zoo") }, body: { root: tree(...words) } },
  });

describe("elasticlunr", () => {
  test("words are found though they stand there letter by letter", () => {
    const json = index({}, "zebra", "zeppelin", "zeppelina", "müller");
    const last = json.lastIndexOf('"a":{"docs":{"/a/{b}"');
    expect(check("search_index.en.json", json)).toEqual([`1:${last + 2} term/word (search index word)`]);
    expect(check("searchindex.js", `Object.assign(window.search, JSON.parse('${json}'));`)).toHaveLength(1);
    expect(check("searchindex.json", index({}, "zeppelin", "zeppelinas2"))).toEqual([]);
  });

  test("a tree that is too deep, cut or no tree is read as far as it goes", () => {
    const deep = "a".repeat(100_000);
    const opened = [...deep].map((letter) => `"${letter}":{"docs":{"1":{"tf":1}},"df":1,`).join("");
    expect(check("search_index.json", `{"root":{${opened}`)).toEqual([]);
    expect(check("search_index.json", `{"root":{"z":{"docs":{}},"ze":"}{\\"","x`)).toEqual([]);
    const long = `{"root":{"z":"${'\\\\"'.repeat(5_000_000)}`;
    expect(check("search_index.json", long)).toEqual([]);
    const cut = index({}, "zeppelina").replace(/(?<="a":\{"docs":\{"\/a\/).*$/, "");
    expect(check("search_index.json", cut)).toHaveLength(1);
  });

  test("and whole texts where it keeps them; two words of a tree make no name", () => {
    expect(check("search_index.en.json", index({ 1: { body: "by Jane Ashdown" } }))).toEqual([
      expect.stringMatching(/term\/person \(JSON value in search index\)$/),
    ]);
    expect(check("search_index.en.json", index({}, "ashdown", "jane"))).toEqual([]);
  });
});

const rss = (description: string): string =>
  `<rss><channel><item><description>${description}</description></item></channel></rss>`;

describe("each file for programs is called by what it is", () => {
  test.each([
    [
      "search/search_index.json",
      '{"config":{"lang":["en"]},"docs":[{"location":"a/","text":"By Jane Ashdown"}]}',
      "JSON value in search index",
    ],
    [
      "search-index.json",
      '[{"documents":[{"i":1,"t":"By Jane Ashdown","u":"/a"}],"index":{"version":"2.3.9"}}]',
      "JSON value in search index",
    ],
    [
      "assets/js/search-data.json",
      '{"0":{"doc":"A","title":"x","content":"By Jane Ashdown","url":"/a"}}',
      "JSON value in search index",
    ],
    ["index.json", '[{"title":"A","permalink":"/a/","content":"By Jane\\u0020Ashdown"}]', "JSON value in search index"],
    [
      "lunr.json",
      '{"version":"2.3.9","fieldVectors":[],"invertedIndex":[["zeppelina",{"_index":0}]]}',
      "JSON value in search index",
    ],
    [
      "data.json",
      '{"documentCount":2,"nextId":2,"storedFields":{"0":{"title":"Jane Ashdown"}}}',
      "JSON value in search index",
    ],
    ["records.json", '[{"objectID":"1","hierarchy":{"lvl0":"Jane Ashdown"}}]', "JSON value in search index"],
    [
      "fuse.json",
      '{"keys":[{"path":["t"]}],"records":[{"i":0,"$":{"0":{"v":"Jane Ashdown"}}}]}',
      "JSON value in search index",
    ],
    [
      "assets/chunks/@localSearchIndexroot.Bx1.js",
      `const e='{"index":[["zeppelina",{"1":{"1":1}}]]}';`,
      "string literal in search index",
    ],
    ["feed.xml", rss("By Jane Ashdown"), "text of description in feed"],
    ["feed.xml", rss("&lt;p>By Jane &lt;b>Ash&lt;/b>down"), "text of description in feed"],
    ["feed.xml", rss("<![CDATA[<p>By Jane&nbsp;<b>Ash</b>down]]>"), "markup in text of description in feed"],
    [
      "posts/index.rss",
      rss(`x <![CDATA[${token.slice(0, 9)}<b>${token.slice(9)}]]>`),
      "markup in text of description in feed",
    ],
    [
      "atom.xml",
      "<feed><entry><content type='html'>Jane &lt;i>Ashdown&lt;/i></content></entry></feed>",
      "text of content in feed",
    ],
    [
      "feed.json",
      `{"version":"https://jsonfeed.org/version/1","items":[{"content_html":"${token.slice(0, 9)}<b>${token.slice(9)}"}]}`,
      "markup in JSON value in feed",
    ],
    [
      "search.json",
      `[{"url":"/a","body":"\\u003cp>${token.slice(0, 9)}&#${token.charCodeAt(9)};${token.slice(10)}`,
      "markup in JSON value in search index",
    ],
    [
      "feed.json",
      '{"version":"https://jsonfeed.org/version/1.1","items":[{"content_html":"<p>Jane <b>Ash</b>down"}]}',
      "markup in JSON value in feed",
    ],
    [
      "feed.json",
      '{"version":"https:\\/\\/jsonfeed.org\\/version\\/1","items":[{"content_html":"Jane&nbsp;Ashd&#111;wn"}]}',
      "markup in JSON value in feed",
    ],
    [
      "sitemap.xml",
      "<urlset><url><loc>https://example.com/jane-ashdown/</loc></url></urlset>",
      "text of loc in sitemap",
    ],
    [
      "sitemap-0.xml",
      "<urlset><url><loc>https://example.com/Jane%20Ashdown</loc></url></urlset>",
      "text of loc in sitemap",
    ],
    ["sitemap.xml.gz", gzipSync("<urlset><url><loc>/jane-ashdown</loc></url></urlset>"), "gzip in sitemap"],
    ["site.webmanifest", '{"name":"Jane Ashdown"}', "JSON value in web manifest"],
    ["manifest.json", '{"short_name":"x","description":"of Jane Ashdown"}', "JSON value in web manifest"],
    ["llms-full.txt", "# A\n\nBy Jane Ashdown\n", "visible text in text for language models"],
    ["robots.txt", "User-agent: *\nDisallow: /jane-ashdown/\n", "robots.txt"],
    [".well-known/security.txt", "Contact: mailto:jane.ashdown@example.com\n", "security.txt"],
    [
      "sw.js",
      'workbox.precacheAndRoute([{"revision":"1a","url":"jane-ashdown.html"}]);',
      "string literal in service worker list",
    ],
    ["sw.js", 'self.addEventListener("install", () => show("Jane Ashdown"));', "string literal in service worker"],
    [
      "opensearch.xml",
      "<OpenSearchDescription><ShortName>Jane Ashdown</ShortName></OpenSearchDescription>",
      "text of ShortName in browser search description",
    ],
    [
      "browserconfig.xml",
      "<browserconfig><tile a='Jane Ashdown'/></browserconfig>",
      "attribute a in browser configuration",
    ],
    ["CNAME", "jane-ashdown.example.com\n", "host's domain file"],
    ["_headers", "/*\n  X-Author: Jane Ashdown\n", "host's headers file"],
    ["_redirects", "/a /jane-ashdown 301\n", "host's redirects file"],
    ["index.json", '{"name":"Jane Ashdown"}', "JSON value"],
    ["a.txt", "Jane Ashdown\n", "text"],
  ])("%s %#", (name, contents, surface) => {
    const findings = check(name, contents).filter((one) => !one.includes("person/email"));
    expect(findings.map((one) => one.replace(/^[\d:]+ \S+ /, ""))).toEqual([`(${surface})`]);
  });
});

/** An index of two pages. */
const ofPagefind =
  "H4sIAAAAAAAC/3WRO3LCMBCG7fAOzASoSBdTpTROCm6T8UMyIvJjjJ0wVEK6RI7AIdLlYtH6dxoyNNLOt792/12VYcq4yJO3JE7OX48m8jfaOPr5QRmXTmVJcEWSwA9er9iOmL+BdrtqE3QpE74AjYHGFsVhngBOAadUNSzz1FKlnxzj0qkMiyrBckhnkM7ofVKkgBPAiYWch5mQouUXV69dyrSBnUF0RQbQD6jfPsyZpWa7uiMbuC2X4oNB3Ye6T9WzRkpWqbNOs59vCiG5h8RevLhhtmigvTh67bSmKLAPShHXbU5pz6WRPWs1/r+FuCo6o73OaI+M8gOLK1aj4RwN55a/H8pK5CkXTHZbHiI5pOk+Rb0DHYGO6I+OQEugJX3oiZUlk3+LWyCzsJn9qagiybhsjvDeGvUc9QvpBjVxTAIAAA==";
