import { generateKeyPairSync } from "node:crypto";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { fill } from "../../src/detectors/template.ts";
import { gif, pages, pdf, photo, png, tar, webp, xmp, zip } from "../../test/samples.ts";
import { database } from "./database.ts";
import { compressed, escaped, foreign, home, inFile, type Leak, made, project, sourceMap, tokens } from "./leak.ts";

/** In pages, feeds and pictures of markup. */
const inMarkup: readonly Leak[] = [
  ...inFile("index.html", [
    ["title", "page title"],
    ["description", "meta description"],
    ["openGraph", "meta og:title"],
    ["jsonLd", "JSON-LD", { leak: escaped }],
    ["inlineStyle", "inline style", { leak: '"Marlene" " Vosskamp"', twin: '"New" " books"', written: 'Marlene"' }],
    ["comment", "comment"],
    ["split", "visible text", { leak: "Marlene <b>Vo</b>sskamp", twin: "the whole <b>cre</b>w" }],
    ["entities", "visible text", { leak: "Marlene Vo&szlig;k&#97;mp" }],
    ["cell", "visible text", tokens],
    ["hidden", "hidden text"],
    ["notDisplayed", "hidden text", { ...project, leak: "night<i>jar</i>" }],
    ["template", "hidden text"],
    ["noscript", "hidden text"],
    ["alternative", "attribute alt"],
    ["tooltip", "attribute title"],
    ["label", "attribute aria-label"],
    ["data", "attribute data-editor", { leak: "marlene.vosskamp" }],
    ["link", "attribute href", { leak: "Marlene%20Vo%C3%9Fkamp" }],
    ["srcdoc", "attribute srcdoc", { leak: "Marlene &lt;b>Vo&lt;/b>sskamp" }],
    ["dataUrl", "attribute data", { leak: "Marlene%20%56osskamp" }],
    ["base64Url", "attribute data", { leak: "{encode:base64}By Marlene Vosskamp.{end}", written: "TWFybGVuZS" }],
    ["drawnText", "SVG text", { leak: "Marlene <tspan>Voss</tspan>kamp" }],
    ["drawnMetadata", "SVG metadata"],
    ["formDefault", "form default"],
    ["formText", "form default"],
    ["hiddenField", "form default", tokens],
    ["island", "attribute props"],
    ["inlineScript", "inline script", { leak: "Marlene \\u0056osskamp" }],
    ["nextData", "embedded state"],
    ["nuxtState", "embedded state", tokens],
    ["flight", "embedded state", { written: '\\"Marlene' }],
  ]),
  ...inFile("members/index.html", [
    ["markdownPage", "visible text", { leak: "Marlene **Voss**kamp", written: "Marlene" }],
    ["indexed", "visible text", project],
  ]),
  ...inFile("feed.rss", [
    ["rss", "text of description in feed", { leak: "Marlene &lt;b&gt;Voss&lt;/b&gt;kamp" }],
    ["rssData", "markup in text of description in feed", { leak: "Marlene <b>Voss</b>kamp" }],
  ]),
  ...inFile("feed.atom", [["atom", "text of name in feed"]]),
  ...inFile("sitemap.xml", [["sitemap", "text of loc in sitemap", { leak: "marlene-vosskamp" }]]),
  ...inFile("images/plan.svg", [
    ["svgMetadata", "SVG metadata"],
    ["svgText", "SVG text", { leak: "Marlene <tspan>Voss</tspan>kamp" }],
  ]),
];

