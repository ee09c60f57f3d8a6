import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fill } from "../src/detectors/template.ts";
import { logFile } from "./log.ts";
import { type Entrant, inNode, measure } from "./measure.ts";
import { machine, median } from "./rounds.ts";

const megabyte = 1 << 20;

/** Five patterns of the kind that people write into a script. */
const patterns = [
  "s/gh[pousr]_[A-Za-z0-9]{36,}/[secret]/g",
  "s/AKIA[0-9A-Z]{16}/[secret]/g",
  "s/sk-[A-Za-z0-9_-]{20,}/[secret]/g",
  "s/Bearer [A-Za-z0-9._~+-]{16,}/Bearer [secret]/g",
  's/("?(password|token|secret)"?[=:] ?"?)[^" ]+/\\1[secret]/g',
];

/** `outgate redact` beside `sed -E`, on lines of servers with a token in one place of 10 kB and in every line. */
export function redactBench(rounds: number, large: boolean): void {
  const folder = mkdtempSync(join(tmpdir(), "outgate-bench-"));
  try {
    const inputs = logsIn(folder, large ? 1024 : 64);
    const entrants = inputs.flatMap((name): Entrant[] => {
      const input = { name, folder: join(folder, name) };
      const lint: Entrant = {
        program: "@secretlint/core, which only finds",
        input,
        // With a token in every line its time grows as the square of the lines.
        command: ["timeout", "60", ...inNode, resolve("bench/secretlint.ts"), "--no-profiler"],
      };
      return [
        {
          program: "outgate redact",
          input,
          command: [...inNode, resolve("dist/outgate.cjs"), "redact", "--quiet", log],
        },
        { program: "sed -E", input, command: ["sed", "-E", ...patterns.flatMap((one) => ["-e", one]), log] },
        // It reads a log into one string, and a gigabyte is none.
        ...(large ? [] : [lint]),
      ];
    });
    console.log(machine());
    for (const [{ program, input }, measured] of measure(entrants, rounds, (text) => console.error(text))) {
      if (measured.kind === "failed") {
        console.log(`${program}, ${input.name}: failed, ${measured.reason}`);
        continue;
      }
      const size = statSync(join(input.folder, log)).size / 1e6;
      const [wall, cpu] = [median(measured.runs.map((run) => run.wall)), median(measured.runs.map((run) => run.cpu))];
      const peak = Math.max(...measured.runs.map((run) => run.peak ?? 0)) / 1e6;
      const memory = peak > 0 ? `, ${peak.toFixed(0)} MB resident` : "";
      const speed = (milliseconds: number): string => ((size / milliseconds) * 1000).toFixed(0);
      console.log(`${program}, ${input.name}: ${speed(wall)} MB/s, ${speed(cpu)} MB/s of processor time${memory}`);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What a log is called, in a folder of its own. */
const log = "service.log";

/** The names of their folders: each is made of a piece of 16 MB, as often as it takes. */
function logsIn(folder: string, size: number): string[] {
  const piece = join(folder, "piece");
  logFile(piece, 16 * megabyte);
  const lines = readFileSync(piece, "latin1").split(/(?<=\n)/);
  rmSync(piece);
  const logs: Readonly<Record<string, readonly string[]>> = {
    "sparse.log": withTokens(lines, 10_000),
    "sparse.ndjson": withTokens(lines.filter(isJson), 10_000),
    "dense.log": withTokens(lines, 0),
    "dense.ndjson": withTokens(lines.filter(isJson), 0),
    "one-line.log": withTokens(lines, 10_000).map((line) => line.replace("\n", " ")),
  };
  return Object.entries(logs).map(([name, all]) => {
    const bytes = Buffer.from(all.join(""), "latin1");
    mkdirSync(join(folder, name));
    for (let written = 0; written < size * megabyte; written += bytes.length)
      writeFileSync(join(folder, name, log), bytes, { flag: "a" });
    return name;
  });
}

function isJson(line: string): boolean {
  return line.startsWith("{");
}

/** A token in one line of so many bytes. */
function withTokens(lines: readonly string[], every: number): string[] {
  let since = every;
  return lines.map((line, at) => {
    since += line.length;
    if (since < every) return line;
    since = 0;
    const token = fill("ghp_{base62:30}{crc32}", at);
    return isJson(line) ? line.replace('"message":"', `"message":"${token} `) : line.replace(" - - ", ` - ${token} `);
  });
}
