import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { createFolder } from "./repository.ts";

/** What a page shows of the library, by its place among the page's programs. */
function programsIn(page: string): string[] {
  const blocks = [...readFileSync(page, "utf8").matchAll(/^```[jt]s\n(.*?)^```/gms)].map(([, code = ""]) => code);
  return blocks.filter((code) => code.includes('from "outgate"'));
}

/** As a logger of winston's takes it: https://github.com/winstonjs/logform/blob/master/index.d.ts */
const winstonProgram = `
import { openRedactor, winstonFormat } from "outgate";
declare const level: unique symbol;
interface TransformableInfo { level: string; message: unknown; [level]?: string; [key: string | symbol]: unknown }
declare class Format { transform: (info: TransformableInfo, opts?: unknown) => TransformableInfo | boolean }
declare function combine(...formats: Format[]): Format;
combine(winstonFormat(await openRedactor()));
`;

/** The types of browsers are part of a project that does not say otherwise. */
const streamProgram = `
import { openRedactor } from "outgate";
const redactor = await openRedactor();
new Response("").body?.pipeThrough(redactor.transformStream());
await new Response(new Blob([]).stream().pipeThrough(redactor.transformStream())).text();
`;

test("the programs of the pages hold in a strict project that names no types", () => {
  const folder = createFolder();
  const programs = ["README.md", "docs/messages.md"].flatMap(programsIn);
  for (const [index, code] of programs.entries()) folder.write(`program-${index}.mts`, `${code}\nexport {};\n`);
  folder.write("pino.mts", 'import transport from "outgate/pino";\nawait transport({ destination: 1 });\n');
  folder.write("winston.mts", winstonProgram);
  folder.write("streams.mts", streamProgram);
  mkdirSync(join(folder.path, "node_modules/@types"), { recursive: true });
  symlinkSync(resolve("."), join(folder.path, "node_modules/outgate"));
  symlinkSync(resolve("node_modules/@types/node"), join(folder.path, "node_modules/@types/node"));
  const flags = ["--noEmit", "--strict", "--exactOptionalPropertyTypes", "--module", "nodenext", "--target", "es2023"];
  const names = programs.map((_, index) => `program-${index}.mts`);
  const compiler = resolve("node_modules/typescript/bin/tsc");
  const { status, stdout } = spawnSync(
    process.execPath,
    [compiler, ...flags, ...names, "pino.mts", "winston.mts", "streams.mts"],
    {
      cwd: folder.path,
      encoding: "utf8",
    },
  );
  expect({ status, stdout, count: programs.length }).toEqual({ status: 0, stdout: "", count: 3 });
});