/** In scripts, style sheets, data and Markdown. */
const inText: readonly Leak[] = [
  ...inFile("assets/shop.js", [
    ["environment", "inlined environment value", { ...tokens, twin: "books" }],
    ["bundle", "template literal"],
    ["inlined", "template literal", { ...tokens, twin: "pk_books_by_the_sea" }],
  ]),
  ...inFile("assets/shop.js.map", [
    ["home", "JSON value", home],
    ["home", "JSON value", { written: "marlene-vosskamp" }],
    ["map", "JSON key", sourceMap],
    ["sourceComment", "source map: [source 1]:1:30"],
    ["bundle", "source map: [source 1]:7:20"],
  ]),
  ...inFile("assets/cart.js", [
    ["home", "base64 in JSON value", { ...home, at: [2, 175] }],
    ["home", "base64 in JSON value", { at: [2, 183] }],
    ["map", "base64 in comment", { ...sourceMap, at: [2, 234] }],
    ["inlineMapComment", "base64 in source map: [source 1]:1:14", { at: [2, 277] }],
  ]),
  ...inFile("assets/shop.css", [
    ["cssComment", "comment"],
    ["cssContent", "content string", { leak: '"Marlene \\56osskamp"', twin: '"Shop"', written: "Marlene" }],
    ["cssUrl", "url", { leak: "%3Ctext%3EMarlene%20Vosskamp", twin: "%3Ctext%3E", written: "Marlene" }],
  ]),
  ...inFile("data/team.json", [
    ["json", "JSON value", { leak: escaped }],
    ["jsonToken", "escapes in JSON value", { ...tokens, as: (text) => text.replace("g", "\\u0067") }],
  ]),
  ...inFile("search/lunr.json", [["lunr", "JSON value in search index"]]),
  ...inFile("search/elasticlunr.js", [["elasticlunr", "string literal in search index"]]),
  ...inFile("search/docsearch.json", [["docsearch", "JSON value in search index"]]),
  ...inFile("feed.json", [["jsonFeed", "JSON value in feed"]]),
  ...inFile("shop.webmanifest", [["manifest", "JSON value in web manifest"]]),
  ...inFile("llms.txt", [["llms", "visible text in text for language models"]]),
  ...inFile("robots.txt", [["robots", "robots.txt", { leak: "marlene-vosskamp" }]]),
  ...inFile("sw.js", [
    ["worker", "string literal in service worker list", { leak: "marlene_vosskamp" }],
    [
      "workerToken",
      "escapes in string literal in service worker list",
      { ...tokens, as: (text) => text.replace("h", "\\x68") },
    ],
  ]),
  ...inFile("notes/harbour.md", [
    ["frontMatter", "front matter author"],
    ["markdown", "visible text", { leak: "Marlene *Voss*kamp" }],
    ["markdownTitle", "link title"],
    ["markdownToken", "visible text", { ...tokens, as: (text) => `${text.slice(0, 12)}**${text.slice(12)}**` }],
  ]),
  ...inFile("notes/tide.mdx", [
    ["mdx", "visible text", { leak: "Marlene **Voss**kamp" }],
    ["mdxAttribute", "attribute owner"],
  ]),
];

/** In pictures, documents and archives. */
const inDocuments: readonly Leak[] = [
  ...inFile("pagefind/fragment/en_*.pf_fragment", [
    ["markdownPage", "Pagefind fragment", { written: "" }],
    ["indexed", "Pagefind fragment", { ...project, written: "" }],
  ]),
  ...inFile("pagefind/index/en_*.pf_index", [["indexed", "Pagefind word", { ...project, written: "" }]]),
  made("images/harbour.jpg", "EXIF Artist", (text) => photo({ texts: { 0x013b: text } })),
  made("images/camera.jpg", "EXIF CameraOwnerName", (text) => photo({ texts: { 0xa430: text } })),
  made("images/beach.webp", "XMP dc:creator", (text) => webp(["XMP ", xmp(`<dc:creator>${text}</dc:creator>`)])),
  made("images/cover.png", "PNG text Author", (text) => png(["tEXt", `Author\0${text}`])),
  made("images/wave.gif", "GIF comment", (text) => gif([0xfe, [text]])),
  made("files/prices.pdf", "PDF Author", (text) => pdf(`<< /Author (${text}) >>`)),
  compressed("files/menu.pdf", "PDF page 1", "stream\n", (text) => pages(`BT /F1 12 Tf (By ${text}) Tj ET`)),
  compressed("files/letter.docx", "docx properties", "docProps/core.xml", (text) =>
    office({ "word/document.xml": "", "docProps/core.xml": `<dc:creator>${text}</dc:creator>` }),
  ),
  compressed("files/offer.docx", "docx text", "word/document.xml", (text) =>
    office({
      "word/document.xml": `<w:p><w:r><w:t>${text.slice(0, 12)}</w:t></w:r><w:r><w:t>${text.slice(12)}</w:t></w:r></w:p>`,
    }),
  ),
  compressed("files/till.xlsx", "xlsx text", "xl/sharedStrings.xml", (text) =>
    office({ "xl/workbook.xml": "", "xl/sharedStrings.xml": `<si><t>${text}</t></si>` }),
  ),
  compressed("files/talk.pptx", "pptx notes", "ppt/notesSlides/notesSlide1.xml", (text) =>
    office({
      "ppt/presentation.xml": "",
      "ppt/notesSlides/notesSlide1.xml": `<a:p><a:r><a:t>${text}</a:t></a:r></a:p>`,
    }),
  ),
  compressed("files/all.zip", "zip → orders/may.txt", "orders/may.txt", (text) =>
    zip({ "orders/may.txt": `For ${text}` }),
  ),
  compressed("files/all.tar.gz", "tar → orders.txt", "", (text) => gzipSync(tar({ "orders.txt": `For ${text}` }))),
  compressed("index.html.br", "brotli in text", "", (text) => brotliCompressSync(`<p>For ${text}</p>`)),
  made("files/orders.csv", "UTF-16LE in text", (text) => Buffer.from(`\uFEFFname\n${text}\n`, "utf16le")),

  {
    ...made("images/walk.jpg", "EXIF GPS position", (text) => photo(text === "" ? {} : { position: [54.3, 8.6] })),
    leak: "where it was taken",
    twin: "",
    written: "6\0\0\0\x01", // degrees, as a fraction
    rule: "artifact/photo-position",
  },
];

