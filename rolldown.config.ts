import { defineConfig, type Plugin, type RolldownOptions } from "rolldown";
import { builtIn, modulesOfChunks } from "./scripts/built-in.ts";
import { digest } from "./scripts/digest.ts";
import { licenses } from "./scripts/licenses.ts";

const shared: RolldownOptions = {
  platform: "node",
  resolve: {
    mainFields: ["module", "main"],
  },
  transform: { target: "node22.18" },
};

/** What every hook needs is one file: each further one costs a third of a millisecond. Patterns of what stands behind src/. */
const needed = [
  "(?:built-in|configured|describe|gate|scan|scrub)\\.",
  "(?:engine/(?!words\\.)|findings/|model/|policy/|search/(?!piece\\.))",
  // What reads a format is loaded with the first document of it.
  "extractors/(?:base64|dump|escapes|extract|foreign|formats?|gzip|hexadecimal|json-string|layer|lines|respelled|spare|wide-text)\\.",
  "extractors/frames/",
  // What is found of machines and of people is read with their help, which is small.
  "detectors/person/(?:context|top-level)\\.",
  "cli/(?:main|commands|help|staged|commit-msg|check|flags|output|own-files|small-heap|tell-error)\\.",
  "config/(?:config-file|misnamed)\\.",
  "lists/lists\\.",
  "reporters/(?:text|summary|notices|why|wrap)\\.",
  "sources/(?!files/|logs\\.|shard\\.|history/|zstd-frames\\.)",
];

const inHook = new RegExp(`/src/(?:${needed.join("|")})|/node_modules/cac/|^(?!.*/node_modules/).*/package\\.json$`);

const groups = [
  { name: "check", test: inHook },
  // What a hook needs beside that where there is a config.
  { name: "config", test: /\/src\/config\/(?:read-config|schema)\.|\/node_modules\/(?:valibot|jsonc-parser)\// },
  // In this order: what two of them import goes with the first.
  ...[...modulesOfChunks()].map(([name, modules]) => ({
    name,
    test: (id: string): boolean => modules.has(id) || id.endsWith(`/${name}.built.ts`),
  })),
];

/**
 * Makes of each chunk what src/cli/chunks.ts loads: the function that CommonJS wraps around it, with the bundler's helpers in
 * it, in ASCII, which V8 keeps as one byte a character. Other characters stand in strings and patterns only.
 */
function wrapped(): Plugin {
  return {
    name: "wrapped",
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle)
        .filter((file) => file.type === "chunk")
        .filter(({ name }) => name !== "outgate");
      const helpers = chunks.find(({ name }) => name === "rolldown-runtime");
      for (const chunk of chunks.filter((other) => other !== helpers)) {
        const code = chunk.code
          .replace('require("./rolldown-runtime.cjs")', () => `(exports=>{${helpers?.code ?? ""}return exports})({})`)
          .replaceAll(/[\x80-\uffff]/g, escaped);
        chunk.code = `(function(exports,require,module,__filename,__dirname){${code}\n})`;
      }
      if (helpers !== undefined) delete bundle[helpers.fileName];
    },
  };
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

const configs: RolldownOptions[] = [
  {
    ...shared,
    // The one loads the other by itself: see src/cli/chunks.ts.
    input: { outgate: "src/cli.ts", "chunks/main": "src/cli/main.ts", "chunks/serve": "src/threads/serve.ts" },
    plugins: [builtIn(), licenses(), wrapped(), digest()],
    preserveEntrySignatures: "allow-extension",
    output: {
      dir: "dist",
      // CommonJS starts a millisecond sooner than a module does.
      format: "cjs",
      banner: (chunk) => (chunk.name === "outgate" ? "#!/usr/bin/env node" : ""),
      entryFileNames: "[name].cjs",
      chunkFileNames: "chunks/[name].cjs",
      minify: true,
      codeSplitting: { groups, includeDependenciesRecursively: false },
    },
  },
  {
    ...shared,
    // What a thread starts with. It shares no chunk with the program, which has to be one file to start as it does.
    input: { thread: "src/cli/thread.ts" },
    output: { dir: "dist", format: "cjs", entryFileNames: "[name].cjs", minify: true },
  },
  {
    ...shared,
    input: { index: "src/index.ts", pino: "src/pino.ts" },
    plugins: [builtIn(), digest()],
    output: { dir: "dist", format: "esm", entryFileNames: "[name].js", chunkFileNames: "chunks/[name].js" },
  },
];

const config: RolldownOptions[] = defineConfig(configs);
export default config;
