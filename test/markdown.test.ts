import { array, assert, asyncProperty, constantFrom } from "fast-check";
import { globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { fill } from "../src/detectors/template.ts";
import { Blocks } from "../src/extractors/markdown/blocks.ts";
import { deny } from "./lists.ts";
import { missingIn, partsIn, placesIn, strangeIn, strayIn } from "./markdown-oracle.ts";
import { blocked, createRepository, passed, type Repository } from "./repository.ts";

const token = (seed: number): string => fill("ghp_{base62:30}{crc32}", seed);
const halves = (text: string, between: string): string => `${text.slice(0, 9)}${between}${text.slice(9)}`;
const fence = "```";

interface Leak {
  readonly name: string;
  readonly text: (token: string) => string;
  readonly line: number;
  readonly column: number;
  readonly surface: string;
  readonly visible?: boolean;
}

/** What leaks, in which file, and how it is told. */
const leaks: readonly Leak[] = [
  { name: "a.md", text: (leak) => `A ${leak} b\n`, line: 1, column: 3, surface: "visible text", visible: true },
  {
    name: "a.markdown",
    text: (leak) => `A\n*${leak.slice(0, 9)}*${leak.slice(9)}\n`,
    line: 2,
    column: 2,
    surface: "visible text",
    visible: true,
  },
  {
    name: "a.md",
    text: (leak) => `A **${leak.slice(0, 9)}**${leak.slice(9)}\n`,
    line: 1,
    column: 5,
    surface: "visible text",
    visible: true,
  },
  {
    name: "a.md",
    text: (leak) => `${leak.slice(0, 9)}~~${leak.slice(9)}~~\n`,
    line: 1,
    column: 1,
    surface: "visible text",
    visible: true,
  },
  {
    name: "a.md",
    text: (leak) => `${leak.replace("_", String.raw`\_`)}\n`,
    line: 1,
    column: 1,
    surface: "visible text",
    visible: true,
  },
  {
    name: "a.md",
    text: (leak) => `> ${leak.replace("_", "&#95;")}\n`,
    line: 1,
    column: 3,
    surface: "visible text",
    visible: true,
  },
  {
    name: "a.md",
    text: (leak) => `- [${leak.slice(0, 9)}](x)${leak.slice(9)}\n`,
    line: 1,
    column: 4,
    surface: "visible text",
    visible: true,
  },
  {
    name: "a.md",
    text: (leak) => `[${leak.slice(0, 9)}][x]${leak.slice(9)}\n\n[x]: y\n`,
    line: 1,
    column: 2,
    surface: "visible text",
    visible: true,
  },
  {
    name: "a.md",
    text: (leak) => `${halves(leak, "<!-- no -->")}\n`,
    line: 1,
    column: 1,
    surface: "visible text",
    visible: true,
  },
  {
    name: "a.md",
    text: (leak) => `${leak.slice(0, 9)}<b>${leak.slice(9)}</b>\n`,
    line: 1,
    column: 1,
    surface: "visible text",
    visible: true,
  },
  {
    name: "a.md",
    text: (leak) => `# One\n\n## Two **${leak.slice(0, 9)}**${leak.slice(9)}\n`,
    line: 3,
    column: 10,
    surface: "heading",
    visible: true,
  },
  { name: "a.md", text: (leak) => `${leak}\n===\n`, line: 1, column: 1, surface: "heading", visible: true },
  {
    name: "a.md",
    text: (leak) => `| a | b |\n|---|---|\n| c | ${leak.replace("_", String.raw`\_`)} |\n`,
    line: 3,
    column: 7,
    surface: "table cell",
    visible: true,
  },
  {
    name: "a.md",
    text: (leak) => `One[^1]\n\n[^1]: See ${leak}\n`,
    line: 3,
    column: 11,
    surface: "footnote",
    visible: true,
  },
  { name: "a.md", text: (leak) => `See \`${leak}\`\n`, line: 1, column: 6, surface: "inline code", visible: true },
  {
    name: "a.md",
    text: (leak) => `${fence}ts\nconst a = "${leak}";\n${fence}\n`,
    line: 2,
    column: 12,
    surface: "code block ts",
    visible: true,
  },
  {
    name: "a.md",
    text: (leak) => `- one\n\n  ~~~\n  ${leak}\n  ~~~\n`,
    line: 4,
    column: 3,
    surface: "code block",
    visible: true,
  },
  {
    name: "a.md",
    text: (leak) => `${fence}ts title="${leak}"\na\n${fence}\n`,
    line: 1,
    column: 14,
    surface: "code block info",
    visible: false,
  },
  { name: "a.md", text: (leak) => `One\n\n    ${leak}\n`, line: 3, column: 5, surface: "code block", visible: true },
  {
    name: "a.md",
    text: (leak) => `See [x](https://x.example/${leak}).\n`,
    line: 1,
    column: 27,
    surface: "link target",
    visible: false,
  },
  {
    name: "a.md",
    text: (leak) => `See [x](y "a ${leak.replace("_", "&#x5f;")}").\n`,
    line: 1,
    column: 14,
    surface: "link title",
    visible: false,
  },
  {
    name: "a.md",
    text: (leak) => `![a ${leak.slice(0, 9)}*${leak.slice(9)}*](x.png)\n`,
    line: 1,
    column: 5,
    surface: "image alt text",
    visible: false,
  },
  { name: "a.md", text: (leak) => `![a](${leak}.png)\n`, line: 1, column: 6, surface: "image source", visible: false },
  { name: "a.md", text: (leak) => `![a](x '${leak}')\n`, line: 1, column: 9, surface: "image title", visible: false },
  {
    name: "a.md",
    text: (leak) => `One\n\n[x]: https://x.example/${leak}\n`,
    line: 3,
    column: 24,
    surface: "link target",
    visible: false,
  },
  {
    name: "a.md",
    text: (leak) => `[x]: y\n  "${leak.replace("_", String.raw`\_`)}"\n`,
    line: 2,
    column: 4,
    surface: "link title",
    visible: false,
  },
  {
    name: "a.md",
    text: (leak) => `---\ntitle: One\nauthor:\n  key: ${leak}\n---\n\nOne\n`,
    line: 4,
    column: 8,
    surface: "front matter author.key",
  },
  {
    name: "a.md",
    text: (leak) => `+++\ntitle = "${leak}"\n+++\n\nOne\n`,
    line: 2,
    column: 10,
    surface: "front matter title",
  },
  {
    name: "a.md",
    text: (leak) => `One\n\n<!-- ${leak} -->\n`,
    line: 3,
    column: 6,
    surface: "HTML comment",
    visible: false,
  },
  {
    name: "a.md",
    text: (leak) => `<div>\n<p>${leak.slice(0, 2)}<b>${leak.slice(2, 4)}</b>${leak.slice(4)}</p>\n</div>\n`,
    line: 2,
    column: 4,
    surface: "visible text",
    visible: true,
  },
  {
    name: "a.md",
    text: (leak) => `<p><img alt="${leak}"></p>\n`,
    line: 1,
    column: 14,
    surface: "attribute alt",
    visible: false,
  },
  {
    name: "a.md",
    text: (leak) => `One <i title="${leak}">two</i>\n`,
    line: 1,
    column: 15,
    surface: "attribute title",
    visible: false,
  },
  {
    name: "a.md",
    text: (leak) => `<details hidden>${leak}</details>\n`,
    line: 1,
    column: 17,
    surface: "hidden text",
    visible: false,
  },
  {
    name: "a.mdx",
    text: (leak) => `import a from "./${leak}.js";\n\n# One\n`,
    line: 1,
    column: 18,
    surface: "MDX import",
    visible: false,
  },
  {
    name: "a.mdx",
    text: (leak) => `export const key = {\n  a: "${leak}",\n};\n\n# One\n`,
    line: 2,
    column: 7,
    surface: "MDX export",
    visible: false,
  },
  {
    name: "a.mdx",
    text: (leak) => `One {/* ${leak} */}\n`,
    line: 1,
    column: 9,
    surface: "MDX comment",
    visible: false,
  },
  {
    name: "a.mdx",
    text: (leak) => `{\n  show("${leak}")\n}\n`,
    line: 2,
    column: 9,
    surface: "MDX expression",
    visible: false,
  },
  {
    name: "a.mdx",
    text: (leak) => `One ${halves(leak, "{/* no */}")}\n`,
    line: 1,
    column: 5,
    surface: "visible text",
    visible: true,
  },
  {
    name: "a.mdx",
    text: (leak) => `One ${leak.slice(0, 9)}{'${leak.slice(9)}'}\n`,
    line: 1,
    column: 5,
    surface: "visible text",
    visible: true,
  },
  {
    name: "a.mdx",
    text: (leak) => `<Card title="${leak}" />\n`,
    line: 1,
    column: 14,
    surface: "attribute title",
    visible: false,
  },
];

test("what a document in Markdown leaks is found where a reader meets it, and no part of the verdict holds it", () => {
  const place = createRepository();
  for (const [index, { name, text }] of leaks.entries()) place.write(`${index}/${name}`, text(token(index)));
  const { stdout, code } = place.outgate("files", "--format", "json");
  expect(code).toBe(1);
  const { findings } = JSON.parse(stdout) as {
    findings: { document: string; ruleId: string; surface: string; visible?: boolean; line: number; column: number }[];
  };
  const told = findings
    .toSorted((a, b) => Number.parseInt(a.document, 10) - Number.parseInt(b.document, 10))
    .map(({ document, ruleId, surface, visible, line, column }) => ({
      document,
      ruleId,
      surface,
      visible,
      line,
      column,
    }));
  expect(told).toEqual(
    leaks.map(({ name, surface, visible, line, column }, index) => ({
      document: `${index}/${name}`,
      ruleId: "secret/github-token",
      surface,
      visible,
      line,
      column,
    })),
  );
  for (const index of leaks.keys()) expect(stdout).not.toContain(token(index).slice(4, 20));
});

test("the same documents without it pass", () => {
  const place = createRepository();
  for (const [index, { name, text }] of leaks.entries())
    place.write(`${index}/${name}`, text("quendel_quendel_quendel_quendel_quendel_"));
  expect(place.check("files")).toEqual(passed());
});

test("what is staged is read alike", () => {
  const repository = createRepository();
  repository.stage("a.md", `# ${token(1).replace("_", String.raw`\_`)}\n`);
  expect(repository.staged()).toEqual(blocked("a.md:1:3 secret/github-token (heading)"));
});

test("no name of a language or of a key is shown in which something is found", () => {
  const place = createRepository();
  place.write("a.md", `---\n${token(1)}: ${token(2)}\n---\n\n${fence}${token(3)}\n${token(4)}\n${fence}\n`);
  const { stdout } = place.outgate("files", "--format", "json");
  expect(JSON.parse(stdout)).toMatchObject({ findings: { length: 4 } });
  for (const seed of [1, 2, 3, 4]) expect(stdout).not.toContain(token(seed).slice(4, 20));
});

test("no name of an attribute is shown in which something is found", () => {
  const place = createRepository();
  place.write("a.md", `A <b ${token(1)}="${token(2)}">b</b>\n\n<div ${token(3)}="${token(4)}">\n`);
  const { stdout } = place.outgate("files", "--format", "json");
  expect(JSON.parse(stdout)).toMatchObject({ findings: { length: 4 } });
  for (const seed of [1, 2, 3, 4]) expect(stdout.toLowerCase()).not.toContain(token(seed).slice(4, 20).toLowerCase());
});

function withName(): Repository {
  const repository = createRepository();
  deny(repository, ["add"], "Marlene Quendelberg\n");
  return repository;
}

describe("a denied name is found", () => {
  const forms = {
    "emphasis and a link": "**Marlene** [Quendelberg](https://x.example)",
    "emphasis in a word": "Mar*le*ne Quendelberg",
    "emphasis in emphasis": "***Mar*lene** Quendelberg",
    "a reference": "Marl&egrave;ne Quendelberg",
    "an escape": String.raw`Marlene\_Quendelberg`,
    "a hard line break": "Marlene  \nQuendelberg",
    "a hard line break with a backslash": "Marlene\\\nQuendelberg",
    "deleted text": "Mar~~le~~ne Quendelberg",
    "deleted text, one tilde": "Mar~le~ne Quendelberg",
    "marked text": "Mar==le==ne Quendelberg",
    "raised text": "Mar^le^ne Quendelberg",
    "inline code": "Mar`lene` Quendelberg",
    "inline code, two backticks": "Mar``lene`` Quendelberg",
    "a footnote between": "Marlene[^1] Quendelberg\n\n[^1]: One",
    "a link by its label": "[Mar][a]lene Quendelberg\n\n[a]: /x",
    "a link that is its label": "[Mar]lene Quendelberg\n\n[mar]: /x",
    "a link with parentheses": "[Marlene](a(b)c) Quendelberg",
    "a link in angle brackets": "[Mar](<a b>)lene Quendelberg",
    "a link with a title": "[Mar](a 'b')lene Quendelberg",
    "emphasis in a link": "[Mar**le**](x)ne Quendelberg",
    "a long link": `[Marlene](${"x".repeat(600)}) Quendelberg`,
    "an image between": "Marlene ![x](a.png) Quendelberg",
    "an image in a word": "Mar![](a.png)lene Quendelberg",
    "a quote": "> Mar*le*ne\n> Quendelberg",
    "a list": "1. Mar*le*ne\n   Quendelberg",
    "a title with references": '[x](y "Marl&#101;ne Quendelberg")',
    "a definition's title": "[x]: y 'Marl&#101;ne Quendelberg'",
  };
  const mdxForms = {
    "a comment": "Mar{/* x */}lene Quendelberg",
    "a string": "Mar{'lene'} Quendelberg",
    "a space in a string": "<b>Mar*le*ne</b>{' '}Quendelberg",
    "a fragment": "<>Mar</>lene Quendelberg",
  };
  test("in each of its forms", () => {
    const place = withName();
    const names: string[] = [];
    for (const [form, text] of Object.entries(forms)) place.write(`${names.push(form)}.md`, `One\n\n${text}\n`);
    for (const [form, text] of Object.entries(mdxForms)) place.write(`${names.push(form)}.mdx`, `One\n\n${text}\n`);
    const found = place.check("files").findings.map((one) => names[Number.parseInt(one, 10) - 1]);
    expect(new Set(found)).toEqual(new Set(names));
    expect(found).toHaveLength(names.length);
  });

  test("and not joined where a reader sees two things", () => {
    const place = withName();
    const apart = [
      "A Mar\\*lene\n\nQuendel\\*berg",
      "Marle**ne**\n\nQuendelberg",
      "# Marle*ne* there\n\nQuendelberg",
      "- Marle*ne*\n- Quendelberg",
      "Mar<br>lene Quen<br>delberg",
      "Marle&#110;e.\n\nQuendelberg",
    ];
    for (const [index, text] of apart.entries()) place.write(`${index}.md`, `${text}\n`);
    expect(place.check("files")).toEqual(passed());
  });
});

/** What packages here ship: hundreds of documents. The longest ones are changelogs, and read by `npm run fuzz` alone. */
const documents = globSync("node_modules/**/*.{md,markdown}")
  .map((path) => ({ path, bytes: readFileSync(path) }))
  .filter(({ bytes }) => bytes.length < 65_536 || process.env["FUZZ"] !== undefined);

test("whatever word remark sees in real documents stands in their bytes or in a text, and what it is called is what remark says", async () => {
  expect(documents.length).toBeGreaterThan(400);
  const differences: unknown[] = [];
  for (const { path, bytes } of documents) {
    const found = {
      path,
      missing: await missingIn(bytes),
      stray: await strayIn(bytes),
      strange: await strangeIn(bytes),
    };
    if (found.missing.length + found.stray.length + found.strange.length > 0) differences.push(found);
  }
  expect(differences).toEqual([]);
}, 600_000);

/** Pieces of documents, in whatever order. */
const pieces =
  "a|b | c|*|**|***|_|__|~|~~|`|``|[|](x)|](<y>)|][z]|]|![|\\*|\\_|\\|&amp;|&#97;|&|<b>|</b>|<!--|-->|<|>|\n|\n\n|\n> |\n- |\n1. |\n    |# |\n```\n|\n~~~\n|==|^|[^1]|\n[^1]: |\n[z]: x|\n---\n|\n===\n|<div>|</div>| \\| |{|}|{/*|*/}|é|\t".split(
    "|",
  );
const soups = array(constantFrom(...pieces), { minLength: 1, maxLength: 16 }).map((some) => some.join(""));

test("texts of broken documents lead back to their bytes, and each place of them has a name or none", async () => {
  await assert(
    asyncProperty(soups, async (text) => {
      const bytes = Buffer.from(text);
      for (const isMdx of [false, true]) {
        expect(await strayIn(bytes, isMdx)).toEqual([]);
        const ranges = [...bytes.keys()].map((start) => ({ start, end: start + 1 }));
        expect(await placesIn(bytes, ranges, isMdx)).toHaveLength(ranges.length);
      }
    }),
    { numRuns: 1000 },
  );
});

describe("work and memory grow as the text does", () => {
  const size = 1 << 20;
  test.each([
    "[",
    "![",
    "](",
    "[a](",
    "[a]",
    "*",
    "*a ",
    "a**b ",
    "_a ",
    "~a",
    "`a",
    "> ",
    ">",
    "- ",
    "<",
    "<a ",
    "<!--",
    "&",
    "{",
    "\\",
    "[^a]",
    "|",
    "[a]: b\n",
    "a\n",
    "```\n",
  ])("of many %j", async (piece) => {
    const bytes = Buffer.from(`a\\_b ${piece.repeat(size / piece.length)}`);
    for (const isMdx of [false, true]) {
      const parts = await partsIn(bytes, isMdx);
      expect(parts.reduce((sum, part) => sum + part.bytes.length, 0)).toBeLessThan(4 * size);
      expect(await placesIn(bytes, [{ start: bytes.length - 1, end: bytes.length }], isMdx)).toHaveLength(1);
    }
  });

  test.each(["# a\n", "# a\r\n", "# a\n\n", "# a\r\n\r\n", "- a\n", `${"a ".repeat(300)}\n# b\nc**d**e\n`])(
    "of many %j before a mark",
    async (piece) => {
      const bytes = Buffer.from(`${piece.repeat(2 * (size / piece.length))}quendel**berg**lach`);
      const parts = await partsIn(bytes);
      expect(parts.some((part) => part.bytes.toString("utf8", 0, part.bytes.length).includes("quendelberglach"))).toBe(
        true,
      );
    },
  );

  test.each(["a*b*c\n", "a*b*c ", "a*b*c\n\n", "<p>a&amp;b\n"])(
    "a paragraph of many %j is given in pieces",
    async (piece) => {
      const parts = await partsIn(Buffer.from(piece.repeat((4 * size) / piece.length)));
      expect(parts.length).toBeGreaterThan(1);
      expect(Math.max(...parts.map((part) => part.bytes.length))).toBeLessThan(2 * size);
    },
  );

  test("a paragraph of many lines is several blocks, with all of its lines", () => {
    const lines = [...new Blocks("a\n".repeat(200_000), { isMdx: false })].map((block) => block.lines.length);
    expect(lines).toEqual([65_536, 65_536, 65_536, 3_392]);
  });

  test("front matter of more than a megabyte is text", () => {
    const [first] = new Blocks(`---\n${"a: b\n".repeat(size / 4)}---\n`, { isMdx: false });
    expect(first?.kind).toBe("paragraph");
  });

  test.each([1_000, 4_000_000])("a table of %d columns is read", async (columns) => {
    const row = (cell: string): string => `|${`${cell}|`.repeat(columns)}\n`;
    const parts = await partsIn(Buffer.from(`${row("a")}${row("-")}quendel**berg**lach\n`));
    expect(parts.map((part) => part.bytes.toString("utf8", 0, part.bytes.length)).join()).toContain("quendelberglach");
  });

  test("of more labels than anybody writes it is said that they were not read", async () => {
    const labels = Array.from({ length: 270_000 }, (_, index) => `[${index}]: b\n\n`);
    await expect(partsIn(Buffer.from(`${labels.join("")}quendel**berg**lach`))).rejects.toThrow("behind its first");
  });
});
