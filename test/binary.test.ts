import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { deniedOf } from "../src/denied.ts";
import { fill } from "../src/detectors/template.ts";
import { createGate } from "../src/gate.ts";
import { scan } from "../src/index.ts";
import { encryptedPdfs, lockedPdf } from "./encrypted-pdfs.ts";
import { createFolder } from "./repository.ts";
import {
  ar,
  box,
  element,
  gif,
  heic,
  jpeg,
  pages,
  pdf,
  photo,
  photoshop,
  png,
  sqlite,
  tar,
  tarOf,
  tiff,
  webm,
  webp,
  woff,
  xmp,
  zip,
} from "./samples.ts";

const token = fill("ghp_{base62:30}{crc32}", 1);
const half = token.slice(0, 20);
const rest = token.slice(20);

interface Outcome {
  readonly findings: readonly string[];
  readonly unscanned: readonly string[];
}

/** What is found in a document: rule and surface. */
async function check(name: string, bytes: Buffer): Promise<Outcome> {
  const { findings, unscanned, verdict } = await scan(
    {
      boundary: "files",
      target: null,
      items: [{ kind: "document", name: Buffer.from(name), nameLeaves: true, bytes }],
    },
    createGate(),
  );
  expect(JSON.stringify({ findings, unscanned, verdict })).not.toContain(half);
  return {
    findings: findings.map(({ ruleId, surface }) => `${ruleId.replace(/.*\//, "")}: ${surface}`),
    unscanned: unscanned.map(({ kind, reason }) => `${kind}: ${reason}`),
  };
}

const found = (...surfaces: readonly string[]): Outcome => ({
  findings: surfaces.map((surface) => `github-token: ${surface}`),
  unscanned: [],
});

const wide = (text: string): Buffer => Buffer.from(text, "utf16le");
const properties = xmp(`<dc:creator><rdf:Seq><rdf:li>${token}</rdf:li></rdf:Seq></dc:creator>`);

const noSize = Buffer.from("00000000000\0");
const paxSize = "13 size=1024\n";

/** A tar in whose midst stand zeros, as at the end of one: with an entry behind them. */
function behind(
  { size }: { readonly size: Buffer },
  records: string = "",
): { readonly bytes: Buffer; readonly surface: string } {
  const bytes = tarOf([
    { name: "PaxHeader", contents: records, kind: "x" },
    { name: "zeros", contents: Buffer.alloc(1024), size },
    { name: "b.zip", contents: zip({ "c.txt": token }) },
  ]);
  return { bytes, surface: "tar → b.zip → c.txt" };
}

