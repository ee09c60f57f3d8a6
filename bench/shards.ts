import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { history, perCommit, total } from "./push.ts";
import { machine, median } from "./rounds.ts";

const root = join(import.meta.dirname, "..");
const program = `'${process.execPath}' '${join(root, "dist/outgate.cjs")}'`;
const count = 8;

/** A check that is run as a whole and as the first of eight shards; user and system seconds of each round. */
interface Measured {
  readonly folder: string;
  readonly args: string;
  readonly whole: number[];
  readonly shard: number[];
}

/**
 * What docs/SCALING.md reckons with: a folder of files, this repository's packages unless told, and a range of almost 10,000
 * commits. Time of the processor, which is what costs and what other work on the machine changes least. Prints Markdown.
 */
export function shardsBench(rounds: number, folder: string = join(root, "node_modules")): void {
  const work = mkdtempSync(join(tmpdir(), "outgate-bench-"));
  try {
    const repository = history(join(work, "history"));
    const files: Measured = { folder, args: "files . --threads 1", whole: [], shard: [] };
    const range: Measured = {
      folder: repository,
      args: `range main~${total - 1}..main --no-cache`,
      whole: [],
      shard: [],
    };
    for (let round = -1; round < rounds; round++) {
      for (const { folder: cwd, args, whole, shard } of [files, range]) {
        const both = [run(cwd, args).seconds, run(cwd, `${args} --shard 1/${count}`).seconds] as const;
        if (round < 0) continue; // the first round warms up
        whole.push(both[0]);
        shard.push(both[1]);
      }
    }
    const { documents, bytes } = JSON.parse(run(folder, `${files.args} --format json`).report).scanned;
    console.log(`${machine()}; medians of ${rounds} interleaved rounds, user and system time.\n`);
    console.log("| | seconds | seconds of one shard of 8 | of which the listing |\n|---|---|---|---|");
    for (const measured of [files, range]) console.log(row(measured));
    console.log(
      `\nfiles: ${documents} of ${bytes} bytes, ${Math.round(bytes / 1e6 / median(files.whole))} MB a second`,
    );
    console.log(`range: ${Math.round(((total - 1) * perCommit) / median(range.whole))} blobs a second`);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Every shard lists all, and reads its part: whole = listing + reading, shard = listing + reading / 8. */
function row({ args, whole, shard }: Measured): string {
  const [all, part] = [median(whole), median(shard)];
  const listing = (count * part - all) / (count - 1);
  return `| \`outgate ${args}\` | ${all.toFixed(2)} | ${part.toFixed(2)} | ${listing.toFixed(2)} |`;
}

/** @throws if a check does not end with 0 or 1: that something is found, as in real packages, is no failure. */
function run(cwd: string, args: string): { readonly seconds: number; readonly report: string } {
  const script = `TIMEFORMAT='%U %S'; time ${program} ${args}`;
  const { status, stdout, stderr } = spawnSync("bash", ["-c", script], { cwd, encoding: "utf8", maxBuffer: 2 ** 30 });
  if (status !== 0 && status !== 1) throw new Error(`outgate ${args} ended with ${status}: ${stderr.slice(0, 500)}`);
  const [user = Number.NaN, system = Number.NaN] = (stderr.trim().split("\n").at(-1) ?? "").split(" ").map(Number);
  return { seconds: user + system, report: stdout };
}
