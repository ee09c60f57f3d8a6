import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fill } from "../src/detectors/template.ts";

const colors: Readonly<Record<string, string>> = { 31: "#ff7b72", 32: "#7ee787", 33: "#e3b341", 2: "#8b949e" };

if (import.meta.main) writeFileSync(join(import.meta.dirname, "../docs/stopped.svg"), stoppedPicture());

/**
 * docs/stopped.svg: what a person sees whose commit is stopped, as the program prints it. `node scripts/picture.ts` draws it, and a test
 * compares it.
 */
export function stoppedPicture(): string {
  const folder = mkdtempSync(join(tmpdir(), "outgate-picture-"));
  try {
    return picture("$ git commit -m 'Import the stock list'", stopped(folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function stopped(folder: string): string {
  const program = join(import.meta.dirname, "../dist/outgate.cjs");
  const run = (command: string, ...args: string[]): Buffer =>
    execFileSync(command, args, { cwd: folder, stdio: "pipe" });
  run("git", "init", "-q");
  const settings = ["core.hooksPath=/dev/null", "user.name=A", "user.email=a@example.org"].flatMap((set) => [
    "-c",
    set,
  ]);
  run("git", ...settings, "commit", "-q", "--allow-empty", "-m", "The shop");
  writeFileSync(
    join(folder, "config.mjs"),
    fill('export const region = "eu";\nexport const token = "ghp_{base62:30}{crc32}";\n'),
  );
  writeFileSync(join(folder, "import.log"), fill("GET /v2/list 503\n  authorization: Bearer {base64url:48}\n"));
  run("git", "add", ".");
  const { stdout } = spawnSync(process.execPath, [program, "staged", "--hook"], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, FORCE_COLOR: "1", NO_COLOR: "" },
  });
  return stdout;
}

/** Lines of a terminal as SVG. */
function picture(command: string, output: string): string {
  const lines = [command, "", ...output.trimEnd().split("\n")];
  const height = lines.length * 20 + 32;
  const rows = lines.map(
    (line, index) => `<text x="16" y="${32 + index * 20}" xml:space="preserve">${spans(line)}</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="720" height="${height}" viewBox="0 0 720 ${height}" role="img" aria-label="A commit that is stopped">
<rect width="720" height="${height}" rx="8" fill="#0d1117"/>
<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, monospace" font-size="14" fill="#e6edf3">
${rows.join("\n")}
</g>
</svg>
`;
}

/** A line with its colours; each sequence, `ESC [ number m`, holds until the next. */
function spans(line: string): string {
  const [plain = "", ...styled] = line.split("\u001B[");
  const rest = styled.map((part) => {
    const end = part.indexOf("m");
    return span(part.slice(end + 1), part.slice(0, end));
  });
  return span(plain, "") + rest.join("");
}

function span(text: string, code: string): string {
  if (text === "") return "";
  if (code === "1") return `<tspan font-weight="bold">${escaped(text)}</tspan>`;
  const color = colors[code];
  return color === undefined ? `<tspan>${escaped(text)}</tspan>` : `<tspan fill="${color}">${escaped(text)}</tspan>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
