import { execFileSync } from "node:child_process";
import { existsSync, globSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A built site of documentation that a package brings. */
export interface Documentation {
  /** The package and its version. */
  readonly name: string;
  readonly folder: string;
  /** Relative to the folder. */
  readonly pages: readonly string[];
}

/**
 * Packages that publish pages: documentation, demonstrations, templates of sites; and the folder of them. Most do so by accident, in one version.
 * They were named before anything was counted, and every one that turned out to have a page is here.
 */
const packages: Readonly<Record<string, string>> = {
  "ace-builds@1.45.2": ".",
  "admin-lte@2.4.18": ".",
  "ckeditor4@4.25.2": ".",
  "codemirror@5.65.21": ".",
  "dygraphs@2.2.2": ".",
  "gentelella@4.2.0": ".",
  "gojs@1.8.38": ".",
  "handsontable@0.38.1": ".",
  "jira-connector@2.9.0": "docs",
  "jquery-mobile@1.4.1": ".",
  "jqwidgets-framework@27.0.1": ".",
  "mapillary-js@1.7.2": ".",
  "mathjax@2.7.9": ".",
  "npm@11.21.2": "docs/output",
  "paper@0.11.8": ".",
  "phaser@2.6.2": ".",
  "pixi.js@8.0.0-beta.11": "dist/docs",
  "prelude-ts@0.8.3": "apidoc",
  "rclnodejs@0.12.0": "docs",
  "reveal.js@3.9.2": ".",
  "snapsvg@0.5.1": ".",
  "uikit@2.27.4": ".",
  "vis@4.21.0": ".",
  "webcola@3.3.3": "doc",
  "xero-node@4.6.0": "docs",
  "yuidocjs@0.10.2": ".",
};

/** Loads the packages, or finds those of an earlier run, in a folder of the system's folder for temporary files. */
export function documentation(tell: (text: string) => void): Documentation[] {
  const base = join(tmpdir(), "outgate-bench-documentation");
  mkdirSync(base, { recursive: true });
  return Object.entries(packages).map(([name, part]) => {
    const top = join(base, name);
    if (!existsSync(top)) {
      tell(`loading ${name}`);
      load(name, base, top);
    }
    const folder = join(top, "package", part);
    return { name, folder, pages: globSync("**/*.{html,htm}", { cwd: folder }).toSorted() };
  });
}

/** What is there under its name is whole. */
function load(name: string, base: string, top: string): void {
  const args = ["pack", name, "--ignore-scripts", "--loglevel=error", "--pack-destination", base];
  const tarball = execFileSync("npm", args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  const unpacked = `${top}-part`;
  rmSync(unpacked, { recursive: true, force: true });
  mkdirSync(unpacked);
  execFileSync("tar", ["-xzf", join(base, tarball), "-C", unpacked]);
  rmSync(join(base, tarball));
  renameSync(unpacked, top);
}
