import { describe, expect, test } from "vitest";
import { fill } from "../src/detectors/template.ts";
import { createRepository, passed } from "./repository.ts";

const token = (seed: number): string => fill("ghp_{base62:30}{crc32}", seed);
const clean = "the-name-of-a-variable-that-is-read-at-start";

const codes = (text: string): number[] => [...text].map((one) => one.charCodeAt(0));
const hexadecimal = (text: string): string[] => codes(text).map((code) => code.toString(16));
const bytes = (text: string): string => `\\x${hexadecimal(text).join("\\x")}`;
const units = (text: string): string => `\\u00${hexadecimal(text).join("\\u00")}`;
const points = (text: string): string => `\\u{${hexadecimal(text).join("}\\u{")}}`;
const octal = (text: string): string =>
  `\\${codes(text)
    .map((code) => code.toString(8))
    .join("\\")}`;
const ofStyle = (text: string): string => `\\${hexadecimal(text).join(" \\")} `;
/** One character of many. */
const one = (text: string, write: (text: string) => string): string =>
  text.slice(0, 20) + write(text.slice(20, 21)) + text.slice(21);

const source = (leak: string): string => `// äöü\nimport a from "a";\r\n\texport const key = "${leak}";\n`;
const map = (leak: string, more: object = {}): object => ({
  version: 3,
  file: "app.js",
  sources: ["../src/a.ts", "../../../etc/passwd"],
  sourcesContent: ["", source(leak)],
  names: [],
  mappings: "AAAA",
  ...more,
});
const base64 = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64");
const percent = (value: object): string => encodeURIComponent(JSON.stringify(value));

/** What leaks, in which file, and where it is told to be: line, column, surface, element. */
type Leak = readonly [name: string, text: (token: string) => string, place: string, surface: string, element?: string];

