import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { fill } from "../src/detectors/template.ts";
import { createRepository, passed } from "./repository.ts";
import { box, fontNames, id3, photo, png, tiff, truetype, woff, woff2, xmp, zip } from "./samples.ts";

// What a built site shows in places that nobody lists: each leak is met by a visitor, a search engine, or whoever looks closer.

interface Planted {
  readonly file: string;
  readonly write: (leak: string) => string | Buffer;
  /** How the place is told, where it is not plainly text or code. */
  readonly surface?: string;
  /** What stands at the reported place: the beginning of the leak unless told; where it is empty, the first byte. */
  readonly at?: (leak: string) => string;
}

const first = (leak: string): string => leak.slice(0, 11);
const last = (leak: string): string => leak.slice(11);
const split = (leak: string): string => `${first(leak)}<b>${last(leak)}</b>`;
const codes = (leak: string): number[] => [...leak].map((one) => one.charCodeAt(0));
const base64 = (bytes: string | Buffer): string => Buffer.from(bytes).toString("base64");
const page = (body: string): string => `<!doctype html><title>Hello</title>${body}\n`;
const drawing = (leak: string): string => `<svg xmlns="http://www.w3.org/2000/svg"><text>${split(leak)}</text></svg>`;
const compressedText = (leak: string): Buffer =>
  png(["zTXt", Buffer.concat([Buffer.from("Comment\0\0"), deflateSync(leak)])]);
const zlib = (leak: string): Buffer => deflateSync(`[{"text":"a longer text of some words by ${leak}"}]`);
const diagram = (leak: string): string =>
  base64(deflateRawSync(encodeURIComponent(`<mxGraphModel><mxCell value="${leak}"/></mxGraphModel>`)));
const author = (leak: string): Buffer => photo({ texts: { 0x9c9d: Buffer.from(leak, "utf16le") } });

const script = (write: Planted["write"], rest: Partial<Planted> = {}): Planted => ({ file: "a.js", write, ...rest });

/** What a script puts together. */
const inScripts: Readonly<Record<string, Planted>> = {
  "two literals": script((leak) => `a="by ${first(leak)}"+"${last(leak)}";`),
  "literals over lines": script((leak) => `a = "${first(leak)}" + // more\n  '${last(leak)}';`, { file: "a.mjs" }),
  "a comment behind a literal": script((leak) => `a = "${first(leak)}" // more\n  + "${last(leak)}";`),
  "literals in brackets": script((leak) => `a="by "+("${first(leak)}"+("${last(leak)}"))`),
  "letters one by one": script((leak) => `a=${[...leak].map((one) => `"${one}"`).join("+")}`, {
    at: ([letter = ""]) => `${letter}"`,
  }),
  "a literal in a template": script((leak) => `a=\`by ${first(leak)}\${"${last(leak)}"}\``, {
    surface: "template literal",
  }),
  "a template cut by nothing": script((leak) => `a=\`${first(leak)}\${""}${last(leak)}\``, {
    surface: "template literal",
  }),
  "concat()": script((leak) => `a="${first(leak)}".concat("${last(leak)}")`),
  "join()": script((leak) => `a=["${first(leak)}","${last(leak)}"].join("")`),
  "String.fromCharCode()": script((leak) => `a=String.fromCharCode(${codes(leak).join(",")})`, {
    at: (leak) => `${codes(leak)[0]},`,
  }),
  "a character among literals": script((leak) => `a=String.fromCharCode(${codes(leak)[0]})+"${leak.slice(1)}"`, {
    at: (leak) => `${codes(leak)[0]})`,
  }),
  bytes: script((leak) => `a=new Uint8Array([${[...Buffer.from(leak)].join(", ")}])`, {
    at: (leak) => `${codes(leak)[0]},`,
  }),
  "atob() of Latin-1": script((leak) => `a=atob("${base64(Buffer.from(leak, "latin1"))}")`, {
    at: (leak) => base64(Buffer.from(leak, "latin1")),
  }),
  "octal escapes": script((leak) => `a="${octal(leak)}"`, { at: () => "\\" }),
  "a line that goes on": script((leak) => `a="${first(leak)}\\\n${last(leak)}"`),
  "tags in a string": script((leak) => `a="<p>${split(leak)}"`, { surface: "markup in string literal" }),
  "tags in a template": script((leak) => `a=\`<p>${split(leak)}\``, { surface: "markup in template literal" }),
  "tags in two literals": script((leak) => `a="<p>${first(leak)}"+"<b>${last(leak)}</b>"`, {
    surface: "markup in string literal",
  }),
  "a script that was compressed": script((leak) => gzipSync(`a="${first(leak)}"+"${last(leak)}"`), {
    file: "a.js.gz",
    surface: "gzip in text",
    at: () => "",
  }),
  "a script in a page": script((leak) => page(`<script>a="${first(leak)}"+"${last(leak)}"</script>`), {
    file: "a.html",
    surface: "inline script",
  }),
  "a script in capitals": script((leak) => page(`<SCRIPT>a="${first(leak)}"+"${last(leak)}"</SCRIPT>`), {
    file: "a.html",
    surface: "inline script",
  }),
  "a script with spaces in its tags": script(
    (leak) => page(`<Script\n type = "module"\n>a="${first(leak)}"+"${last(leak)}"</Script\n>`),
    { file: "a.html", surface: "inline script" },
  ),
  "a row of React's flight that was sent in two": script(
    (leak) =>
      page(
        [`0:[\\"${first(leak)}`, `${last(leak)}\\"]`]
          .map((row) => `<script>self.__next_f.push([1,"${row}"])</script>`)
          .join(""),
      ),
    { file: "a.html", surface: "embedded state" },
  ),
};

