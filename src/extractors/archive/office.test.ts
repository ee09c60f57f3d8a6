import { expect, test } from "vitest";
import { officeText } from "./office.ts";

const textOf = (xml: string): string => officeText("docx", "word/document.xml", xml).text.toString();

test.each([
  ["a tab of Word", "<w:p><w:r><w:t>Jane</w:t><w:tab/><w:t>Public</w:t></w:r></w:p>", "\nJane\tPublic\n"],
  ["a line's end of Word", "<w:p><w:r><w:t>Jane</w:t><w:br/><w:t>Public</w:t></w:r></w:p>", "\nJane\nPublic\n"],
  [
    "a line's end on a slide",
    "<a:p><a:r><a:t>Jane</a:t></a:r><a:br/><a:r><a:t>Public</a:t></a:r></a:p>",
    "\nJane\nPublic\n",
  ],
  ["a space of OpenDocument", "<text:p>Jane<text:s/>Public</text:p>", "\nJane Public\n"],
])("%s is white space in the midst of a paragraph", (_, xml, text) => {
  expect(textOf(xml)).toBe(text);
});

test("two paragraphs are two, and a word in two colours of a drawing is one", () => {
  expect(textOf("<w:p><w:t>Jane</w:t></w:p><w:p><w:t>Public</w:t></w:p>")).toBe("\nJane\n\nPublic\n");
  expect(textOf('<Text><cp IX="0"/>Ja<cp IX="1"/>ne</Text>')).toBe("Jane\n0\n1");
});