/** A document with something planted, and the surface that a reader calls it by. */
const planted: Readonly<Record<string, { readonly name: string; readonly bytes: Buffer; readonly surface: string }>> = {
  "the artist of a photo": { name: "a.jpg", bytes: photo({ texts: { 0x013b: token } }), surface: "EXIF Artist" },
  "the owner of a camera, in a picture without a known name": {
    name: "a",
    bytes: photo({ texts: { 0xa430: token } }),
    surface: "EXIF CameraOwnerName",
  },
  "a comment of a user": {
    name: "a.jpg",
    bytes: photo({ texts: { 0x9286: Buffer.from(`ASCII\0\0\0${token}`) } }),
    surface: "EXIF UserComment",
  },
  "the author that Windows writes": {
    name: "a.jpg",
    bytes: photo({ texts: { 0x9c9d: wide(token) } }),
    surface: "EXIF XPAuthor",
  },
  "a thumbnail in EXIF": {
    name: "a.jpg",
    bytes: photo({ thumbnail: photo({ texts: { 0x013b: token } }) }),
    surface: "EXIF Artist in EXIF thumbnail",
  },
  "a comment of JPEG": { name: "a.jpeg", bytes: jpeg([0xfe, token]), surface: "JPEG comment" },
  "XMP in JPEG": {
    name: "a.jpg",
    bytes: jpeg([0xe1, `http://ns.adobe.com/xap/1.0/\0${properties}`]),
    surface: "XMP dc:creator",
  },
  "XMP that goes on in a second segment, cut in the midst of a value": {
    name: "a.jpg",
    bytes: jpeg(...extended(properties)),
    surface: "XMP dc:creator",
  },
  "IPTC in JPEG": {
    name: "a.jpg",
    bytes: jpeg([
      0xed,
      `Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0${String.fromCharCode(5 + token.length)}\x1c\x02\x50\0${String.fromCharCode(token.length)}${token}\0`,
    ]),
    surface: "IPTC By-line",
  },
  "IPTC of Photoshop, under another name": {
    name: "a",
    bytes: photoshop(0x0404, `\x1c\x02\x50\0${String.fromCharCode(token.length)}${token}`),
    surface: "IPTC By-line",
  },
  "a picture behind a picture": {
    name: "a.jpg",
    bytes: Buffer.concat([jpeg(), photo({ texts: { 0x013b: token } })]),
    surface: "EXIF Artist in behind the picture",
  },
  "an archive behind a picture": {
    name: "a.gif",
    bytes: Buffer.concat([gif(), zip({ "a.txt": token })]),
    surface: "zip → a.txt",
  },
  "text of PNG": { name: "a.png", bytes: png(["tEXt", `Author\0${token}`]), surface: "PNG text Author" },
  "text of PNG under another name": { name: "a.png", bytes: png(["tEXt", `x\0${token}`]), surface: "PNG text" },
  "the name of a text of PNG": { name: "a.png", bytes: png(["tEXt", `${token}\0x`]), surface: "PNG text" },
  "compressed text of PNG": {
    name: "a.png",
    bytes: png(["zTXt", Buffer.concat([Buffer.from("Comment\0\0"), deflateSync(token)])]),
    surface: "PNG text Comment",
  },
  "compressed international text": {
    name: "a.png",
    bytes: png(["iTXt", Buffer.concat([Buffer.from("Title\0\x01\0de\0Titel\0"), deflateSync(token)])]),
    surface: "PNG text Title",
  },
  "XMP in PNG": {
    name: "a.png",
    bytes: png(["iTXt", `XML:com.adobe.xmp\0\0\0\0\0${properties}`]),
    surface: "XMP dc:creator",
  },
  "EXIF in PNG": { name: "a.png", bytes: png(["eXIf", tiff({ texts: { 0x013b: token } })]), surface: "EXIF Artist" },
  "EXIF that ImageMagick writes": {
    name: "a.png",
    bytes: png([
      "tEXt",
      `Raw profile type exif\0\nexif\n      99\n${tiff({ texts: { 0x013b: token } }).toString("hex")}`,
    ]),
    surface: "EXIF Artist",
  },
  "a profile of colours": {
    name: "a.png",
    bytes: png(["iCCP", Buffer.concat([Buffer.from("x\0\0"), deflateSync(`desc ${token}`)])]),
    surface: "ICC profile",
  },
  "a comment of GIF": { name: "a.gif", bytes: gif([0xfe, [token]]), surface: "GIF comment" },
  "a comment of GIF in two pieces": { name: "a.gif", bytes: gif([0xfe, [half, rest]]), surface: "GIF comment" },
  "EXIF in WebP": {
    name: "a.webp",
    bytes: webp(["EXIF", tiff({ texts: { 0x010e: token } })]),
    surface: "EXIF ImageDescription",
  },
  "XMP in WebP": { name: "a.webp", bytes: webp(["XMP ", properties]), surface: "XMP dc:creator" },
  TIFF: { name: "a.tif", bytes: tiff({ texts: { 0x0131: token } }), surface: "EXIF Software" },
  HEIC: { name: "a.heic", bytes: heic(tiff({ texts: { 0x013b: token } })), surface: "EXIF Artist" },
  "HEIC that is called otherwise": {
    name: "a.jpg",
    bytes: heic(tiff({ texts: { 0x013b: token } })),
    surface: "EXIF Artist",
  },
  "XMP of a video": {
    name: "a.mp4",
    bytes: Buffer.concat([
      box("ftyp", "isom"),
      box("uuid", Buffer.from("be7acfcb97a942e89c71999491e3afac", "hex"), properties),
    ]),
    surface: "XMP dc:creator",
  },

  "the title of a video of Matroska": {
    name: "a.mkv",
    bytes: webm(element("1549a966", element("7ba9", token), element("ec", "x"))),
    surface: "Matroska title",
  },
  "a tag in a stream of WebM, behind pictures without a length": {
    name: "a",
    bytes: webm(
      Buffer.from("1f43b675ffa38100", "hex"),
      element(
        "1254c367",
        element("7373", element("67c8", element("45a3", "ARTIST"), element("4487", token), element("ec"))),
      ),
    ),
    surface: "Matroska tag",
  },
  "a picture that is attached to a video": {
    name: "a.webm",
    bytes: webm(element("1941a469", element("61a7", element("465c", photo({ texts: { 0x013b: token } }))))),
    surface: "EXIF Artist in Matroska attachment",
  },

  "the text of a page": { name: "a.pdf", bytes: pages("", `BT /F1 12 Tf (${token}) Tj ET`), surface: "PDF page 2" },
  "text that operators cut": {
    name: "a.pdf",
    bytes: pages(`BT /F1 12 Tf [(${half}) 20 (${rest})] TJ ET`),
    surface: "PDF page 1",
  },
  "text in a font with codes of its own": { name: "a.pdf", bytes: ownCodes(), surface: "PDF page 1" },
  "letters in a font with names of its own": { name: "a.pdf", bytes: ownNames(), surface: "PDF page 1" },
  "letters that are set one by one": { name: "a.pdf", bytes: oneByOne(), surface: "PDF page 1" },
  "the author of a PDF": { name: "a.pdf", bytes: pdf(`<< /Author (${token}) >>`), surface: "PDF Author" },
  "the author of a PDF with escapes, in a document without a name": {
    name: "a",
    bytes: pdf(`<< /Author (\\${(token.codePointAt(0) ?? 0).toString(8)}${token.slice(1)}) >>`),
    surface: "PDF Author",
  },
  "a name of a PDF in wide characters": {
    name: "a.pdf",
    bytes: pdf(`<< /Title <feff${wide(token).swap16().toString("hex")}> >>`),
    surface: "PDF Title",
  },
  "a note on a page": {
    name: "a.pdf",
    bytes: pdf(`<< /Type /Annot /Contents (${half}\\\n${rest}) >>`),
    surface: "PDF Contents",
  },
  "an object in a stream of objects": {
    name: "a.pdf",
    bytes: pdf(["/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode", deflateSync(`7 0 << /Subject (${token}) >>`)]),
    surface: "PDF Subject",
  },
  "objects in a stream of objects, told from behind": {
    name: "a.pdf",
    bytes: pdf([
      "/Type /ObjStm /N 2 /First 9 /Filter /FlateDecode",
      deflateSync(`7 65 8 0 ${`<< /Subject (${token}) >>`.padEnd(65)}null`),
    ]),
    surface: "PDF Subject",
  },
  "XMP in PDF": {
    name: "a.pdf",
    bytes: pdf(["/Type /Metadata /Subtype /XML /Filter /FlateDecode", deflateSync(properties)]),
    surface: "XMP dc:creator",
  },
  "an attached archive": {
    name: "a.pdf",
    bytes: pdf("<< /Type /Filespec /F (b.zip) /EF << /F 2 0 R >> >>", [
      "/Type /EmbeddedFile /Filter /FlateDecode",
      deflateSync(zip({ "c.txt": token })),
    ]),
    surface: "zip → c.txt",
  },
  "a photo in a PDF": {
    name: "a.pdf",
    bytes: pdf(["/Type /XObject /Subtype /Image /Filter /DCTDecode", photo({ texts: { 0x013b: token } })]),
    surface: "EXIF Artist in PDF picture",
  },
  "what an update has replaced": {
    name: "a.pdf",
    bytes: Buffer.concat([
      pages(`BT /F1 12 Tf (${token}) Tj ET`),
      Buffer.from("5 0 obj\n<< /Length 28 >>\nstream\nBT /F1 12 Tf (nothing) Tj ET\nendstream\nendobj\n"),
    ]),
    surface: "PDF page 1",
  },

  "the text of docx": {
    name: "a.docx",
    bytes: office({
      "word/document.xml": `<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>${half}</w:t></w:r><w:r><w:t>${rest}</w:t></w:r></w:p>`,
    }),
    surface: "docx text",
  },
  "a deleted run of docx": {
    name: "a.docx",
    bytes: office({ "word/document.xml": `<w:p><w:del><w:r><w:delText>${token}</w:delText></w:r></w:del></w:p>` }),
    surface: "docx text",
  },
  "the author of docx": {
    name: "a.docx",
    bytes: office({ "word/document.xml": "", "docProps/core.xml": `<dc:creator>${token}</dc:creator>` }),
    surface: "docx properties",
  },
  "a link of docx": {
    name: "a.docx",
    bytes: office({
      "word/document.xml": "",
      "word/_rels/document.xml.rels": `<Relationship Target="https://files.invalid/?a=1&amp;key=${token}"/>`,
    }),
    surface: "docx links",
  },
  "a cell of xlsx": {
    name: "a.xlsx",
    bytes: office({
      "xl/workbook.xml": "",
      "xl/sharedStrings.xml": `<si><r><t>${half}</t></r><r><t>${rest}</t></r></si>`,
    }),
    surface: "xlsx text",
  },
  "notes of pptx": {
    name: "a.pptx",
    bytes: office({
      "ppt/presentation.xml": "",
      "ppt/notesSlides/notesSlide1.xml": `<a:p><a:r><a:t>${token}</a:t></a:r></a:p>`,
    }),
    surface: "pptx notes",
  },
  "the text of OpenDocument": {
    name: "a.odt",
    bytes: zip({
      mimetype: "application/vnd.oasis.opendocument.text",
      "content.xml": `<text:p>${half}<text:span>${rest}</text:span></text:p>`,
    }),
    surface: "OpenDocument text",
  },
  "a photo in docx": {
    name: "a.docx",
    bytes: office({ "word/document.xml": "", "word/media/image1.jpeg": photo({ texts: { 0x013b: token } }) }),
    surface: "EXIF Artist in zip → word/media/image1.jpeg",
  },

  "a document in a mail": {
    name: "a.eml",
    bytes: mail(
      'application/octet-stream; name="minutes.docx"',
      office({ "word/document.xml": `<w:t>${token}</w:t>` }),
    ),
    surface: "docx text in mail part",
  },
  "a page in a mail, and its letters": {
    name: "a.mbox",
    bytes: mail("text/html; charset=utf-8", Buffer.from(`<p>${half}<b>${rest}</b></p>`)),
    surface: "mail part",
  },
  "a picture in a mail": {
    name: "a.eml",
    bytes: mail("image/png", png(["zTXt", Buffer.concat([Buffer.from("Comment\0\0"), deflateSync(token)])])),
    surface: "PNG text Comment in mail part",
  },

  "a file in a zip": { name: "a.zip", bytes: zip({ "b/c.txt": `a ${token}` }), surface: "zip → b/c.txt" },
  "a file in a zip that is not called so": { name: "a.bin", bytes: zip({ "b.txt": token }), surface: "zip → b.txt" },
  "a file in a zip that is stored": {
    name: "a.zip",
    bytes: zip({ "b.txt": token }, { method: 0 }),
    surface: "zip → b.txt",
  },
  "a zip without its directory": {
    name: "a.zip",
    bytes: zip({ "b.txt": token }, { isCut: true }),
    surface: "zip → b.txt",
  },
  "a file that a zip no longer tells of": {
    name: "a.zip",
    bytes: Buffer.concat([zip({ "b.txt": token }, { isCut: true }), zip({ "c.txt": "c" })]),
    surface: "zip → b.txt",
  },
  "a zip in a zip": { name: "a.zip", bytes: zip({ "b.zip": zip({ "c.txt": token }) }), surface: "zip → b.zip → c.txt" },
  "base64 in a zip": {
    name: "a.jar",
    bytes: zip({ "b.txt": Buffer.from(`x ${token} x`).toString("base64") }),
    surface: "base64 in zip → b.txt",
  },
  "a file in a tar": { name: "a.tar", bytes: tar({ "b.txt": token }), surface: "tar → b.txt" },
  "a file behind one whose size a header of pax tells": { name: "a.tar", ...behind({ size: noSize }, paxSize) },
  "a file behind one whose size the last of several records tells": {
    name: "a.tar",
    ...behind({ size: noSize }, `10 size=0\n${paxSize}`),
  },
  "a file behind one whose size is a number of bytes": {
    name: "a.tar",
    ...behind({ size: Buffer.from("800000000000000000000400", "hex") }),
  },
  "a file in a package of Debian": {
    name: "a.deb",
    bytes: ar({
      "debian-binary": "2.0\n",
      "control.tar.gz": gzipSync(tar({ "./control": "Package: a\n" })),
      "data.tar.gz": gzipSync(tar({ "./b.txt": token })),
    }),
    surface: "gzip in ar → data.tar.gz → ./b.txt",
  },
  "a text in a package of which another has an odd length": {
    name: "a.udeb",
    bytes: ar({ "a/": "odd", "b/": `x ${token} x` }),
    surface: "ar → b",
  },
  "a file in a compressed tar": { name: "a.tgz", bytes: gzipSync(tar({ "b.txt": token })), surface: "tar → b.txt" },
  "a file in a compressed tar that is not called so": {
    name: "a.gz",
    bytes: gzipSync(tar({ "b.txt": token })),
    surface: "tar → b.txt",
  },
  "a photo in a compressed tar": {
    name: "a.tar.gz",
    bytes: gzipSync(tar({ "b.jpg": photo({ texts: { 0x9c9d: wide(token) } }) })),
    surface: "EXIF XPAuthor in tar → b.jpg",
  },
  brotli: { name: "a.js.br", bytes: brotliCompressSync(`"${token}"`), surface: "brotli in text" },
  zstandard: { name: "a", bytes: zstdCompressSync(`"${token}"`), surface: "zstandard in text" },
  "a tar in zstandard": { name: "a.tar.zst", bytes: zstdCompressSync(tar({ "b.txt": token })), surface: "tar → b.txt" },
};

