import { deflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { fill } from "../../detectors/template.ts";
import { wholeOf } from "../extract.ts";
import { type Format, Unparsed } from "../format.ts";
import { wholeRoom } from "../gzip.ts";
import { drawing } from "./carried.ts";
import { publishedData } from "./data.ts";
import { publishedPage } from "./pages.ts";
import { publishedScript } from "./scripts.ts";
import { publishedStyle } from "./styles.ts";

async function textsOf(format: Format, bytes: Buffer): Promise<string[]> {
  const texts: string[] = [];
  for (const text of await format.texts(wholeOf({ name: Buffer.from("a"), bytes }), wholeRoom()))
    texts.push("bytes" in text ? text.bytes.toString("latin1", 0, text.bytes.length) : text.reason);
  return texts;
}

const textsOfScript = async (script: string): Promise<string[]> => textsOf(publishedScript, Buffer.from(script));

test("what is compressed in an address is read to its end where marks of base64 are percent-encoded", async () => {
  const text = fill("{base62:2000}");
  const base64 = deflateSync(text).toString("base64");
  expect(base64).toMatch(/\+.*\//);
  const encoded = encodeURIComponent(base64);
  for (const address of [base64, encoded, encoded.replaceAll("%2B", "%2b").replaceAll("%2F", "%2f")])
    expect(await textsOf(publishedPage, Buffer.from(`<a href="https://example.org/?z=${address}">`))).toEqual([text]);
});

test("an array whose items are joined by much text comes to no more than the script", async () => {
  const items = `a=[${'"b",'.repeat(20_000)}"b"]`;
  expect(await textsOfScript(`${items}.join("${"c".repeat(100_000)}");d="e"+"fghi"`)).toEqual(["efghi\n\n"]);
  expect(await textsOfScript(`${items}.join("cc");d="e"+"fghi"`)).toEqual([`${"bcc".repeat(20_000)}b\n\nefghi\n\n`]);
});

test("an array that comes to more than is searched at once is cut, and no item is left out", async () => {
  const item = "b".repeat(1000);
  const texts = await textsOfScript(`a=[${`"${item}",`.repeat(3000)}"end"].join("-")`);
  expect(texts.join("").replaceAll("\n\n", "")).toBe(`${`${item}-`.repeat(3000)}end`);
});

test("of what is longer than 64 MB it is told that not all of it was read so", async () => {
  const bytes = Buffer.alloc((1 << 26) + 1, " ");
  for (const format of [publishedPage, publishedScript, publishedStyle, publishedData, drawing])
    await expect(textsOf(format, bytes)).rejects.toThrow(Unparsed);
});