/** Files whose name alone tells something, and those that do not belong on a site. */
const files: readonly Leak[] = [
  {
    ...made("images/[term 16].png", "file name", () => png()),
    path: "images/marlene-vosskamp.png",
    twin: undefined,
    written: "",
  },
  { ...made("shop.key", "file name", privateKey), twin: undefined, written: "", rule: "artifact/private-key" },
  {
    ...made("shop.key", "text", privateKey),
    leak: "-----BEGIN PRIVATE KEY-----",
    twin: undefined,
    rule: "secret/private-key",
  },
  ...foreign(".env", "artifact/dotenv", (text) => `STOCK_TOKEN=${text}\n`),
  ...foreign(
    ".git/config",
    "artifact/repository-folder",
    (text) => `[remote "origin"]\n\turl = https://robin:${text}@github.com/tidewater/shop\n`,
  ),
  ...foreign("files/shop.sqlite", "artifact/database-dump", database, "SQLite row"),
  {
    slot: "files/shop.sqlite",
    file: "files/shop.sqlite",
    leak: "its first bytes",
    written: "",
    surface: "text",
    rule: "artifact/known-contents",
  },
  {
    slot: ".DS_Store",
    file: ".DS_Store",
    leak: "its name",
    written: "",
    surface: "file name",
    rule: "artifact/system-file",
  },
  {
    ...made(".DS_Store", "UTF-16BE in text", (text) =>
      Buffer.concat([Buffer.from("\0\0\0\x01Bud1\0\0\0\0"), Buffer.from(text, "utf16le").swap16()]),
    ),
    twin: undefined,
  },
  ...foreign(".npmrc", "artifact/project-file", (text) => `//npm.pkg.github.com/:_authToken=${text}\n`),
  ...foreign(
    ".vscode/settings.json",
    "artifact/editor-folder",
    (text) => `{ "github.token": "${text}" }\n`,
    "JSON value",
  ),
  ...foreign("settings.php.bak", "artifact/editor-copy", (text) => `<?php $token = "${text}";\n`),
  ...foreign("page.html.orig", "artifact/backup-copy", (text) => `<p>${text}</p>\n`),
  ...foreign("debug.log", undefined, (text) => `GET /v2/list authorization: Bearer ${text}\n`),
  ...foreign("MEMORY.md", "artifact/agent-file", (text) => `- The owner's token is ${text}\n`, "visible text"),
  ...foreign(
    ".claude/projects/shop/1.jsonl",
    "artifact/agent-transcript",
    (text) => `{"type":"user","message":{"role":"user","content":"Use ${text}"}}\n`,
    "JSON value",
  ),
];

/** Each of these stands in the sample site, and is found where it is. */
export const leaks: readonly Leak[] = [...inMarkup, ...inText, ...inDocuments, ...files];

/** What is planted, the same in every build; what is built twice from one slot is one text. */
export function planted({ slot, leak, as = (text) => text }: Leak): string {
  const seed = leaks.findIndex((other) => other.slot === slot);
  return as(fill(leak, seed));
}

function privateKey(): string {
  return generateKeyPairSync("ed25519", {
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  }).privateKey;
}

function office(entries: Readonly<Record<string, string>>): Buffer {
  return zip({ "[Content_Types].xml": "<Types/>", ...entries });
}
