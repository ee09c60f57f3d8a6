import { expect, test } from "vitest";
import { wholeOf } from "../extract.ts";
import { wholeRoom } from "../gzip.ts";
import { publishedScript } from "./scripts.ts";

async function textsOf(script: string): Promise<string[]> {
  const whole = wholeOf({ name: Buffer.from("a.js"), bytes: Buffer.from(script) });
  const texts: string[] = [];
  for (const text of await publishedScript.texts(whole, wholeRoom()))
    texts.push("bytes" in text ? text.bytes.toString("latin1", 0, text.bytes.length) : text.reason);
  return texts;
}

test("an array whose items are joined by much text comes to no more than the script", async () => {
  const items = `a=[${'"b",'.repeat(20_000)}"b"]`;
  expect(await textsOf(`${items}.join("${"c".repeat(100_000)}");d="e"+"fghi"`)).toEqual(["efghi\n\n"]);
  expect(await textsOf(`${items}.join("cc");d="e"+"fghi"`)).toEqual([`${"bcc".repeat(20_000)}b\n\nefghi\n\n`]);
});

test("an array that comes to more than is searched at once is cut, and no item is left out", async () => {
  const item = "b".repeat(1000);
  const texts = await textsOf(`a=[${`"${item}",`.repeat(3000)}"end"].join("-")`);
  expect(texts.join("").replaceAll("\n\n", "")).toBe(`${`${item}-`.repeat(3000)}end`);
});
