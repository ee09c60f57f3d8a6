import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { git } from "./repository.ts";
import { type Contestant, interleave, machine, median, table, type Times } from "./rounds.ts";

const node = process.execPath;
const root = join(import.meta.dirname, "..");
const program = join(root, "dist/outgate.cjs");
const bare: Contestant = { name: "`node -e 0`", command: [node, "-e", "0"], cwd: root };

/** Commits of the repository, and how many of them each push brings. */
export const total = 10_000;
const counts = [1, 10, 100, 1000, total - 1] as const;

/** Pushes that are also timed a second time: smaller ones are read anew. */
const again: ReadonlySet<number> = new Set([100, 1000, total - 1]);

/** Blobs that every commit brings, of about a kilobyte each. */
export const perCommit = 3;

/** `outgate push` in a repository of 10,000 commits, for pushes of different sizes. Prints Markdown for docs/BENCHMARKS.md. */
export function pushBench(rounds: number): void {
  const work = mkdtempSync(join(tmpdir(), "outgate-bench-"));
  try {
    const folder = history(join(work, "history"));
    const contestants = counts.flatMap((count) => {
      const path = remote(work, folder, count);
      const first = push(folder, path, count, join(work, "new"));
      return again.has(count) ? [first, pushAgain(folder, path, count, join(work, "kept"))] : [first];
    });
    const times = interleave([bare, ...contestants], rounds);
    console.log(`${machine()}; medians of ${rounds} interleaved rounds.\n`);
    console.log(table(times, bare.name));
    console.log(`\n${rate(times)}`);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** A repository of `total` commits in 100 folders, each of which changes one file of three and adds two. */
export function history(folder: string): string {
  mkdirSync(folder);
  git(folder, "init", "-q", "-b", "main");
  execFileSync("git", ["fast-import", "--quiet"], { cwd: folder, input: [...commits()].join("") });
  return folder;
}

function* commits(): Generator<string> {
  for (let number = 1; number <= total; number++) {
    const folder = `src/${number % 100}`;
    const message = `Commit ${number}`;
    yield `commit refs/heads/main\nmark :${number}\ncommitter Bench <bench@example.org> ${number} +0000\ndata ${message.length}\n${message}\n`;
    if (number > 1) yield `from :${number - 1}\n`;
    const names = [`${folder}/index.ts`, `${folder}/a${number}.ts`, `${folder}/b${number}.ts`];
    for (const name of names) {
      const text = source(name, number);
      yield `M 100644 inline ${name}\ndata ${text.length}\n${text}\n`;
    }
  }
}

/** A kilobyte of code that no other file has. */
function source(name: string, seed: number): string {
  const lines = Array.from(
    { length: 20 },
    (_, at) => `export const value${at} = compute("${name}", ${seed * 31 + at * 7}); // ${(seed * at) % 997}\n`,
  );
  return lines.join("");
}

/** A bare repository that lacks the last commits. */
function remote(work: string, folder: string, count: number): string {
  const path = join(work, `remote-${count}.git`);
  git(work, "init", "-q", "--bare", path);
  git(folder, "push", "-q", "--no-verify", path, `main~${count}:refs/heads/main`);
  return path;
}

/**
 * The program as git's hook calls it, by the lines that git would write.
 * @param state gets the cache, which is gone after each run.
 */
function push(folder: string, path: string, count: number, state: string): Contestant {
  const ids = ["main", `main~${count}`].map((name) =>
    execFileSync("git", ["rev-parse", name], { cwd: folder, encoding: "utf8" }).trim(),
  );
  const lines = `refs/heads/main ${ids[0]} refs/heads/main ${ids[1]}`;
  const command = `export OUTGATE_STATE='${state}'; echo '${lines}' | exec '${node}' '${program}' push origin '${path}'`;
  const after = (): void => rmSync(state, { recursive: true, force: true });
  return { name: nameOf(count), command: ["sh", "-c", command], cwd: folder, after };
}

/** The same with the cache of an earlier run: the round that warms up is the first. */
function pushAgain(folder: string, path: string, count: number, state: string): Contestant {
  const { name, command, cwd } = push(folder, path, count, state);
  return { name: `${name}, checked before`, command, cwd };
}

function nameOf(count: number): string {
  return `\`outgate push\`, ${count} ${count === 1 ? "commit" : "commits"}`;
}

/** What each further blob costs, between the smallest push and the largest. */
function rate(times: Times): string {
  const [least, most] = [counts[0], counts[counts.length - 1] ?? counts[0]];
  const seconds = (median(times.get(nameOf(most)) ?? []) - median(times.get(nameOf(least)) ?? [])) / 1000;
  return `Between ${least} and ${most} commits: ${Math.round(((most - least) * perCommit) / seconds)} blobs a second.`;
}