test.each(Object.entries(planted))("%s is read", async (_, { name, bytes, surface }) => {
  const { findings, unscanned } = await check(name, bytes);
  expect({ findings: [...new Set(findings)], unscanned }).toEqual(found(surface));
});

/** With one part, and a text behind it. */
function mail(type: string, attached: Buffer): Buffer {
  const lines = attached.toString("base64").replaceAll(/.{76}/g, "$&\r\n");
  const part = `Content-Type: ${type}\r\nContent-Transfer-Encoding: base64\r\n\r\n${lines}`;
  return Buffer.from(`From: a@example.org\r\nSubject: b\r\n\r\n--c\r\n${part}\r\n--c\r\n\r\nBye.\r\n--c--\r\n`);
}

function office(entries: Readonly<Record<string, string>> | Readonly<Record<string, Buffer | string>>): Buffer {
  return zip({ "[Content_Types].xml": "<Types/>", ...entries });
}

test("the program reads the same from files, and a place is the number of a byte", () => {
  const folder = createFolder();
  const all = Object.values(planted);
  for (const [index, { name, bytes }] of all.entries()) folder.write(`${index}/${name}`, bytes);
  const { findings, unscanned } = folder.check("files", ".");
  const shown = findings.map((line) => /^\.\/(\d+)\/.*?:\d+:\d+ \S+(?: \((.*)\))?$/.exec(line)?.slice(1));
  expect(new Set(shown.map((one) => `${one?.[0]} ${one?.[1]}`))).toEqual(
    new Set(all.map(({ surface }, index) => `${index} ${surface}`)),
  );
  expect(unscanned).toEqual([]);
  folder.write("b/a.jpg", photo({ texts: { 0x013b: `\n\n${token}` } }));
  const column = photo({ texts: { 0x013b: `\n\n${token}` } }).indexOf(token) + 1;
  expect(folder.check("files", "b").findings).toEqual([`b/a.jpg:1:${column} secret/github-token (EXIF Artist)`]);
});

