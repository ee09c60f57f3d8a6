import { globSync, readFileSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import { describe, expect, test } from "vitest";

const stages = [
  "config",
  "sources",
  "extractors",
  "engine",
  "detectors",
  "findings",
  "denylist",
  "policy",
  "suppressions",
  "reporters",
];

/** From the ground up: what each folder or file of src/ may import beside itself. */
const layers: Readonly<Record<string, readonly string[]>> = {
  model: [],
  ...Object.fromEntries(stages.map((stage) => [stage, ["model"]])),
  "built-in": ["model", "engine", "detectors"],
  gate: ["model", "config", "engine", "detectors", "policy", "suppressions", "built-in"],
  "term-tables": ["model", "engine", "denylist"],
  denied: ["model", "engine", "detectors", "denylist", "gate", "term-tables"],
  search: ["model", "extractors", "engine", "detectors", "findings", "gate"],
  suppress: ["model", "findings", "suppressions", "gate", "search"],
  describe: ["model", "extractors", "findings", "policy", "search"],
  scan: ["model", "findings", "policy", "describe", "gate", "search", "suppress"],
  scrub: ["model", "findings", "gate", "search"],
  configured: ["config", "detectors"],
  message: [
    "model",
    "config",
    "extractors",
    "findings",
    "policy",
    "built-in",
    "configured",
    "describe",
    "gate",
    "search",
  ],
  log: ["model", "config", "extractors", "detectors", "findings", "policy", "built-in", "configured", "gate", "search"],
  threads: ["model", "config", "sources", "built-in", "configured", "gate", "denied", "search"],
  merge: ["model", "policy"],
  cache: ["model"],
  lists: ["model", "config", "denylist", "sources", "gate", "denied", "scrub", "cache"],
  options: ["model"],
  "open-listed": ["config", "gate", "message", "lists"],
  "open-gate": ["config", "message", "open-listed", "options"],
  "open-redactor": ["log", "open-listed", "open-gate", "options"],
  "create-gate": ["model", "detectors", "suppressions", "configured", "gate", "open-gate", "open-listed", "options"],
  winston: ["log"],
  pino: ["open-redactor"],
  index: [
    "model",
    ...stages,
    "gate",
    "create-gate",
    "message",
    "log",
    "open-gate",
    "open-redactor",
    "winston",
    "scan",
    "scrub",
  ],
  cli: [
    "model",
    ...stages,
    "built-in",
    "configured",
    "gate",
    "denied",
    "lists",
    "message",
    "log",
    "open-listed",
    "search",
    "scan",
    "scrub",
    "threads",
    "merge",
    "cache",
  ],
};

interface Import {
  readonly file: string;
  /** A module of Node.js or a package, or the layer of a file. */
  readonly target: string;
}

/** `from "…"`, `import "…"`, `import("…")`, and what loads a module of Node.js late. */
const written = /\b(?:from\s+|import\s+|import\(\s*|getBuiltinModule\()"([^"]+)"/g;

const files = globSync("src/**/*.ts").filter((file) => !file.endsWith(".test.ts"));
const imports = files.flatMap(importsOf);

function importsOf(file: string): Import[] {
  const source = readFileSync(file, "utf8");
  const specifiers = [...source.matchAll(written)].flatMap(([, specifier]) => specifier ?? []);
  return specifiers.map((specifier) => ({
    file,
    target: specifier.startsWith(".") ? layerOf(join(dirname(file), specifier)) : specifier,
  }));
}

/** `src/policy/table.ts` → `policy`, `src/gate.ts` → `gate`. */
function layerOf(path: string): string {
  const [top, name = ""] = path.split(sep);
  return top === "src" ? name.replace(/\.ts$/, "") : path;
}

test("every file belongs to a layer", () => {
  expect(files.length).toBeGreaterThan(50);
  expect([...new Set(files.map(layerOf))].toSorted()).toEqual(Object.keys(layers).toSorted());
});

describe.each(Object.entries(layers))("%s", (layer, allowed) => {
  const own = imports.filter(({ file }) => layerOf(file) === layer);

  test("stands on layers below it", () => {
    const order = Object.keys(layers);
    expect(allowed.filter((other) => order.indexOf(other) >= order.indexOf(layer))).toEqual([]);
  });

  test("imports nothing but what it stands on", () => {
    const known = own.filter(({ target }) => target in layers && target !== layer);
    expect(known.filter(({ target }) => !allowed.includes(target))).toEqual([]);
  });
});

/** Of each row of the table in docs/ARCHITECTURE.md: the layers that it names, and what it says that they import. */
const rows = [...readFileSync("docs/ARCHITECTURE.md", "utf8").matchAll(/^\| (`src\/.*?) \|.*\| (.*?) ?\|$/gm)].map(
  ([, named = "", allowed = ""]) => ({
    layers: namesIn(named).map((name) => layerOf(join("src", name.replace(/^src\//, "")))),
    allowed,
  }),
);

function namesIn(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].flatMap(([, name]) => name ?? []);
}

test("the table of docs/ARCHITECTURE.md has every layer, and what it imports", () => {
  expect([...new Set(rows.flatMap((row) => row.layers))].toSorted()).toEqual(Object.keys(layers).toSorted());
  const told = rows.filter(({ allowed }) => allowed === "nothing" || allowed.startsWith("`"));
  expect(told.length).toBeGreaterThan(15);
  for (const { layers: named, allowed } of told)
    for (const layer of named) expect([layer, namesIn(allowed).toSorted()]).toEqual([layer, layers[layer]?.toSorted()]);
});

/** Metadata in metadata: a resource of Photoshop may hold EXIF, and a TIFF such resources. */
const recursive = new Set(["src/extractors/image/iptc.ts", "src/extractors/image/tiff.ts"]);

test("no files import each other in a circle", () => {
  const known = globSync("{src,kernel}/**/*.ts");
  const importedBy = new Map(known.map((file) => [file, new Set(filesImportedBy(file, known))]));
  // What imports nothing that is left, or is imported by nothing that is left, is in no circle.
  for (let count = 0; count !== importedBy.size;) {
    count = importedBy.size;
    for (const [file, imported] of importedBy) {
      const isImported = [...importedBy.values()].some((others) => others.has(file));
      if (!isImported || [...imported].every((other) => !importedBy.has(other))) importedBy.delete(file);
    }
  }
  expect(new Set(importedBy.keys())).toEqual(recursive);
});

/** Imports in kernel/ name no ending. */
function filesImportedBy(file: string, known: readonly string[]): string[] {
  const specifiers = [...readFileSync(file, "utf8").matchAll(written)].flatMap(([, specifier]) => specifier ?? []);
  return specifiers
    .filter((specifier) => specifier.startsWith("."))
    .map((specifier) => join(dirname(file), specifier))
    .flatMap((path) => known.find((other) => other === path || other === `${path}.ts`) ?? []);
}

/** Which layers may use what lies outside of src/. */
const outside: Readonly<Record<string, readonly string[]>> = {
  "package.json": ["reporters", "cli"],
  "@noble/hashes/hmac.js": ["denylist"],
  "@noble/hashes/sha2.js": ["denylist"],
  "age-encryption": ["denylist"],
  "node:buffer": ["denylist", "extractors"],
  "node:child_process": ["sources", "lists", "cli"],
  "node:crypto": [
    "config",
    "denylist",
    "detectors",
    "extractors",
    "findings",
    "suppressions",
    "merge",
    "cache",
    "log",
    "cli",
  ],
  "node:events": ["pino", "threads"],
  "node:fs": ["config", "denylist", "sources", "cache", "lists", "message", "pino", "cli"],
  "node:path": ["config", "denylist", "sources", "cache", "lists", "message", "cli"],
  "node:stream": ["log", "pino", "cli"],
  "node:stream/web": ["log"],
  "node:timers/promises": ["cli"],
  "node:url": ["denylist", "cli"],
  "node:v8": ["cli"],
  "node:vm": ["cli"],
  "node:util": ["denylist", "message", "cli"],
  "node:zlib": ["denylist", "extractors", "sources", "cli"],
  "node:os": ["cache", "lists", "cli"],
  "node:readline": ["cli"],
  "node:tty": ["cli"],
  "node:worker_threads": ["threads"],
  "node:module": ["cli"],
  "@secretlint/secretlint-rule-preset-recommend": ["detectors"],
  "@secretlint/types": ["detectors"],
  cac: ["cli"],
  entities: ["denylist"],
  "entities/decode": ["extractors"],
  "fast-glob": ["sources"],
  "jsonc-parser": ["config", "cli"],
  "libphonenumber-js/max": ["detectors"],
  parse5: ["extractors"],
  picomatch: ["suppressions"],
  re2js: ["detectors"],
  valibot: ["config", "reporters"],
};

/** What Node.js has for the network without an import, but for examples: lines that begin with a quotation mark. */
const reaching = /^\s*[^\s"'`].*\b(?:fetch|WebSocket|EventSource)\(/m;

test("packages and modules of Node.js are used where they belong, and none that reaches the network", () => {
  const foreign = imports.filter(({ target }) => !(target in layers));
  expect(foreign.filter(({ file, target }) => !outside[target]?.includes(layerOf(file)))).toEqual([]);
  expect(files.filter((file) => reaching.test(readFileSync(file, "utf8")))).toEqual([]);
});

test("each file of the kernel can be read at once: it has fewer than 200 lines", () => {
  const lengths = globSync("kernel/**/*.ts").map(
    (file) => [file, readFileSync(file, "utf8").split("\n").length] as const,
  );
  expect(lengths.length).toBeGreaterThan(20);
  expect(lengths.filter(([, length]) => length > 200)).toEqual([]);
});
