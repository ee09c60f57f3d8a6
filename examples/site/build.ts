import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { Eleventy } from "@11ty/eleventy";
import { close, createIndex } from "pagefind";
import { rolldown } from "rolldown";
import { leaks, planted } from "./leaks.ts";

/**
 * `node examples/site/build.ts FOLDER leaks|twin`: builds the site of the sample's book shop, with everything that it can leak or without. The
 * pages are built by Eleventy, the scripts by rolldown, the search by Pagefind.
 */
const [folder = "", kind] = process.argv.slice(2);
const output = resolve(folder);
const filled = leaks.map((one) => ({ ...one, text: kind === "leaks" ? planted(one) : one.twin }));
const leak: Record<string, string> = {};
for (const { slot, text } of filled) leak[slot] ??= text ?? "";

await buildPages();
await buildScript("shop.mjs", true);
await buildScript("cart.mjs", "inline");
await buildSearch();
for (const { file, path = file, text, make } of filled)
  if (text !== undefined && make !== undefined) write(path, make(text));

async function buildPages(): Promise<void> {
  process.chdir(import.meta.dirname);
  const eleventy = new Eleventy("pages", relative(".", output), {
    quietMode: true,
    config: (config) => {
      config.addGlobalData("leak", leak);
      config.setNunjucksEnvironmentOptions({ autoescape: false, throwOnUndefined: true });
    },
  });
  await eleventy.write();
}

/** Minified, with what the environment holds; where all is leaked with a source map, beside it or in it. */
async function buildScript(name: string, sourcemap: true | "inline"): Promise<void> {
  const bundle = await rolldown({
    input: join(import.meta.dirname, "scripts", name),
    transform: {
      define: {
        "import.meta.env.VITE_STOCK_KEY": JSON.stringify(leak["inlined"]),
        "import.meta.env": JSON.stringify({ VITE_SYNC_TOKEN: leak["environment"] }),
      },
    },
    plugins: [{ name: "slots", load: (path) => withSlotsFilled(readFileSync(path, "utf8")) }],
  });
  await bundle.write({
    dir: join(output, "assets"),
    minify: true,
    sourcemap: kind === "leaks" && sourcemap,
    sourcemapPathTransform: (path) => `${leak["home"]}/tidewater/${path.replace(/.*\//, "")}`,
  });
  await bundle.close();
}

function withSlotsFilled(text: string): string {
  return text.replaceAll(/\{\{ leak\.(\w+) \}\}/g, (_, slot: string) => leak[slot] ?? "");
}

async function buildSearch(): Promise<void> {
  const { index } = await createIndex({ verbose: false });
  await index?.addDirectory({ path: output });
  const files = (await index?.getFiles())?.files ?? [];
  // Its pages to search in come with the addresses of their translators.
  for (const { path, content } of files) if (!/-ui\./.test(path)) write(join("pagefind", path), content);
  await close();
}

function write(file: string, contents: Uint8Array | string): void {
  const path = join(output, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, contents);
}
