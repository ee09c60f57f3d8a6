import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { logFile } from "./log.ts";

/** A folder with nothing in it but what is to be read. */
export interface Input {
  readonly name: string;
  /** For a reader of the figures: what the bytes are. */
  readonly about: string;
  readonly folder: string;
  readonly files: number;
  readonly bytes: number;
}

export interface Inputs {
  /** Missing where the packages could not be installed; the others are made of outgate's own packages then. */
  readonly tree: Input | undefined;
  readonly source: Input;
  readonly minified: Input;
  /** Pages as they stand on a site, which are read as a reader sees them as well. */
  readonly html: Input;
  /** The same pages, which neither their names nor their first bytes tell to be such, so that they are read as the bytes that they are. */
  readonly htmlBytes: Input;
  readonly log: Input;
  /** Files of the tree, few enough for programs that are slow. */
  readonly part: Input;
  /** The same text in files of growing size. */
  readonly sizes: readonly Input[];
  /** One file of one line: what it costs is the start. */
  readonly start: Input;
}

export const megabyte = 1_000_000;

/** Well known packages, most of them large; npm itself because it ships its documentation as HTML. */
const packages = {
  "aws-sdk": "2.1693.0",
  "core-js": "3.51.0",
  "date-fns": "4.4.0",
  eslint: "10.15.0",
  googleapis: "105.0.0",
  lodash: "4.18.1",
  next: "16.4.6",
  "npm-8": "npm:npm@8.19.4",
  "npm-9": "npm:npm@9.9.4",
  "npm-10": "npm:npm@10.9.4",
  "npm-11": "npm:npm@11.6.4",
  rxjs: "7.8.2",
  three: "0.187.0",
  webpack: "5.112.2",
};

/** To be raised with every change of what is made of the packages. */
const edition = 1;

type Tell = (text: string) => void;

/**
 * Makes the inputs, or finds those of an earlier run, in folders of the system's folder for temporary files.
 * @param large whether files of a gigabyte and more are made as well
 */
export function makeInputs(large: boolean, tell: Tell): Inputs {
  const tree = install(tell);
  const base = join(tmpdir(), `outgate-bench-texts-${tree === undefined ? "own" : recipe}-${edition}`);
  const from = tree?.folder ?? join(import.meta.dirname, "../node_modules");
  const found = lazily(() => shuffled(from));
  const make = (name: string, about: string, fill: (folder: string) => void): Input =>
    kept(join(base, name), name, about, fill, tell);
  const source = make("source", "one file: JavaScript, TypeScript, Markdown and JSON of the packages", (folder) =>
    concatenate(join(folder, "source.txt"), 100 * megabyte, found().filter(isSource)),
  );
  const minified = make("minified", "one file: the packages' minified JavaScript and CSS", (folder) =>
    concatenate(join(folder, "bundle.js"), 50 * megabyte, found().filter(isMinified)),
  );
  const html = make("HTML", "built pages, most of them npm's documentation, again and again up to 12 MB", (folder) =>
    pages(folder, 12 * megabyte, found(), ".html", ""),
  );
  const htmlBytes = make(
    "HTML as bytes",
    "the same pages named `.txt`, behind a line break: no format is read in them",
    (folder) => pages(folder, 12 * megabyte, found(), ".txt", "\n"),
  );
  const log = make("log", "one file, generated: access lines and JSON lines by turns", (folder) =>
    logFile(join(folder, "service.log"), 50 * megabyte),
  );
  const part = make("part", "every kind of file that the packages have, up to 10 MB each, chosen by chance", (folder) =>
    copies(folder, 100 * megabyte, found().filter(isOfUsualSize)),
  );
  const sizes = [1, 16, 256, ...(large ? [1000, 4300] : [])].map((size) =>
    make(`${size} MB`, "one file: the same megabyte of source over and over", (folder) =>
      repeat(source, join(folder, "source.txt"), size),
    ),
  );
  const start = make("start", "one file of one line", (folder) => writeFileSync(join(folder, "line.txt"), "A line.\n"));
  return { tree, source, minified, html, htmlBytes, log, part, sizes, start };
}

const recipe = createHash("sha256").update(JSON.stringify(packages)).digest("hex").slice(0, 8);