function hex(code: number): string {
  return code.toString(16).padStart(4, "0");
}

/** A page with a font, which shows some text. */
function pageWith(font: string, content: string, map: string = ""): Buffer {
  return pdf(
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    ["/Filter [/ASCIIHexDecode /FlateDecode]", deflateSync(`BT /F1 10 Tf ${content} ET`).toString("hex")],
    font,
    ["/Filter /FlateDecode", deflateSync(map)],
  );
}

function ownCodes(): Buffer {
  const letters = [...token];
  const map = letters.map((letter, code) => `<${hex(code)}> <${hex(letter.codePointAt(0) ?? 0)}>`).join("\n");
  const font =
    "<< /Type /Font /Subtype /Type0 /Encoding /Identity-H /ToUnicode 6 0 R /DescendantFonts [<< /DW 500 >>] >>";
  const shown = letters.map((_, code) => `<${hex(code)}> 10`).join(" ");
  return pageWith(font, `[${shown}] TJ`, `${letters.length} beginbfchar\n${map}\nendbfchar`);
}

function ownNames(): Buffer {
  const names = [...token].map((letter) => `/uni${hex(letter.codePointAt(0) ?? 0).toUpperCase()}`).join(" ");
  const font = `<< /Type /Font /Subtype /Type1 /Encoding << /Differences [65 ${names}] >> >>`;
  return pageWith(font, `<${Array.from(token, (_, index) => (65 + index).toString(16)).join("")}> Tj`);
}

