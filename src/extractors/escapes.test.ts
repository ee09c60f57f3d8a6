import { expect, test } from "vitest";
import { mark } from "../../test/mark.ts";
import { githubToken } from "../detectors/secrets/github.ts";
import { npmToken } from "../detectors/secrets/npm.ts";
import { fill } from "../detectors/template.ts";
import { noClues } from "../model/clues.ts";
import type { Range } from "../model/range.ts";
import { escapedText } from "./escapes.ts";

const color = "\u001B[32m";
const token = "«ghp_{base62:30}{crc32}»";

test.each([
  ["a terminal's colour", `${color}+ token: ${color}${token}\u001B[0m`],
  ["a percent-encoded address", `GET /cb?next=https%3A%2F%2Fx.io%2F%3Ftoken%3D${token}%26a%3D1`],
  ["a percent-encoded login", `https%3A%2F%2Fbot%3A${token}%40github.com`],
  ["a line break in JSON", `{"log":"start\\n${token}\\nend"}`],
  ["a line break in JSON in JSON", `{"log":"{\\"a\\":\\"x\\\\n${token}\\"}"}`],
  ["a character by its number", `token\\u003d${token}`],
  ["a character by its number in braces", `token\\u{3d}${token}`],
  ["a character by its number in octal digits", `token\\\\075${token}`],
  ["the end of a line that goes on", `token=\\\r\n${token}`],
  ["what a notebook keeps of a colour", String.raw`"\u001b[38;2;255;128;100;48;2;255;255;255m${token}\u001b[39m"`],
  ["a colour that a shell or Rust writes", String.raw`\e[1m${token}\033[0m \u{1b}[4:3m${token}`],
  ["a line that a terminal writes anew", `Installing\u001B[2K\u001B[1G${token}\u001B[?25h${token}`],
  ["a set of characters", `\u001B$B%H!<%/%s\u001B(B${token}\u001B(B\u001B[m`],
  ["nothing", `token=${token}`],
])("a token behind %s is found where it stands", async (_, template) => {
  const text = fill(template);
  expect(await mark(githubToken, text.replaceAll(/[«»]/g, ""))).toBe(text);
});

test("escapes in a token are decoded", async () => {
  const text = fill("q=%6Epm%5F{base62:30}");
  const whole = fill("npm_{base62:30}{crc32}", 5);
  const written = `q=%6E${whole.slice(1, 20)}%${whole.charCodeAt(20).toString(16)}${whole.slice(21)}`;
  expect(await mark(npmToken, written)).toBe(`q=«${written.slice(2)}»`);
  expect(await mark(npmToken, text)).toBe(text);
});

test("a token is found whole wherever the escape before it stands", async () => {
  const found = fill("ghp_{base62:30}{crc32}");
  for (let distance = 1900; distance < 2100; distance += 7) {
    const text = `\\nfirst-of-the-escapes${" ".repeat(distance)}\\n`;
    expect(await mark(githubToken, text + found)).toBe(`${text}«${found}»`);
  }
});

test("what is decoded ends behind an escape, not in it, wherever it stands", () => {
  for (let distance = 1900; distance < 2100; distance++) {
    const bytes = Buffer.from(`\\n${" ".repeat(distance)}password=\\"hunter2\\" and more`);
    const segment = { part: "contents", surface: "text", bytes, toDocument: (range: Range) => range } as const;
    const decoded = [...escapedText(segment, { ...noClues, escapes: [0] })];
    expect(decoded).toHaveLength(1);
    for (const one of decoded) expect(one.bytes.toString()).not.toMatch(/\\$/);
  }
});
