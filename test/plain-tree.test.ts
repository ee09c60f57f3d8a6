import { array, assert, constantFrom, property } from "fast-check";
import { expect, test } from "vitest";
import type { Place } from "../src/extractors/format.ts";
import { placesInHtml } from "../src/extractors/html/html-places.ts";
import { treesOf } from "./oracle.ts";

const names =
  "div p span a b em ul li dl dd h1 h2 table tbody tr td select option form button svg g title desc path pre textarea script style noscript ruby rt template font nobr section linearGradient x-y math iframe caption colgroup col label address object".split(
    " ",
  );
const tags = names.flatMap((name) => [`<${name}>`, `</${name}>`]);
const loose = [
  ...tags,
  ..."word x&amp;y < <br> <br/> <img\tsrc=a> <hr> <input\tid=q> <path\td=x\t/> <!--c--> <p\tid='a'\tid=b> <p\tid='a'\"> <img\ta'> </br> <body\tclass=a> <![CDATA[x]]> <!doctype\thtml>".split(
    " ",
  ),
  " ",
  "\n",
];

function page(body: string): string {
  return `<!DOCTYPE html>\n<html lang="en">\n<head><title>a &amp; b</title><meta name=x content='y'></head>\n<body>${body}</body>\n</html>\n`;
}

function compare(text: string): boolean {
  const trees = treesOf(text);
  if (trees === undefined) return false;
  expect(trees.plain).toStrictEqual(trees.real);
  return true;
}

test("where tags are put behind each other without any order, no tree is told that parse5 does not make", () => {
  assert(
    property(array(constantFrom(...loose), { maxLength: 12 }), (parts) => {
      compare(page(parts.join("")));
    }),
    { numRuns: 3000 },
  );
});

test("where each tag is closed, a tree is that of parse5, and many have one", () => {
  const steps = [...names, ...Array.from({ length: names.length }, () => "end"), "text", "<br>", "<!-- c -->", "\n"];
  let plain = 0;
  assert(
    property(array(constantFrom(...steps), { maxLength: 20 }), (parts) => {
      if (compare(page(nested(parts)))) plain++;
    }),
    { numRuns: 3000 },
  );
  expect(plain).toBeGreaterThan(500);
});

/** Names are start tags, and "end" closes the innermost one. */
function nested(parts: readonly string[]): string {
  const open: string[] = [];
  let text = "";
  for (const part of parts) {
    const isName = names.includes(part);
    if (isName) open.push(part);
    const name = part === "end" ? open.pop() : undefined;
    text += isName ? `<${part}>` : name === undefined ? (part === "end" ? "" : part) : `</${name}>`;
  }
  return (
    text +
    open
      .toReversed()
      .map((name) => `</${name}>`)
      .join("")
  );
}

test.each([
  ["names of attributes with a quotation mark", '<div id=\'a\'">b</div><p style="c: "d"">e</p><img x\'>'],
  [
    "a list, a table, a form, a picture",
    "<ul><li>a</li><li><p>b</p></li></ul><table><tbody><tr><td>c<b>d</b></td></tr></tbody></table><form id=f><select><option>e</option></select><input></form><svg viewBox='0 0 1 1'><title>f</title><g><path d='M0'/></g></svg>",
  ],
  [
    "what is read as text",
    "<script>if (a<b) document.write('<p>')</script><style>a>b{}</style><textarea><p></textarea><noscript><img></noscript>",
  ],
])("a page has its tree told by its tags: %s", (_, body) => {
  expect(compare(page(body))).toBe(true);
});

test.each([
  ["an element that is closed by itself", "<p>a<p>b"],
  ["text in a table", "<table>a<tbody><tr><td>b</td></tr></tbody></table>"],
  ["a body that is added", "</body><p>a</p>"],
  ["a section of a table that is added", "<table><tr><td>a</td></tr></table>"],
  ["a link in a link", "<a>b<span><a>c</a></span></a>"],
  ["a name that SVG writes with capitals", "<svg><lineargradient></lineargradient></svg>"],
])("a page has no such tree: %s", (_, body) => {
  expect(compare(page(body))).toBe(false);
});

const shown = (): boolean => true;

/** Where each byte of a page stands, all of them asked for at once or one by one. */
function placesOf(text: string, isAlone: boolean): readonly (Place | undefined)[] {
  const bytes = Buffer.from(text);
  const all = Array.from(bytes, (_, start) => ({ start, end: start + 1 }));
  return isAlone
    ? all.flatMap((range) => placesInHtml(bytes, [range], shown))
    : placesInHtml(bytes, [...all, ...all], shown).slice(0, all.length);
}

test("a place is told alike, whether others are asked for beside it or the rest of the tree is forgotten", () => {
  const written = loose.filter((part) => !part.startsWith("<body"));
  assert(
    property(array(constantFrom(...written), { maxLength: 10 }), (parts) => {
      const text = page(parts.join(""));
      expect(placesOf(text, true)).toStrictEqual(placesOf(text, false));
    }),
    { numRuns: 300 },
  );
  assert(
    property(array(constantFrom(...names, "end", "text", "<br>", "<b hidden id=x>"), { maxLength: 12 }), (parts) => {
      const text = page(nested(parts));
      expect(placesOf(text, true)).toStrictEqual(placesOf(text, false));
    }),
    { numRuns: 200 },
  );
});