/** A tenth of a letter is between two, as much as nobody takes for a space. */
function oneByOne(): Buffer {
  const font = `<< /Type /Font /Subtype /TrueType /FirstChar 0 /Widths [${"600 ".repeat(256)}] >>`;
  return pageWith(font, [...token].map((letter) => `(${letter}) Tj 6.6 0 Td`).join(" "));
}

/** What is found where every letter is as wide. */
async function fixedWidth(content: string): Promise<Outcome> {
  const font = `<< /Type /Font /Subtype /TrueType /FirstChar 0 /Widths [${"600 ".repeat(256)}] >>`;
  return check("a.pdf", pageWith(font, content));
}

test("words of a page are apart, and so are its lines", async () => {
  for (const between of ["-500", ") Tj 300 0 Td (", ") Tj 0 -12 Td ("]) {
    const content = between.startsWith("-") ? `[(${half}) ${between} (${rest})] TJ` : `(${half}${between}${rest}) Tj`;
    expect(await fixedWidth(content)).toEqual({ findings: [], unscanned: [] });
  }
  expect(await fixedWidth(`[(${half}) -80 (${rest})] TJ`)).toEqual(found("PDF page 1"));
});

/** XMP in two segments, the second of which stands first. */
function extended(text: string): (readonly [number, Buffer])[] {
  const middle = text.indexOf(token) + 5;
  const segment = (start: number, end: number): readonly [number, Buffer] => {
    const numbers = Buffer.alloc(8);
    numbers.writeUInt32BE(text.length, 0);
    numbers.writeUInt32BE(start, 4);
    const head = Buffer.from(`http://ns.adobe.com/xmp/extension/\0${"A".repeat(32)}`);
    return [0xe1, Buffer.concat([head, numbers, Buffer.from(text.slice(start, end))])];
  };
  return [segment(middle, text.length), segment(0, middle)];
}

/** The literal stands in what the extractor writes, not in any of these. */
const home = [52.51629, 13.37771] as const;
const iso = "+52.5163+013.3777+034.2/";
const positions: Readonly<Record<string, readonly [string, Buffer, string]>> = {
  "EXIF of a photo": ["a.jpg", photo({ position: home }), "EXIF GPS position"],
  "EXIF of the southern and western half": ["a.jpg", photo({ position: [-33.8568, -70.6483] }), "EXIF GPS position"],
  "EXIF of a thumbnail": [
    "a.jpg",
    photo({ thumbnail: photo({ position: home }) }),
    "EXIF GPS position in EXIF thumbnail",
  ],
  "EXIF of HEIC": ["a.heic", heic(tiff({ position: home })), "EXIF GPS position"],
  XMP: [
    "a.png",
    png([
      "iTXt",
      `XML:com.adobe.xmp\0\0\0\0\0${xmp("<exif:GPSLatitude>52,30.977N</exif:GPSLatitude><exif:GPSLongitude>13,22,39E</exif:GPSLongitude>")}`,
    ]),
    "XMP GPS position",
  ],
  "a video of QuickTime": [
    "a.mov",
    Buffer.concat([
      box("ftyp", "qt  "),
      box("moov", box("udta", box("\xa9xyz", Buffer.from([0, 24, 0x15, 0xc7]), iso))),
    ]),
    "video position",
  ],
  "a video of a telephone": [
    "a.mp4",
    Buffer.concat([box("ftyp", "isom"), box("moov", box("meta", box("ilst", box("data", Buffer.alloc(8), iso))))]),
    "video position",
  ],
  "a video that ffmpeg has packed anew": [
    "a.mp4",
    Buffer.concat([
      box("ftyp", "isom"),
      box(
        "moov",
        box("udta", box("loci", Buffer.alloc(4), "\x55\xc4Pier\0\0", fixed(13.37771), fixed(52.51629), "\0earth\0\0")),
      ),
    ]),
    "video position",
  ],
  "a place with a name in wide characters": [
    "a.3gp",
    Buffer.concat([
      box("ftyp", "3gp5"),
      box(
        "moov",
        box(
          "udta",
          box("loci", Buffer.from("000000005544feff00500100000000", "hex"), fixed(13.37771), fixed(52.51629)),
        ),
      ),
    ]),
    "video position",
  ],
  "JPEG 2000": [
    "a.jp2",
    Buffer.concat([box("jP  ", "\r\n\x87\n"), box("uuid", "JpgTiffExif->JP2", tiff({ position: home }))]),
    "EXIF GPS position",
  ],
  "a drawing of Photoshop": ["a.psd", photoshop(0x0422, tiff({ position: home })), "EXIF GPS position"],
  "a video behind a photo": [
    "a.jpg",
    Buffer.concat([jpeg(), box("ftyp", "isom"), box("moov", box("udta", box("\xa9xyz", "0000", iso)))]),
    "video position in behind the picture",
  ],
  "a photo in an archive": ["a.zip", zip({ "b.jpg": photo({ position: home }) }), "EXIF GPS position in zip → b.jpg"],
};