/** Documents in addresses and in data. */
const inAddresses: Readonly<Record<string, Planted>> = {
  "a photo in a page": {
    file: "a.html",
    write: (leak) => page(`<img alt="" src="data:image/jpeg;base64,${base64(author(leak))}">`),
    surface: "EXIF XPAuthor in base64 in attribute src",
    at: (leak) => ofBase64(author(leak), Buffer.from(leak, "utf16le")),
  },
  "a picture in a script": {
    file: "a.js",
    write: (leak) => `a="data:image/png;base64,${base64(compressedText(leak))}"`,
    surface: "PNG text Comment in base64 in string literal",
    at: (leak) => ofBase64(compressedText(leak), deflateSync(leak)),
  },
  "a photo in a drawing": {
    file: "a.svg",
    write: (leak) => `<svg><image href="data:image/jpeg;base64,${base64(author(leak))}"/></svg>`,
    surface: "EXIF XPAuthor in base64 in attribute href",
    at: (leak) => ofBase64(author(leak), Buffer.from(leak, "utf16le")),
  },
  "a picture that goes on over lines": {
    file: "a.svg",
    write: (leak) =>
      `<svg><image href="data:image/png;base64,${base64(compressedText(leak)).replaceAll(/.{19}/g, "$&\n\t")}"/></svg>`,
    surface: "PNG text Comment in base64 in attribute href",
    at: (leak) => restOfLine(ofBase64(compressedText(leak), deflateSync(leak)), base64(compressedText(leak)).length),
  },
  "a picture in a notebook": {
    file: "a.ipynb",
    write: (leak) => `{"data":{"image/png":"${base64(compressedText(leak))}\\n"}}`,
    surface: "PNG text Comment in base64 in text",
    at: (leak) => ofBase64(compressedText(leak), deflateSync(leak)),
  },
  "a picture in a search index": {
    file: "search.json",
    write: (leak) => `[{"image":"data:image/png;base64,${base64(compressedText(leak))}"}]`,
    surface: "PNG text Comment in base64 in JSON value",
    at: (leak) => ofBase64(compressedText(leak), deflateSync(leak)),
  },
  "a drawing in base64": {
    file: "a.css",
    write: (leak) => `a{b:url(data:image/svg+xml;base64,${base64(drawing(leak))})}`,
    surface: "base64 in url",
    at: (leak) => ofBase64(Buffer.from(drawing(leak)), Buffer.from(leak.slice(0, 3))),
  },
  "a drawing in percent-encoding": {
    file: "a.css",
    write: (leak) => `a{b:url("data:image/svg+xml,${encodeURIComponent(drawing(leak))}")}`,
    surface: "url",
    at: (leak) => encodeURIComponent(first(leak)),
  },
  "a drawing in percent-encoding in a style sheet of a page": {
    file: "a.html",
    write: (leak) => page(`<style>a{b:url("data:image/svg+xml,${encodeURIComponent(drawing(leak))}")}</style>`),
    surface: "inline style",
    at: (leak) => encodeURIComponent(first(leak)),
  },
  "a drawing in percent-encoding in a style": {
    file: "a.html",
    write: (leak) => page(`<p style="background:url(data:image/svg+xml,${encodeURIComponent(drawing(leak))})">a</p>`),
    surface: "attribute style",
    at: (leak) => encodeURIComponent(first(leak)),
  },
  "a drawing in percent-encoding in a script of a page": {
    file: "a.html",
    write: (leak) => page(`<script>a='data:image/svg+xml,${encodeURIComponent(drawing(leak))}'</script>`),
    surface: "inline script",
    at: (leak) => encodeURIComponent(first(leak)),
  },
  "an address in capitals, of which more is said": {
    file: "a.css",
    write: (leak) => `a{b:url("DATA:image/SVG+xml;charset='utf-8',${encodeURIComponent(drawing(leak))}")}`,
    surface: "url",
    at: (leak) => encodeURIComponent(first(leak)),
  },
  "a drawing as it is": {
    file: "a.css",
    write: (leak) => `a{b:url('data:image/svg+xml;utf8,${drawing(leak)}')}`,
    surface: "url",
  },
};

