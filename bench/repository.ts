import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Runs a command in a folder; what it says is not needed. */
export function run(cwd: string, command: string, ...args: readonly string[]): void {
  execFileSync(command, args, { cwd, stdio: "ignore" });
}

export function git(cwd: string, ...args: readonly string[]): void {
  run(cwd, "git", ...args);
}

/** Makes a repository with one commit of 300 files. */
export function repository(folder: string): string {
  mkdirSync(folder);
  git(folder, "init", "-q");
  git(folder, "config", "user.name", "Bench");
  git(folder, "config", "user.email", "bench@example.org");
  for (let index = 0; index < 300; index++) writeFileSync(join(folder, `old-${index}.txt`), `file ${index}\n`);
  git(folder, "add", ".");
  git(folder, "commit", "-q", "-m", "300 files");
  return folder;
}

/** Stages `count` files of real source: the type declarations and the code that npm packages ship, 1 to 4 kB each. */
export function stage(folder: string, count: number): string {
  const sources = realSources(join(import.meta.dirname, "../node_modules"));
  mkdirSync(join(folder, "new"), { recursive: true });
  for (let index = 0; index < count; index++) {
    const { done, value } = sources.next();
    if (done) throw new Error(`there are only ${index} source files to stage`);
    writeFileSync(join(folder, "new", `${index}-${value.name}`), value.text);
  }
  git(folder, "add", ".");
  return folder;
}

function* realSources(folder: string): Generator<{ name: string; text: string }> {
  for (const entry of readdirSync(folder, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith(".")) continue; // what tools keep there for themselves
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* realSources(path);
    else if (entry.name === "package.json") continue; // they have their authors' addresses, which warn
    else if (/\.(?:js|ts|mjs|json)$/.test(entry.name)) {
      const text = readFileSync(path, "utf8");
      if (text.length >= 1000 && text.length <= 4000) yield { name: entry.name, text };
    }
  }
}