const leaks: readonly Leak[] = [
  ["app.js", (leak) => `let a;\nlet k = "${leak}";`, "2:10", "string literal", "k"],
  ["app.mjs", (leak) => `f({ apiKey: '${leak}' })`, "1:14", "string literal", "apiKey"],
  ["app.cjs", (leak) => `f({ "api-key": "${leak}" })`, "1:17", "string literal", "api-key"],
  ["app.ts", (leak) => `const k: string = \`x \${y} ${leak}\`;`, "1:27", "template literal"],
  ["app.tsx", (leak) => `// see ${leak}\n`, "1:8", "comment"],
  ["app.jsx", (leak) => `a = b / c; /* / ${leak} */`, "1:17", "comment"],
  ["app.js", (leak) => `const r = /["'\`]/, s = "${leak}"`, "1:25", "string literal", "s"],
  ["app.js", (leak) => `const r = /${leak}/;`, "1:12", "regular expression"],
  ["app.js", (leak) => `let e={BASE_URL:"/",VITE_KEY:"${leak}"}`, "1:31", "inlined environment value", "VITE_KEY"],
  ["app.js", (leak) => `x={NEXT_PUBLIC_KEY:"${leak}"}`, "1:21", "inlined environment value", "NEXT_PUBLIC_KEY"],
  ["app.js", (leak) => `e.REACT_APP_A="${leak}"`, "1:16", "inlined environment value", "REACT_APP_A"],
  ["app.js", (leak) => `e["EXPO_PUBLIC_A"]="${leak}"`, "1:21", "string literal"],
  ["app.js", (leak) => `k = "${bytes(leak)}"`, "1:6", "escapes in string literal", "k"],
  ["app.js", (leak) => `k = "${points(leak)}"`, "1:6", "escapes in string literal", "k"],
  ["app.js", (leak) => `k = "${octal(leak)}"`, "1:6", "escapes in string literal", "k"],
  ["app.js", (leak) => `k = "${one(leak, bytes)}"`, "1:6", "escapes in string literal", "k"],
  ["app.js", (leak) => `k = "${one(leak, points)}"`, "1:6", "escapes in string literal", "k"],
  ["app.js", (leak) => `k = "${leak.slice(0, 9)}\\\n${leak.slice(9)}"`, "1:6", "escapes in string literal", "k"],
  ["app.json", (leak) => `{"a":[{},{"b":"${leak}"}]}`, "1:16", "JSON value", "$.a[1].b"],
  ["app.json", (leak) => `{"a":{"${leak}":1}}`, "1:8", "JSON key", "$.a"],
  ["app.json", (leak) => `{"a":{"b c":"${units(leak)}"}}`, "1:14", "escapes in JSON value", "$.a.*"],
  [
    "app.json",
    (leak) => JSON.stringify({ a: JSON.stringify({ b: "x" }) }).replace("x", units(leak).replaceAll("\\", "\\\\")),
    "1:16",
    "escapes in JSON value",
    "$.a",
  ],
  ["app.jsonc", (leak) => `{\n// ${leak}\n"a":1}`, "2:4", "comment"],
  ["site.webmanifest", (leak) => `{"name":"${leak}"}`, "1:10", "JSON value in web manifest", "$.name"],
  ["app.css", (leak) => `a::before{content:"${leak}"}`, "1:20", "content string", "content"],
  ["app.css", (leak) => `a{background:url(/a?k=${leak})}`, "1:23", "url", "background"],
  ["app.css", (leak) => `/* ${leak} */`, "1:4", "comment"],
  ["app.scss", (leak) => `a{b{content:"${ofStyle(leak)}"}}`, "1:14", "escapes in content string", "content"],
  ["app.css", (leak) => `a{content:"${one(leak, ofStyle)}"}`, "1:12", "escapes in content string", "content"],
  ["app.css", (leak) => `a{--key:"${leak}"}`, "1:10", "string", "--key"],
  [
    "app.js.map",
    (leak) => JSON.stringify(map(leak)),
    "1:155",
    "source map: ../../../etc/passwd:3:22",
    "$.sourcesContent[1]",
  ],
  [
    "app.js.map",
    (leak) => `)]}' guarded\n${JSON.stringify(map(leak))}`,
    "2:155",
    "source map: ../../../etc/passwd:3:22",
    "$.sourcesContent[1]",
  ],
  [
    "app.js.map",
    (leak) => JSON.stringify({ version: 3, sections: [{ map: map("") }, { map: map(leak, { sourceRoot: "/b" }) }] }),
    "1:387",
    "source map: /b/../../../etc/passwd:3:22",
    "$.sections[1].map.sourcesContent[1]",
  ],
  [
    "app.css.map",
    (leak) => JSON.stringify({ sourcesContent: [source(one(leak, bytes))], sources: ["\u001B[2J.scss"] }),
    "1:76",
    "escapes in source map: \\u{1b}[2J.scss:3:22",
    "$.sourcesContent[0]",
  ],
  ["app.js.map", (leak) => JSON.stringify({ sources: [`/home/${leak}/a.ts`] }), "1:20", "JSON value", "$.sources[0]"],
  [
    "app.js",
    (leak) => `a\n//# sourceMappingURL=data:application/json;charset=utf-8;base64,${base64(map(leak))}\n`,
    "2:274",
    "base64 in source map: ../../../etc/passwd:3:22",
    "$.sourcesContent[1]",
  ],
  [
    "app.css",
    (leak) => `a{}\n/*# sourceMappingURL=data:application/json;base64,${base64(map(leak))} */\n`,
    "2:260",
    "base64 in source map: ../../../etc/passwd:3:22",
    "$.sourcesContent[1]",
  ],
  [
    "app.js",
    (leak) => `a\n//# sourceMappingURL=data:application/json,${percent(map(leak))}\n`,
    "2:329",
    "escapes in source map: ../../../etc/passwd:3:22",
    "$.sourcesContent[1]",
  ],
  [
    "app.js",
    (leak) => `a\n//# sourceMappingURL=data:application/json;base64,${base64(map(bytes(leak)))}\n`,
    "2:260",
    "escapes in base64 in source map: ../../../etc/passwd:3:22",
    "$.sourcesContent[1]",
  ],
  ["page.html", (leak) => `<script>k = "${points(leak)}"</script>`, "1:14", "inline script", "head > script"],
  [
    "page.html",
    (leak) =>
      `<p>a</p><script>a\n//# sourceMappingURL=data:application/json;base64,${base64(map(leak))}\n</script><p>b</p>`,
    "2:260",
    "base64 in source map: ../../../etc/passwd:3:22",
    "$.sourcesContent[1]",
  ],
  [
    "page.html",
    (leak) =>
      `<!doctype html><html><head><style>a{}\n/*# sourceMappingURL=data:application/json,${percent(map(leak))} */</style></head><body></body></html>`,
    "2:329",
    "escapes in source map: ../../../etc/passwd:3:22",
    "$.sourcesContent[1]",
  ],
  [
    "page.html",
    (leak) => `<script>k = "//# sourceMappingURL=data:application/json;base64,${base64(map(leak))}"</script>`,
    "1:273",
    "base64 in inline script",
    "head > script",
  ],
];