const inOthers: Readonly<Record<string, Planted>> = {
  "two strings of a style sheet": {
    file: "a.css",
    write: (leak) => `a::after{content:"${first(leak)}""${last(leak)}"}`,
    surface: "content string",
  },
  "a string of a style sheet over two lines": {
    file: "a.css",
    write: (leak) => `a::after{content:"${first(leak)}\\\n${last(leak)}"}`,
    surface: "content string",
  },
  "a page without an ending": {
    file: "about",
    write: (leak) => page(`<p>${split(leak)}`),
  },
  "a page of PHP": { file: "a.php", write: (leak) => page(`<p>${split(leak)}`) },
  "what a formula was written as": {
    file: "a.html",
    write: (leak) =>
      page(
        `<math><semantics><mi>x</mi><annotation>${first(leak)}&#${leak.charCodeAt(11)};${leak.slice(12)}</annotation>`,
      ),
  },
  captions: {
    file: "a.vtt",
    write: (leak) => `WEBVTT\n\n00:00.000 --> 00:01.000\n<v Anna>${split(leak)}\n`,
  },
  "HTML in data of a page": {
    file: "page-data.json",
    write: (leak) => `{"html":"\\u003cp>${first(leak)}\\u003cb>${last(leak)}"}`,
    surface: "markup in JSON value",
  },
  "a compressed drawing": {
    file: "a.svgz",
    write: (leak) => gzipSync(drawing(leak)),
    surface: "gzip in text",
    at: () => "",
  },
  "an index of TypeDoc": {
    file: "search.js",
    write: (leak) => `window.searchData = "${base64(zlib(leak))}";`,
    surface: "compressed text",
    at: (leak) => base64(zlib(leak)),
  },
  "a diagram in an address": {
    file: "a.html",
    write: (leak) => page(`<img src="https://mermaid.ink/svg/pako:${zlib(leak).toString("base64url")}">`),
    surface: "compressed text",
    at: (leak) => zlib(leak).toString("base64url"),
  },
  "a diagram of draw.io": {
    file: "a.drawio",
    write: (leak) => `<mxfile><diagram name="a">${diagram(leak)}</diagram></mxfile>`,
    surface: "diagram",
    at: diagram,
  },
  "a diagram in a drawing": {
    file: "a.svg",
    write: (leak) => `<svg content="&lt;mxfile&gt;&lt;diagram&gt;${diagram(leak)}&lt;/diagram&gt;&lt;/mxfile&gt;"/>`,
    surface: "diagram",
    at: diagram,
  },
  "a diagram in a picture": {
    file: "a.png",
    write: (leak) => png(["tEXt", `mxfile\0${encodeURIComponent(`<diagram>${diagram(leak)}</diagram>`)}`]),
    surface: "diagram in PNG",
    at: () => "%3Cdiagram",
  },
  "a text for language models": {
    file: "llms.txt",
    write: (leak) => `# Shop\n\n> A shop by ${first(leak)}**${last(leak)}**.\n`,
    surface: "visible text in text for language models",
  },
  "licences of Flutter": { file: "NOTICES.Z", write: (leak) => zlib(leak), surface: "zlib in text", at: () => "" },
  "a script in brotli under its plain name": {
    file: "a.js",
    write: (leak) => brotliCompressSync(`a="${first(leak)}"+"${last(leak)}";b="some more words of a script"`),
    surface: "brotli in code",
    at: () => "",
  },
  "a page in brotli under its plain name": {
    file: "a.html",
    write: (leak) => brotliCompressSync(page(`<p>${split(leak)}<p>and some more words of a page`)),
    surface: "brotli in visible text",
    at: () => "",
  },
  "the designer in a font": {
    file: "a.woff",
    write: (leak) => woff(fontNames(leak)),
    surface: "font designer",
    at: () => "x\x9c",
  },
  "the designer in a newer font": {
    file: "a.woff2",
    write: (leak) => woff2(fontNames(leak)),
    surface: "font designer",
    at: (leak) => brotliCompressSync(fontNames(leak)).toString("latin1"),
  },
  "the designer in a font that is not packed, behind another name": {
    file: "a.ttf",
    write: (leak) => truetype(fontNames(leak, "Regular")),
    surface: "font designer",
    at: (leak) => Buffer.from(leak, "utf16le").swap16().toString("latin1"),
  },
  "the designer in a collection of fonts": {
    file: "a.ttc",
    write: (leak) =>
      Buffer.concat([Buffer.from("ttcf\0\x01\0\0\0\0\0\x01\0\0\0\x10", "latin1"), truetype(fontNames(leak), 16)]),
    surface: "font designer",
    at: (leak) => Buffer.from(leak, "utf16le").swap16().toString("latin1"),
  },
  "metadata of a font": {
    file: "a.woff2",
    write: (leak) => woff2(fontNames("Anna"), `<metadata><credit name="${leak}"/></metadata>`),
    surface: "font metadata",
    at: (leak) => brotliCompressSync(`<metadata><credit name="${leak}"/></metadata>`).toString("latin1"),
  },
  "an icon": {
    file: "favicon.ico",
    write: (leak) => icon(compressedText(leak)),
    surface: "PNG text Comment in icon",
    at: (leak) => deflateSync(leak).toString("latin1"),
  },
  "EXIF of JPEG XL": {
    file: "a.jxl",
    write: (leak) => jxl(box("Exif", Buffer.alloc(4), tiff({ texts: { 0x9c9d: Buffer.from(leak, "utf16le") } }))),
    surface: "EXIF XPAuthor",
    at: (leak) => Buffer.from(leak, "utf16le").toString("latin1"),
  },
  "XMP of JPEG XL in brotli": {
    file: "a.jxl",
    write: (leak) => jxl(box("brob", "xml ", brotliCompressSync(xmp(`<dc:creator>${leak}</dc:creator>`)))),
    surface: "XMP dc:creator",
    at: (leak) => `xml ${brotliCompressSync(xmp(`<dc:creator>${leak}</dc:creator>`)).toString("latin1")}`,
  },
  "the artist of a song": {
    file: "a.mp3",
    write: (leak) => id3("TPE1", Buffer.concat([Buffer.of(3), Buffer.from(leak)])),
    surface: "ID3 artist",
    at: ([letter = ""]) => `\x03${letter}`,
  },
  RTF: {
    file: "a.rtf",
    write: (leak) => `{\\rtf1\\ansi ${first(leak)}{\\b ${last(leak).replace("ö", "\\'f6")}}}`,
    surface: "RTF text",
  },
  "a calendar": {
    file: "a.ics",
    write: (leak) => `BEGIN:VCALENDAR\r\nSUMMARY:${first(leak)}\r\n ${last(leak)}\r\n`,
  },
  "a saved page": {
    file: "a.mhtml",
    write: (leak) => `Content-Type: text/html\r\n\r\n<p class=3D"a">${first(leak)}=\r\n${last(leak)}\r\n`,
  },
  "names of Sphinx": {
    file: "objects.inv",
    write: (leak) =>
      Buffer.concat([
        Buffer.from("# Sphinx inventory version 2\n#\n#\n#\n"),
        deflateSync(`a std:label -1 a.html ${leak}`),
      ]),
    surface: "objects of Sphinx",
    at: () => "x\x9c",
  },
  "a book": {
    file: "a.epub",
    write: (leak) =>
      zip({ mimetype: "application/epub+zip", "a.opf": `<dc:creator>${split(leak)}</dc:creator>` }, { method: 0 }),
    surface: "zip → a.opf",
  },
};

