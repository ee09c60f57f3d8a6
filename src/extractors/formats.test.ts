import { expect, test } from "vitest";
import { formatsOf } from "./formats.ts";

const count = (name: string, first = 0): number => formatsOf(Buffer.from(name, "latin1"), first).length;

const pdf = 0x25504446;
const sevenZip = 0x377abcaf;
const lfs = 0x76657273;

test("a name tells a format by what stands behind its last dot, in whatever case", () => {
  for (const name of ["a.html", "A.HTM", "docs/x.SHTML", "a.b.docx", "site.Xhtml", "a.mkdn", ".md", "x.pf_fragment"])
    expect([name, count(name)]).toEqual([name, 1]);
  for (const name of ["html", "a.html.", "a.html.txt", "a.htmlx", "a.sxml", "ahtml", "a.html/b", "a.html\n", "", "a."])
    expect([name, count(name)]).toEqual([name, 0]);
});

test("an index for search is told by more than its ending", () => {
  for (const name of ["search-index.js", "lunr.min.JS", "feed.json", "posts_1.json"])
    expect([name, count(name)]).toEqual([name, 1]);
  expect(count("search.json")).toBe(2);
  for (const name of ["app.js", "package.json", "search.ts", "searching-for-what-stands-far-away.js"])
    expect([name, count(name)]).toEqual([name, 0]);
});

test("first bytes go before a name, and what Git LFS keeps in its place is of no binary format", () => {
  expect(formatsOf(Buffer.from("a.zip"), pdf)).toEqual(formatsOf(Buffer.from("a"), pdf));
  expect(count("a", sevenZip)).toBe(1);
  expect([count("a.png", lfs), count("a.html", lfs)]).toEqual([0, 1]);
  expect(formatsOf(undefined, pdf)).toEqual([]);
});
