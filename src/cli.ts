import { readFileSync, writeSync } from "node:fs";
import { Chunks } from "./cli/chunks.ts";
import type * as program from "./cli/main.ts";
import { checkNodeVersion } from "./cli/node-version.ts";

/** The build writes CommonJS. */
declare const require: (id: string) => unknown;

const brokenDown =
  "outgate: broke down, so nothing was checked. Install it again, and if that does not help report a bug.\n";

checkNodeVersion();
if (process.argv.length === 3 && ["-v", "--version"].includes(process.argv[2] ?? "")) tellVersion();
else {
  process.exitCode = 2; // until a command says otherwise
  run().catch(() => process.stderr.write(brokenDown));
}

/** Whoever asks which version is installed waits for no program, nor for Node's streams. */
function tellVersion(): void {
  const { version } = JSON.parse(readFileSync(`${import.meta.dirname}/../package.json`, "utf8")) as { version: string }; // our own file
  writeSync(1, `outgate/${version} ${process.platform}-${process.arch} node-${process.version}\n`);
}

async function run(): Promise<void> {
  const folder = import.meta.dirname;
  const chunks = new Chunks(folder, process.argv[2] ?? "none", require);
  const { hasHeapFlags, main, withUsualFlags } = chunks.load("main.cjs") as typeof program; // the build makes that chunk of this file
  chunks.compiling = withUsualFlags;
  const code = await main();
  // Without a command the first argument can be anything, and it names a folder.
  if (code !== undefined && code < 2) chunks.keep();
  if (code === undefined) return;
  // All is written; to take everything down in good order would take longer than a small check.
  if (!hasHeapFlags()) process.exit(code);
  // A compiler of V8 in another thread that waits for the heap to be collected would keep `process.exit` waiting for ever, and in a heap that is kept
  // small one is likely to.
  process.exitCode = code;
  setTimeout(() => process.exit(code), patience).unref();
}

/** How long what is still open may take to end, in milliseconds. */
const patience = 2000;