const name = "Jörgine Waldmöller";
const all: readonly Planted[] = [inScripts, inAddresses, inOthers].flatMap((some) => Object.values(some));
const kinds: Readonly<Record<string, (index: number) => string>> = {
  "term/person": () => name,
  "secret/github-token": (index) => fill("ghp_{base62:30}{crc32}", index + 1),
};

test.each(Object.entries(kinds))("%s is found wherever a site shows it", (rule, leakOf) => {
  const repository = createRepository();
  writeFileSync(join(repository.path, ".privacy_deny_list"), `${name}\n`, { mode: 0o600 });
  for (const [index, { file, write }] of all.entries()) repository.write(`dist/${index}/${file}`, write(leakOf(index)));
  const { findings, unscanned } = repository.check("site", "dist");
  const expected = all.map(({ file, write, surface, at = first }, index) => {
    const leak = leakOf(index);
    const { line, column } = placeOf(Buffer.from(write(leak)), at(leak));
    return `${index}/${file}:${line}:${column} ${rule}${surface === undefined ? "" : ` (${surface})`}`;
  });
  expect(findings.toSorted()).toEqual(expected.toSorted());
  expect(unscanned).toEqual([]);
});

test("what only looks like something compressed is nothing, and no failure", () => {
  const repository = createRepository();
  const looks = [
    "eJwAAAAAAAAAAAAAAAAAAAAA",
    "eNoAAAAAAAAAAAAAAAAAAAAA",
    "createNodeOfATypeThatIsLong",
    "x.eNpAAAAAAAAAAAAAAAAAAAAA",
  ];
  repository.write("dist/a.js", looks.map((one) => `a("${one}");`).join("\n"));
  repository.write("dist/a.html", page(looks.map((one) => `<a href="/${one}">a</a>`).join("")));
  repository.write(
    "dist/a.drawio",
    `<mxfile><diagram>${"A".repeat(40)}</diagram><diagram><mxGraphModel/></diagram></mxfile>`,
  );
  expect(repository.check("site", "dist")).toEqual(passed());
});

