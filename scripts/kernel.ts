import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { main } from "assemblyscript/asc";

// Compiles kernel/ to WebAssembly and writes it as text, which every bundler and every test can import.
const modules = [
  { name: "kernel", source: "index.ts", file: "engine/kernel.generated.ts" },
  { name: "wordKernel", source: "listed.ts", file: "engine/word-kernel.generated.ts" },
  { name: "pageKernel", source: "page/index.ts", file: "extractors/html/page-kernel.generated.ts" },
];
const root = join(import.meta.dirname, "..");
const folder = mkdtempSync(join(tmpdir(), "outgate-kernel-"));
const features = ["simd", "relaxed-simd"].flatMap((feature) => ["--enable", feature]);
// Only functions of the module itself exchange vectors, which is what warning 112 is about. In pages of 64 kB: all that memory.ts has places for.
const quiet = ["--disableWarning", "112"];
const options = ["-O3", "--noAssert", "--runtime", "stub", ...features, ...quiet, "--initialMemory", "12"];
try {
  for (const { name, source, file } of modules) {
    const outFile = join(folder, `${name}.wasm`);
    const { error } = await main([join(root, "kernel", source), "--outFile", outFile, ...options], {
      stderr: process.stderr,
    });
    if (error) throw new Error("the kernel does not compile", { cause: error });
    const text = readFileSync(outFile).toString("base64");
    writeFileSync(
      join(root, "src", file),
      `/** kernel/${source} in WebAssembly, as base64; made by scripts/kernel.ts. */\nexport const ${name} =\n  "${text}";\n`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
