import * as fc from "fast-check";
import { deflateSync, gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { createGate } from "../src/gate.ts";
import { search } from "../src/search/search.ts";
import { encryptedPdfs } from "./encrypted-pdfs.ts";
import {
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
  tiff,
  webm,
  webp,
  xmp,
  zip,
} from "./samples.ts";

const gate = createGate();
const whole = photo({
  texts: { 0x013b: "Zora Quell", 0x9286: Buffer.from("UNICODE\0Z\0o\0") },
  position: [52.5, 13.4],
  thumbnail: jpeg(),
});
const samples: readonly (readonly [string, Buffer])[] = [
  ["a.jpg", whole],
  [
    "a.jpg",
    jpeg(
      [0xed, "Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x09\x1c\x02\x50\0\x04Zora"],
      [0xe1, `http://ns.adobe.com/xap/1.0/\0${xmp("<dc:creator>Zora</dc:creator>")}`],
    ),
  ],
  [
    "a.png",
    png(
      ["zTXt", Buffer.concat([Buffer.from("Comment\0\0"), deflateSync("text")])],
      ["eXIf", tiff({ position: [1, 2] })],
    ),
  ],
  ["a.gif", gif([0xfe, ["one", "two"]], [0xff, ["XMP DataXMP", "<a/>"]])],
  ["a.webp", webp(["EXIF", tiff({ texts: { 0x013b: "Zora" } })])],
  ["a.mkv", webm(element("1254c367", element("7373", element("67c8", element("4487", "Zora")))))],
  ["a", sqlite("pragma page_size = 512", "create table a (b text)", `insert into a values ('${"Zora ".repeat(200)}')`)],
  ["a.psd", photoshop(0x0422, tiff({ position: [1, 2] }))],
  ["a.heic", heic(tiff({ texts: { 0x013b: "Zora" } }))],
  ...Object.values(encryptedPdfs).map((written) => ["a.pdf", Buffer.from(written, "base64")] as const),
  ["a.pdf", pages("BT /F1 12 Tf [(one) -300 (two)] TJ ET", "q BI /W 1 ID xx EI Q")],
  [
    "a.pdf",
    pdf("<< /Author (\\(a\\051) /Title <feff0041> >>", ["/Type /ObjStm /N 1 /First 4", "7 0 << /Subject (a) >>"]),
  ],
  [
    "a.docx",
    zip({ "[Content_Types].xml": "", "word/document.xml": "<w:p><w:t>a &#x41;</w:t></w:p>", "b.zip": zip({ c: "c" }) }),
  ],
  ["a.zip", zip({ "a.jpg": whole }, { method: 0 })],
  ["a.tgz", gzipSync(tar({ "a.jpg": whole, b: "b" }, "zora"))],
  ["a.tar", tar({ "a.jpg": whole, b: "b" }, "zora")],
];

const change = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  byte: fc.constantFrom(0, 1, 4, 0x7f, 0x80, 0xff, 0x28, 0x3c),
});

test("whatever was done to a document, no extractor fails, and every finding leads to its bytes", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...samples),
      fc.array(change, { maxLength: 8 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.boolean(),
      async ([name, sample], changes, share, isCut) => {
        const bytes = Buffer.from(sample.subarray(0, isCut ? Math.ceil(share * sample.length) : sample.length));
        for (const { at, byte } of changes) bytes[Math.floor(at * bytes.length)] = byte;
        const { failures, candidates } = await search(
          { kind: "document", name: Buffer.from(name), nameLeaves: true, bytes },
          gate,
        );
        expect(failures.filter(({ reason }) => reason.startsWith("an extractor failed"))).toEqual([]);
        for (const { range } of candidates) {
          expect(range.start).toBeGreaterThanOrEqual(0);
          expect(range.end).toBeLessThanOrEqual(bytes.length);
          expect(range.start).toBeLessThanOrEqual(range.end);
        }
      },
    ),
    { numRuns: 1500 },
  );
});