test("what scripts, style sheets, JSON and source maps leak is found where a reader meets it; the same without it passes", () => {
  const place = createRepository();
  for (const [index, [name, text]] of leaks.entries()) place.write(`${index}/${name}`, text(token(index)));
  const { stdout, code } = place.outgate("files", "--format", "json");
  expect(code).toBe(1);
  const { findings } = JSON.parse(stdout) as {
    findings: {
      document: string;
      ruleId: string;
      surface: string;
      element?: string;
      line: number;
      column: number;
    }[];
  };
  const told = findings
    .toSorted((a, b) => Number.parseInt(a.document, 10) - Number.parseInt(b.document, 10))
    .map(({ document, ruleId, surface, element, line, column }) =>
      [document, ruleId, `${line}:${column}`, surface, element].join(" | "),
    );
  expect(told).toEqual(
    leaks.map(([name, , where, surface, element], index) =>
      [`${index}/${name}`, "secret/github-token", where, surface, element].join(" | "),
    ),
  );
  for (const index of leaks.keys()) expect(stdout).not.toContain(token(index).slice(4, 18));

  for (const [index, [name, text]] of leaks.entries()) place.write(`${index}/${name}`, text(clean));
  expect(place.check("files")).toEqual(passed());
});

describe("nothing that was found is shown beside it", () => {
  test.each([
    ["a.js", `f({ "${token(1)}": "${token(2)}" })`],
    ["a.json", `{ "${token(1)}": { "b": "${token(2)}" } }`],
    ["a.map", JSON.stringify({ sources: [token(1)], sourcesContent: [token(2)] })],
    ["a.map", JSON.stringify({ sourceRoot: token(1), sources: ["a"], sourcesContent: [token(2)] })],
    [
      "a.js",
      `//# sourceMappingURL=data:application/json;base64,${base64({ sources: [token(1)], sourcesContent: [token(2)] })}`,
    ],
    ["a.css", `a{ --${token(1)}: "${token(2)}" }`],
  ])("%s", (name, text) => {
    const place = createRepository();
    place.write(name, text);
    const { stdout } = place.outgate("files", "--format", "json");
    expect((JSON.parse(stdout) as { findings: unknown[] }).findings).toHaveLength(2);
    for (const seed of [1, 2]) expect(stdout).not.toContain(token(seed).slice(4, 18));
  });
});

describe("what is hostile has an end", () => {
  const leak = token(3);
  const deep = 100_000;
  test.each([
    ["deep.json", `${'{"a":['.repeat(deep)}"${leak}"`, "JSON value"],
    ["broken.json", `]]}}{"a":"\\"b":"${leak}`, "JSON value"],
    ["broken.map", `{"sourcesContent":["${leak}"],"sources":{"a":[`, "JSON value"],
    ["short.map", `{"sourcesContent":["${leak}"],"sources":[null]}`, "JSON value"],
    [
      "long.map",
      JSON.stringify({ sources: ["a.ts"], sourcesContent: ["\n".repeat(4_000_000) + leak] }),
      "escapes in source map: a.ts:4000001:1",
    ],
    ["many.js", `${'"`${/[/"\''.repeat(deep)}\n"${leak}"`, "string literal"],
    ["quotes.js", `"${'\\"'.repeat(deep)}\n"${leak}"`, "string literal"],
    ["slashes.js", `${"/[".repeat(deep)}\n"${leak}"`, "string literal"],
    ["quotes.css", `"${'\\"'.repeat(deep)}\na{content:"${leak}"}`, "content string"],
    ["deep.js", `${"`${".repeat(deep)}"${leak}"`, "string literal"],
    ["line.js", `${"a(/x/,'y',1/2);".repeat(500_000)}k="${leak}"`, "string literal"],
    ["open.css", `${"/*".repeat(deep)}${leak}`, "comment"],
    ["deep.scss", `${"a{url(".repeat(deep)}${leak}`, "url"],
    ["map.js", `//# sourceMappingURL=data:application/json,%${leak}`, "comment"],
  ])("%s", (name, text, surface) => {
    const place = createRepository();
    place.write(name, text);
    const { stdout, code } = place.outgate("files", "--format", "json");
    expect(code).toBe(1);
    const { findings } = JSON.parse(stdout) as { findings: { surface: string }[] };
    expect(findings.map((finding) => finding.surface)).toEqual([surface]);
  });
});
