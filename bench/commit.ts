import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { git, repository, run, stage } from "./repository.ts";
import { type Contestant, interleave, machine, median, table } from "./rounds.ts";

const node = process.execPath;
const root = join(import.meta.dirname, "..");
const program = join(root, "dist/outgate.cjs");
const bare: Contestant = { name: "`node -e 0`", command: [node, "-e", "0"], cwd: root };

/** The commit gate: `outgate staged` alone, and `git commit` with all hooks. Prints Markdown for docs/BENCHMARKS.md. */
export function commitBench(rounds: number): void {
  const work = mkdtempSync(join(tmpdir(), "outgate-bench-"));
  try {
    console.log(`${machine()}; medians of ${rounds} interleaved rounds.\n`);
    console.log(staged(work, rounds));
    console.log(`\n${commits(work, rounds)}`);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function staged(work: string, rounds: number): string {
  const folders = [10, 1, 100, 1000].map((count) => ({
    count,
    folder: stage(repository(join(work, `staged-${count}`)), count),
  }));
  const outgate = folders.map(({ count, folder }): Contestant => ({
    name: `\`outgate staged\`, ${count} files`,
    command: [node, program, "staged"],
    cwd: folder,
  }));
  const [ten] = folders;
  if (ten === undefined) return "";
  const warned = stage(repository(join(work, "staged-warned")), 10);
  writeFileSync(
    join(warned, "new/package.json"),
    '{ "name": "site", "author": "Mira Heron <mira.heron@heron-web.de>" }\n',
  );
  git(warned, "add", ".");
  const warns: Contestant = {
    name: "`outgate staged`, the same with one that warns",
    command: [node, program, "staged"],
    cwd: warned,
  };
  return table(interleave([bare, ...outgate, warns, secretlint(ten.folder)], rounds), bare.name);
}

/** secretlint's own command line on the same ten files. */
function secretlint(folder: string): Contestant {
  const config = join(folder, ".secretlintrc.json");
  const preset = join(root, "node_modules/@secretlint/secretlint-rule-preset-recommend");
  writeFileSync(config, JSON.stringify({ rules: [{ id: preset }] }));
  const main = join(root, "node_modules/secretlint/bin/secretlint.js");
  return {
    name: "secretlint's command line, the same 10 files",
    command: [node, main, "--secretlintrc", config, "new/*"],
    cwd: folder,
  };
}

/** The same commit of ten files, made again and again, in a repository with all hooks and in one without. */
function commits(work: string, rounds: number): string {
  const without = stage(repository(join(work, "without")), 10);
  const guarded = stage(repository(join(work, "with")), 10);
  run(guarded, node, program, "init", "--yes");
  const times = interleave(
    [bare, commit("`git commit`, no hooks", without), commit("`git commit`, all hooks", guarded)],
    rounds,
  );
  const middle = (name: string): number => median(times.get(name) ?? []);
  const more = (middle("`git commit`, all hooks") - middle("`git commit`, no hooks")) / middle(bare.name);
  return `${table(times, bare.name)}\n\nThe hooks cost ${more.toFixed(2)} × ${bare.name} more.`;
}

function commit(name: string, cwd: string): Contestant {
  return {
    name,
    command: ["git", "commit", "-q", "-m", "Ten files"],
    cwd,
    after: () => git(cwd, "reset", "-q", "--soft", "HEAD~1"),
  };
}
