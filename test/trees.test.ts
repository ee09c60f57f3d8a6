import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type Context, fragmentIn, missingIn, strayIn } from "./oracle.ts";

// The tests that browsers are held against, https://github.com/html5lib/html5lib-tests, as the package domino brings them.

interface Tree {
  /** A page, or what is written into an element. */
  readonly data: string;
  readonly fragment?: Context;
}

const file = new URL(import.meta.resolve("html5lib-trees/test/html5lib-tests.json"));
const trees = Object.values(JSON.parse(readFileSync(file, "utf8")) as Readonly<Record<string, readonly Tree[]>>).flat(); // its README has the shape

const moved = "text of a table outside of its cells is moved in front of the table, where it joins what stands there";
const dropped = "select drops the tags in it, so that what stands in them is one text";

/** Of a tree the text that parse5 sees and the extractor does not, and why: each is put together of texts that are apart in the source. */
const differences: Readonly<Record<string, readonly [text: string, reason: string]>> = {
  "<!-----><font><div>hello<table>excite!<b>me!<th><i>please!</tr><!--X-->": ["helloexcite!", moved],
  "<!doctype html>a<i>b<table>c<b>d</i>e</b>f": ["bc", moved],
  '<a href="blah">aba<table><tr><td><a href="foo">br</td></tr>x</table>aoe': ["abax", moved],
  "<table>A<td>B</td>C</table>": ["AC", moved],
  "A<table><tr> B</tr> </em>C</table>": ["A BC", moved],
  "A<table><tr> B</tr> B</table>": ["A B B", moved],
  "x<table>x": ["xx", moved],
  "<!DOCTYPE html>A<option>B<optgroup>C<select>D</option>E": ["DE", dropped],
  "<!DOCTYPE html><body><table><select><math><mi>foo</mi><mi>bar</mi><p>baz</table><p>quux": ["foobarbaz", dropped],
  "<!DOCTYPE html><body><table><select><svg><g>foo</g><g>bar</g><p>baz</table><p>quux": ["foobarbaz", dropped],
  "<!DOCTYPE html><body><table><tr><td><select><math><mi>foo</mi><mi>bar</mi><p>baz</table><p>quux": [
    "foobarbaz",
    dropped,
  ],
  "<!DOCTYPE html><body><table><tr><td><select><svg><g>foo</g><g>bar</g><p>baz</table><p>quux": ["foobarbaz", dropped],
};

test("whatever parse5 sees in html5lib's trees stands in the bytes or in a text, and texts lead back to their bytes", async () => {
  const found: Record<string, readonly string[]> = {};
  for (const { data, fragment } of trees) {
    const tree = fragment && fragmentIn(fragment, data);
    const all = [...(await missingIn(data, tree)), ...(await strayIn(data))];
    if (all.length > 0) found[data] = all;
  }
  expect(trees.length).toBe(1623);
  expect(found).toEqual(Object.fromEntries(Object.entries(differences).map(([data, [text]]) => [data, [text]])));
});
