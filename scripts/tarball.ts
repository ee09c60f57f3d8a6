import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/**
 * `npm run tarball [-- FOLDER]` packs what `npm pack` packs, but for the parts of the manifest that only this repository
 * needs. Of a tarball with a `prepare` script npm warns everybody who installs it, although it would not run it. The
 * script itself must stay: by it npm builds the package where a git address is installed.
 */
const destination = resolve(process.argv[2] ?? ".");
const folder = mkdtempSync(join(tmpdir(), "outgate-tarball-"));
try {
  const packed = pack(".", folder);
  execFileSync("tar", ["-xzf", packed], { cwd: folder });
  const manifest = join(folder, "package/package.json");
  const { scripts: _, devDependencies: __, allowScripts: ___, ...kept } = JSON.parse(readFileSync(manifest, "utf8"));
  writeFileSync(manifest, `${JSON.stringify(kept, null, 2)}\n`);
  console.log(join(destination, pack(join(folder, "package"), destination)));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** The name of the tarball that npm makes of a package. */
function pack(what: string, where: string): string {
  const output = execFileSync("npm", ["pack", "--silent", what, "--pack-destination", where], {
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  return output.trimEnd().split("\n").at(-1) ?? "";
}
