import { array, assert, constantFrom, property } from "fast-check";
import { expect, test } from "vitest";
import { mayJoin } from "../code/may-join.ts";
import { openMarkup } from "../html/markup.ts";

const signsOf = (page: string): ReturnType<ReturnType<typeof openMarkup>["signsOf"]> => {
  const markup = openMarkup();
  const signs = markup.signsOf(Buffer.from(page, "latin1"));
  markup.close();
  return signs;
};

/** What the patterns of `mayJoin` are made of, whole and in parts. */
const pieces = constantFrom(
  ...'"|\'|`|+| |\n|\t|\u00a0|(|)|/*|*/|// a\n|/|$|{|${|}|]|[|,|.|join|.join(|concat(|concat|atob(|atob|fromCharCode|fromCodePoint(|String.|9|65|Uint8Array(|[72|\\|\\1|\\141|\\\n|\\u003c|\\x3C|\\u00|<b|</b|<|>|<img src=|<b>|i<n;|a|Z|;|=|self.__next_f.push([1,"|\\"'.split(
    "|",
  ),
);
const scripts = array(pieces, { maxLength: 12 }).map((all) => all.join(""));
const around = constantFrom("", "<p>", "<span class=a>&amp;</span>", "x".repeat(15), "<strong>;", "a".repeat(63));

test("a script that may put something together is told by the kernel, wherever it stands", () => {
  let count = 0;
  assert(
    property(around, scripts, around, (before, script, behind) => {
      if (!mayJoin(script) || script.includes("</script")) return;
      count++;
      expect(signsOf(`${before}<script>${script}</script>${behind}`).mayJoin).toBe(true);
      expect(signsOf(`${before}<script type="module">${script}`).mayJoin).toBe(true);
    }),
    { numRuns: 20_000 },
  );
  expect(count).toBeGreaterThan(1000);
});

const none = { hasBase64: false, mayJoin: false, hasZlib: false, hasDiagram: false, hasWritten: false };

test("rows of React's flight are told, and documents in base64, wherever they stand", () => {
  for (let at = 0; at < 40; at++) {
    const before = "a".repeat(at);
    expect(signsOf(`${before}<script>self.__next_f.push([1,"a"])</script>`).mayJoin).toBe(true);
    expect(signsOf(`${before}<img src="data:image/png;base64,AAAA">`)).toEqual({ ...none, hasBase64: true });
    for (const [sign, begin] of [
      ["hasZlib", "/eJw"],
      ["hasZlib", "#eNq"],
      ["hasZlib", "eAE"],
      ["hasZlib", ":eF4"],
      ["hasDiagram", "&lt;mxfile"],
      ["hasWritten", "data:image/svg+xml,"],
      ["hasWritten", "DATA:text/HTML;charset=utf-8,"],
    ] as const)
      expect(signsOf(`${".".repeat(at)}${begin}${"a".repeat(20 - (at % 20))}`)).toEqual({ ...none, [sign]: true });
  }
});

test("of a page without scripts, and of one whose scripts have nothing of it, nothing is told", () => {
  expect(signsOf("<p>\"a\" + 'b', a; base64, <strong>s</strong>[1,2]")).toEqual(none);
  expect(signsOf('<script>var a=f("b",1),c=a[1]+2;if(a<c)g(a+c)</script><p>"a"+"b"')).toEqual(none);
  expect(
    signsOf("<p>creaeNode sieJws eJa typeNames maxfile, mx: the eighth, data: image/svg, data:image/png,"),
  ).toEqual(none);
  expect(signsOf("")).toEqual(none);
});