function install(tell: Tell): Input | undefined {
  const about = `npm install of ${Object.keys(packages).length} well known packages`;
  const folder = join(tmpdir(), `outgate-bench-tree-${recipe}`);
  try {
    return kept(folder, "tree", about, npmInstall, tell);
  } catch (error) {
    // The first line tells the command, and npm gives its own reason in the next.
    const [command, why = command] = error instanceof Error ? error.message.trim().split("\n") : [String(error)];
    tell(`no tree: its packages could not be installed (${why}); the other inputs are made of outgate's own packages`);
    return undefined;
  }
}

/** Without what is built for one system only, and without running anything of the packages. */
function npmInstall(folder: string): void {
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, dependencies: packages }, null, 2));
  const quiet = ["--ignore-scripts", "--omit=optional", "--no-audit", "--no-fund", "--loglevel=error"];
  execFileSync("npm", ["install", ...quiet], { cwd: folder, stdio: ["ignore", "ignore", "pipe"] });
}

/** The marker beside the folder is written when all is there: what an interrupted run left is made again. */
function kept(folder: string, name: string, about: string, fill: (folder: string) => void, tell: Tell): Input {
  const marker = `${folder}.json`;
  if (!existsSync(marker)) {
    tell(`making the input "${name}" in ${folder}`);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    fill(folder);
    const sizes = [...below(folder)].map((path) => statSync(path).size);
    const bytes = sizes.reduce((sum, size) => sum + size, 0);
    writeFileSync(marker, JSON.stringify({ files: sizes.length, bytes }));
  }
  const { files, bytes } = JSON.parse(readFileSync(marker, "utf8")) as { files: number; bytes: number }; // written above
  return { name, about, folder, files, bytes };
}

function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

function* below(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* below(path);
    else if (entry.isFile()) yield path;
  }
}

/** All files in an order that has nothing to do with their folders, and is the same on every machine. */
function shuffled(folder: string): string[] {
  const hashed = [...below(folder)].map((path) => ({ path, key: hashOf(path.slice(folder.length)) }));
  return hashed.toSorted((a, b) => (a.key < b.key ? -1 : 1)).map(({ path }) => path);
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function isSource(path: string): boolean {
  return /\.(?:js|ts|md|json)$/.test(path) && !isMinified(path);
}

/** Code of which a line has more than 300 bytes on the average. */
function isMinified(path: string): boolean {
  if (!/\.(?:[cm]?js|css)$/.test(path)) return false;
  const text = readFileSync(path, "latin1");
  return text.length > 2000 && text.length > 300 * text.split("\n").length;
}

/** No program that a package brings: one would be all of the part. */
function isOfUsualSize(path: string): boolean {
  return statSync(path).size <= 10 * megabyte;
}

/** One file of so many bytes; where the others have less, from their beginning again. */
function concatenate(path: string, size: number, parts: readonly string[]): void {
  const file = openSync(path, "w");
  let left = size;
  for (const part of over(parts)) {
    const bytes = readFileSync(part).subarray(0, left);
    writeSync(file, bytes);
    left -= bytes.length;
    if (left === 0) break;
  }
  closeSync(file);
}

function* over<T>(items: readonly T[]): Generator<T> {
  if (items.length === 0) throw new Error("the packages have no file of the kind that this input is made of");
  for (;;) yield* items;
}

function pages(folder: string, size: number, found: readonly string[], ending: string, before: string): void {
  let left = size;
  let number = 0;
  for (const page of over(found.filter((path) => path.endsWith(".html")))) {
    if (left <= 0) return;
    const bytes = readFileSync(page);
    writeFileSync(join(folder, `${number++}${ending}`), Buffer.concat([Buffer.from(before), bytes]));
    left -= bytes.length;
  }
}

function copies(folder: string, size: number, found: readonly string[]): void {
  let left = size;
  for (const [number, path] of found.entries()) {
    if (left <= 0) return;
    const target = join(folder, `${number % 100}`);
    mkdirSync(target, { recursive: true });
    const bytes = readFileSync(path);
    writeFileSync(join(target, `${number}-${basename(path)}`), bytes);
    left -= bytes.length;
  }
}

function repeat(source: Input, path: string, size: number): void {
  const text = readFileSync(join(source.folder, "source.txt")).subarray(0, megabyte);
  const file = openSync(path, "w");
  for (let written = 0; written < size; written++) writeSync(file, text);
  closeSync(file);
}