/** A number in 65,536ths. */
function fixed(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(Math.round(value * 65_536));
  return bytes;
}

test.each([
  [
    "behind another",
    [
      "create table users (name text, age int, key text)",
      `insert into users values ('carol', 4711, '${token}')`,
      "create index keys on users (name, key)",
    ],
    2,
  ],
  [
    "on the last of several pages",
    [
      "pragma page_size = 512",
      "create table users (name text, key text)",
      `insert into users values ('${"wide ".repeat(700)}', '${token}')`,
    ],
    1,
  ],
  [
    "in wide characters",
    [
      "pragma encoding = 'UTF-16be'",
      "create table users (name text, key text, primary key (name, key)) without rowid",
      `insert into users values ('carol', '${token}')`,
    ],
    1,
  ],
])("a cell of a database %s is read as a text of its own", async (_, statements, count) => {
  expect(await check("a", sqlite(...statements))).toEqual({
    findings: ["known-contents: text", ...Array.from({ length: count }, () => "github-token: SQLite row")],
    unscanned: [],
  });
});

/** Where a denied name is found. */
async function surfacesOfName(name: string, bytes: Buffer): Promise<readonly (string | null)[]> {
  const terms = [{ kind: "person", text: "Mira Quell", options: [] } as const];
  const list = { terms, values: [], locks: [], missing: [], notes: [], digest: "", mark: (): string => "", count: 1 };
  const gate = createGate({ detectors: [], denied: deniedOf(list) });
  const items = [{ kind: "document", name: Buffer.from(name), nameLeaves: true, bytes } as const];
  const { findings } = await scan({ boundary: "files", target: null, items }, gate);
  return findings.map(({ surface }) => surface);
}

test("a denied name right in front of another element of Matroska is found", async () => {
  const artist = element("67c8", element("4487", "Mira Quell"));
  const video = webm(element("1254c367", element("7373", artist, artist)));
  expect(await surfacesOfName("a.mkv", video)).toEqual(["Matroska tag", "Matroska tag"]);
});

test("what stands beside each other in a text in wide characters is told apart", async () => {
  const texts = `insert into users values ('see ${token} in /Users/mheron/work/a.ts')`;
  const { findings } = await check("a", sqlite("pragma encoding = 'UTF-16le'", "create table users (a text)", texts));
  expect(findings).toEqual(["known-contents: text", "github-token: SQLite row", "home-directory: SQLite row"]);
});

test("a denied name in two cells of a database is found, and cells of two rows are none", async () => {
  const rows = "create table users (a text, b text)";
  const inRow = sqlite(rows, "insert into users values ('Mira', 'Quell')");
  expect(await surfacesOfName("a", inRow)).toEqual(["SQLite row"]);
  const inTwo = sqlite(rows, "insert into users values ('x', 'Mira'), ('Quell', 'y')");
  expect(await surfacesOfName("a", inTwo)).toEqual([]);
});

describe("the position of a photo", () => {
  test.each(Object.entries(positions))("in %s is found, and never shown", async (_, [name, bytes, surface]) => {
    const verdict = await scanned(name, bytes, "public");
    expect(verdict.findings.map((finding) => [finding.ruleId, finding.surface, finding.action])).toEqual([
      ["artifact/photo-position", surface, "block"],
    ]);
    expect(JSON.stringify(verdict)).not.toMatch(/52\.5|13\.37|33\.85|70\.6/);
  });

  test("warns where nobody has named an audience, and in a team", async () => {
    for (const audience of [undefined, "team"] as const) {
      const { verdict, findings } = await scanned("a.jpg", photo({ position: home }), audience);
      expect([verdict, findings.map(({ action }) => action)]).toEqual(["pass", ["warn"]]);
    }
  });

  test("that a camera did not know is none", async () => {
    for (const position of [
      [0, 0],
      [200, 10],
    ] as const)
      expect(await check("a.jpg", photo({ position }))).toEqual({ findings: [], unscanned: [] });
  });
});

async function scanned(name: string, bytes: Buffer, audience: "public" | "team" | undefined) {
  const gate = createGate(audience === undefined ? {} : { audience });
  return scan(
    {
      boundary: "files",
      target: null,
      items: [{ kind: "document", name: Buffer.from(name), nameLeaves: true, bytes }],
    },
    gate,
  );
}

const tooLong =
  "failed: a part of it was not searched, because what it comes to is longer than 64 MB or 200 times as long as its bytes";
const zeros = Buffer.alloc(4 << 20);

