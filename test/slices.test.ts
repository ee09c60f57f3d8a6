import { array, assert, constantFrom, integer, property } from "fast-check";
import { expect, test } from "vitest";
import { wholeOf } from "../src/extractors/extract.ts";
import { textsOf } from "../src/extractors/html/texts.ts";

const bits = [
  ..."<p> </p> <b> </b> <br> <td> </td> <table> </table> <div\thidden> </div> </SPAN > <span\tstyle='display:none'> <form> </form>".split(
    " ",
  ),
  ..."&amp; &shy; &#65; & < > word longer-text é \0 <svg> </svg> <desc> </desc> <img\talt='&quot;a'> <a\thref=x/> </unknown-element-name> <p\0>".split(
    " ",
  ),
  " ",
  "\n",
];

/** The lines of a page's texts, each with the place that its first byte comes from. */
function linesOf(page: string, isXml: boolean, slice?: number): string[] {
  const whole = wholeOf({ name: Buffer.from("page.html"), bytes: Buffer.from(page) });
  const language = { isXml, charset: {}, ...(slice !== undefined && { slice }) };
  return [...textsOf(whole, language)].flatMap(({ bytes, toDocument }) => {
    let at = 0;
    return bytes
      .toString("latin1", 0, bytes.length)
      .split("\n")
      .map((line) => {
        const place = toDocument({ start: at, end: at + 1 }).start;
        at += line.length + 1;
        return `${place}: ${line}`;
      });
  });
}

test("a line is given whatever slices the page is read in", () => {
  assert(
    property(array(constantFrom(...bits), { maxLength: 80 }), integer({ min: 50, max: 200 }), (parts, slice) => {
      for (const isXml of [false, true]) {
        const given = linesOf(parts.join(""), isXml, slice);
        for (const line of linesOf(parts.join(""), isXml)) expect(given).toContain(line);
      }
    }),
    { numRuns: 500 },
  );
});

test("a NUL in the name of a tag makes it one that nobody knows", () => {
  expect(linesOf("a<p\0>b", false)).toStrictEqual(["0: ab", "6: "]);
  expect(linesOf("a<p>b", false)).toStrictEqual([]);
});

test("what stands in an element without end is hidden by the name of that element alone, however long it is", () => {
  const name = `x-${"long".repeat(100)}`;
  const page = `a<${name} hidden>b<i>c</i></${name.slice(0, -1)}>d</${name}>e`;
  expect(linesOf(page, false).map((line) => line.replace(/^\d+: /, ""))).toStrictEqual(["ae", "", "bcd", ""]);
});
