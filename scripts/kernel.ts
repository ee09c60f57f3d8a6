import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { main } from "assemblyscript/asc";

// Compiles kernel/ to WebAssembly and writes it as text, which every bundler and every test can import.
const root = join(import.meta.dirname, "..");
const folder = mkdtempSync(join(tmpdir(), "outgate-kernel-"));
try {
  const outFile = join(folder, "kernel.wasm");
  const options = ["-O3", "--noAssert", "--runtime", "stub", "--enable", "simd", "--initialMemory", "8"];
  const { error } = await main([join(root, "kernel/index.ts"), "--outFile", outFile, ...options], {
    stderr: process.stderr,
  });
  if (error) throw new Error("the kernel does not compile", { cause: error });
  const kernel = readFileSync(outFile).toString("base64");
  writeFileSync(
    join(root, "src/engine/kernel.generated.ts"),
    `/** kernel/ in WebAssembly, as base64; made by scripts/kernel.ts. */\nexport const kernel =\n  "${kernel}";\n`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