test("what a script does not put together of literals alone is not put together", () => {
  const repository = createRepository();
  const token = fill("ghp_{base62:30}{crc32}");
  const [start, rest] = [first(token), last(token)];
  const scripts = [
    `a="${start}"+x+"${rest}"`,
    `a=f("${start}")+"${rest}"`,
    `a="${start}"-"${rest}"`,
    `a=["${start}",x,"${rest}"].join("")`,
    `a=["${start}","${rest}"].join(", ")`,
    `a=["${start}","${rest}"]`,
    `a=\`${start}\${x}${rest}\``,
    `a="${start}".concat(x,"${rest}")`,
    `a=String.fromCharCode(${codes(start).join()});b="${rest}"`,
  ];
  for (const [index, text] of scripts.entries()) repository.write(`dist/${index}.js`, `${text};c="a"+"b";\n`);
  expect(repository.check("site", "dist")).toEqual(passed());
});

/** What has no lines is one, and its columns are bytes. */
function placeOf(bytes: Buffer, at: string): { line: number; column: number } {
  const isBinary = bytes.includes(0);
  const place = at === "" ? 0 : Math.max(bytes.indexOf(at), bytes.indexOf(at, 0, "latin1"));
  if (isBinary) return { line: 1, column: place + 1 };
  const before = bytes.toString("utf8", 0, place).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

function octal(leak: string): string {
  return codes(leak)
    .map((code) => `\\${code.toString(8)}`)
    .join("");
}

/** The four characters of base64 in which the first byte of a piece stands. */
function ofBase64(whole: Buffer, piece: Buffer): string {
  return base64(whole).slice(Math.floor((whole.indexOf(piece) * 4) / 3));
}

/** What is left of a text of some length, up to the end of its line of 19 characters. */
function restOfLine(rest: string, length: number): string {
  return rest.slice(0, 19 - ((length - rest.length) % 19));
}

function icon(picture: Buffer): Buffer {
  const head = Buffer.alloc(22);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(1, 4);
  head.writeUInt32LE(picture.length, 14);
  head.writeUInt32LE(22, 18);
  return Buffer.concat([head, picture]);
}

function jxl(...boxes: readonly Buffer[]): Buffer {
  return Buffer.concat([box("JXL ", "\r\n\x87\n"), box("ftyp", "jxl \0\0\0\0jxl "), ...boxes]);
}