describe("a PDF that is encrypted for everybody to open is read as the one that it was", () => {
  test.each(Object.entries(encryptedPdfs))("%s", async (_, written) => {
    const bytes = Buffer.from(written, "base64");
    expect(await surfacesOfName("a.pdf", bytes)).toEqual(["PDF Author", "PDF page 1"]);
    expect((await check("a.pdf", bytes)).unscanned).toEqual([]);
  });
});

describe("what is hostile has an end and is told", () => {
  const unreadCompression = ["skipped: it is compressed in a way that is not read"];
  const cases: Readonly<Record<string, readonly [string, Buffer, readonly string[]]>> = {
    "a zip bomb": ["a.zip", zip({ a: zeros }), [tooLong]],
    "a zip bomb of many entries": ["a.zip", zip({ a: zeros, b: zeros, c: zeros }), [tooLong]],
    "a zip of many entries that are the same bytes": [
      "a.zip",
      zip(Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`${index}`, zeros])), {
        method: 0,
        isShared: true,
      }),
      [tooLong],
    ],
    "a photo of many directories that have the same thumbnail": ["a.tif", thumbnails(), [tooLong]],
    "a font of many names that are the same bytes": ["a.woff", woff(namesAlike()), [tooLong]],
    "a zip bomb in a zip": ["a.zip", zip({ "b.zip": zip({ a: zeros }) }), [tooLong]],
    "a zip in a zip in a zip in a zip": [
      "a.zip",
      zip({ "b.zip": zip({ "c.zip": zip({ "d.zip": zip({ a: "a" }) }) }) }),
      ["failed: what stands in it deeper than 3 archives was not searched"],
    ],
    "a compressed text of PNG": [
      "a.png",
      png(["zTXt", Buffer.concat([Buffer.from("Comment\0\0"), deflateSync(zeros)])]),
      [tooLong],
    ],
    "a stream of PDF": ["a.pdf", pdf(["/Filter /FlateDecode", deflateSync(zeros)]), [tooLong]],
    brotli: ["a.br", brotliCompressSync(zeros), [tooLong]],
    "an encrypted entry": [
      "a.zip",
      zip({ a: "a", b: "b" }, { isEncrypted: true }),
      ["skipped: 2 of its entries: encrypted"],
    ],
    "an entry in another compression": [
      "a.zip",
      zip({ a: "a" }, { method: 14 }),
      ["skipped: 1 of its entries: in a compression that is not known"],
    ],
    "an encrypted PDF": [
      "a.pdf",
      Buffer.concat([pdf("<< >>"), Buffer.from("trailer << /Encrypt 9 0 R >>")]),
      ["skipped: an encrypted PDF: what it shows was not searched"],
    ],
    "a PDF that asks for a password": [
      "a.pdf",
      Buffer.from(lockedPdf, "base64"),
      ["skipped: an encrypted PDF: what it shows was not searched"],
    ],
    "a GIF that is JavaScript": [
      "a.gif",
      Buffer.from("GIF89a/*xxxxxxxxxxxx*/=1;alert(1)\n"),
      ["skipped: a damaged picture or video"],
    ],
    "a page that is called a photo": [
      "a.jpg",
      Buffer.from("<h1>Not found</h1>\n"),
      ["skipped: it is no picture and no video of a kind that is known"],
    ],
    "text that is called an archive": [
      "a.zip",
      Buffer.from("nothing\n"),
      ["skipped: it is no zip archive, or a damaged one"],
    ],
    "bzip2, whatever it is called": ["a", Buffer.from("BZh91AY&SY\x8a\0\x01", "latin1"), unreadCompression],
    xz: ["a.tar.xz", Buffer.from("fd377a585a000004", "hex"), unreadCompression],
    "7z": ["a.7z", Buffer.from("377abcaf271c0004", "hex"), unreadCompression],
    RAR: ["a.rar", Buffer.from("526172211a0701", "hex"), unreadCompression],
    LZ4: ["a.lz4", Buffer.from("04224d186440a7", "hex"), unreadCompression],
    "xz in a package of Debian": [
      "a.deb",
      ar({ "debian-binary": "2.0\n", "data.tar.xz": Buffer.from("fd377a585a000004", "hex") }),
      unreadCompression,
    ],
    "a package of Debian that is cut off in a header": [
      "a.deb",
      Buffer.concat([ar({ a: "ab" }), Buffer.from("b               0")]),
      ["skipped: a damaged ar archive"],
    ],
    "text that is called a package of Debian": ["a.deb", Buffer.from("nothing\n"), ["skipped: it is no ar archive"]],
    "text that is called bzip2": ["a.bz2", Buffer.from("nothing\n"), []],
    "text that is called a tar": ["a.tar", Buffer.from("nothing\n"), ["skipped: it is no tar archive"]],
    "text that is called a PDF": ["a.pdf", Buffer.from("nothing\n"), ["skipped: it is no PDF, or a damaged one"]],
    "directories of TIFF that lead to each other": ["a.tif", looped(), []],
    "brackets in brackets": ["a.pdf", pdf("[".repeat(100_000), "<<".repeat(100_000)), []],
    "strings without an end": ["a.pdf", Buffer.from("1 0 obj (".repeat(100_000)), []],
    "strings without an end in a stream of objects": ["a.pdf", crowded(100_000), []],
    "streams without an end": ["a.pdf", Buffer.from("1 0 obj << >> stream\n".repeat(100_000)), []],
  };

  test.each(Object.entries(cases))("%s", async (_, [name, bytes, unscanned]) => {
    expect(await check(name, bytes)).toEqual({ findings: [], unscanned });
  });

  test("what Git LFS keeps in place of a file is text", async () => {
    const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${"0".repeat(64)}\nsize 1\n`;
    for (const name of ["a.jpg", "a.pdf", "a.zip", "a.tar"])
      expect(await check(name, Buffer.from(pointer))).toEqual({ findings: [], unscanned: [] });
  });

  test("a symbolic link is a path", async () => {
    for (const name of ["a.jpg", "a.pdf", "a.zip", "a.tar"])
      expect(await check(name, Buffer.from(`../elsewhere/${name}`))).toEqual({ findings: [], unscanned: [] });
  });

  test("an empty file is none of anything", async () => {
    for (const name of ["a.jpg", "a.pdf", "a.zip"])
      expect(await check(name, Buffer.alloc(0))).toEqual({ findings: [], unscanned: [] });
  });

  test("a bomb beside a token does not hide it", async () => {
    expect(await check("a.zip", zip({ a: zeros, "b.txt": token }))).toEqual({
      findings: ["github-token: zip → [an entry]"],
      unscanned: [tooLong],
    });
  });

  test("10,000 pages are read", async () => {
    const all = Array.from({ length: 10_000 }, (_, page) => `BT /F1 12 Tf (page ${page}) Tj ET`);
    const bytes = pages(...all.with(9_998, `BT /F1 12 Tf (${token}) Tj ET`));
    expect(await check("a.pdf", bytes)).toEqual(found("PDF page 9999"));
  });

  test("many entries of the same bytes have the room of one document", async () => {
    const text = Buffer.from(fill("{base62:4000}").repeat(250));
    const one = zip({ "a.txt": text });
    const directory = one.subarray(one.indexOf("PK\x01\x02"), one.indexOf("PK\x05\x06"));
    const all = Buffer.concat(Array.from({ length: 200 }, () => directory));
    const end = Buffer.from(one.subarray(-22));
    end.writeUInt32LE(all.length, 12);
    const bytes = Buffer.concat([one.subarray(0, one.indexOf("PK\x01\x02")), all, end]);
    const { unscanned } = await check("a.zip", bytes);
    expect([...new Set(unscanned)]).toEqual([tooLong]);
  });
});

/** 40 directories, one behind the other, each with a thumbnail that is all of what follows. */
function thumbnails(): Buffer {
  const count = 40;
  const length = 2 + 2 * 12 + 4;
  const directories = Buffer.alloc(8 + count * length);
  directories.write("II*\0\x08", "latin1");
  const start = directories.length;
  for (let index = 0; index < count; index++) {
    let at = 8 + index * length;
    at = directories.writeUInt16LE(2, at);
    for (const [tag, value] of [
      [0x0201, start],
      [0x0202, zeros.length],
    ] as const) {
      at = directories.writeUInt16LE(tag, at);
      at = directories.writeUInt16LE(4, at);
      at = directories.writeUInt32LE(1, at);
      at = directories.writeUInt32LE(value, at);
    }
    directories.writeUInt32LE(index === count - 1 ? 0 : at + 4, at);
  }
  return Buffer.concat([directories, zeros]);
}

/** A stream of objects, each of them a string that only ends with all. */
function crowded(count: number): Buffer {
  const places = Array.from({ length: count }, (_, index) => `${index + 10} ${index}`).join(" ");
  const length = places.length + 1;
  return pdf([
    `/Type /ObjStm /N ${count} /First ${length} /Filter /FlateDecode`,
    deflateSync(`${places} ${"(".repeat(count)}`),
  ]);
}

/** 60,000 records, each of which names all of what the next 60,000 bytes are. */
function namesAlike(): Buffer {
  const count = 60_000;
  const names = Buffer.alloc(6 + 13 * count, 1);
  names.writeUInt16BE(count, 2);
  for (let at = 6; at < 6 + 12 * count; at += 12) {
    names.writeUInt16BE(1, at);
    names.writeUInt16BE(count, at + 8);
    names.writeUInt16BE(0, at + 10);
  }
  return names;
}

/** The next directory is the first. */
function looped(): Buffer {
  const bytes = tiff({ texts: { 0x013b: "nobody" } });
  bytes.writeUInt32LE(8, 8 + 2 + 12);
  return bytes;
}

describe("the name of an entry", () => {
  test("that holds a token is found, and masked where others stand in it", async () => {
    const name = `keys/${token}.txt`;
    expect(await check("a.zip", zip({ [name]: `TOKEN=${fill("ghp_{base62:30}{crc32}", 2)}` }))).toEqual({
      findings: [
        "github-token: zip entry name",
        "github-token: zip → keys/[secret 40].txt",
        "github-token: zip entry name",
      ],
      unscanned: [],
    });
  });

  test("is escaped and no longer than a line", async () => {
    const { findings } = await check("a.zip", zip({ [`${"long/".repeat(50)}a\u001b[1m\n.txt`]: token }));
    expect(findings).toEqual([`github-token: zip → …${`${"long/".repeat(50)}a\\x1b[1m\\n.txt`.slice(-160)}`]);
  });
});
