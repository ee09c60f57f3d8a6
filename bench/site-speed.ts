import { copyFileSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { documentation } from "./documentation.ts";
import { type Entrant, inNode, measure } from "./measure.ts";
import { namesOf } from "./names.ts";
import { machine, median } from "./rounds.ts";

const counts = [1000, 5000, 10_000, 20_000];

/** `outgate site` over pages of real documentation, about 10 kB each, with 1,000 denied names that stand in none of them. */
export function siteSpeedBench(rounds: number): void {
  const work = mkdtempSync(join(tmpdir(), "outgate-bench-"));
  try {
    const names = namesOf(1000).map(({ text }) => `person: ${text}\n`);
    writeFileSync(join(work, "terms"), names.join(""), { mode: 0o600 });
    const found = usualPages();
    const sizes = new Map(counts.map((count) => [count, fill(join(work, String(count)), found, count)]));
    console.log(machine());
    console.log(
      "| pages | MB | program | wall ms | MB/s | user+sys ms | MB/s of that | peak MB |\n|---|---|---|---|---|---|---|---|",
    );
    const entrants = counts.flatMap((count) => entrantsOf(count, work));
    for (const [{ program, input }, measured] of measure(entrants, rounds, (text) => console.error(text))) {
      if (measured.kind === "failed") {
        console.log(`| ${input.name} | | ${program} | failed: ${measured.reason} |`);
        continue;
      }
      const size = (sizes.get(Number(input.name)) ?? 0) / 1e6;
      const [wall, cpu] = [median(measured.runs.map((run) => run.wall)), median(measured.runs.map((run) => run.cpu))];
      const peak = Math.max(...measured.runs.map((run) => run.peak ?? 0)) / 1e6;
      const speed = (milliseconds: number): string => ((size / milliseconds) * 1000).toFixed(1);
      const cells = [
        input.name,
        size.toFixed(0),
        program,
        wall.toFixed(0),
        speed(wall),
        cpu.toFixed(0),
        speed(cpu),
        peak.toFixed(0),
      ];
      console.log(`| ${cells.join(" | ")} |`);
    }
  } finally {
    rmSync(work, { recursive: true });
  }
}

function entrantsOf(count: number, work: string): Entrant[] {
  const program = resolve("dist/outgate.cjs");
  const input = { name: String(count), folder: join(work, String(count)) };
  const list = ["--denylist", join(work, "terms")];
  const site = [...inNode, program, "site", ".", "--threads"] as const;
  const named: Entrant = { program: "`site`, 1,000 names", input, command: [...site, "1", ...list] };
  if (count !== 10_000) return [named];
  return [
    named,
    { program: "`site`, no list", input, command: [...site, "1"] },
    { program: "`site --threads 2`, 1,000 names", input, command: [...site, "2", ...list] },
  ];
}

/** Of each site as many as of the others, so that one of thousands is not all. */
function usualPages(): string[] {
  const sites = documentation((text) => console.error(text)).map(({ folder, pages }) =>
    pages.map((page) => join(folder, page)).filter(isUsual),
  );
  const most = 120;
  return sites.flatMap((pages) => pages.filter((_, index) => index % Math.ceil(pages.length / most) === 0));
}

function isUsual(path: string): boolean {
  const { size } = statSync(path);
  return size >= 2000 && size <= 30_000;
}

/** @returns how many bytes they have */
function fill(folder: string, pages: readonly string[], count: number): number {
  let bytes = 0;
  for (let index = 0; index < count; index++) {
    const page = pages[index % pages.length] ?? "";
    const target = join(folder, String(index % 100));
    if (index < 100) mkdirSync(target, { recursive: true });
    copyFileSync(page, join(target, `${index}.html`));
    bytes += statSync(page).size;
  }
  return bytes;
}
