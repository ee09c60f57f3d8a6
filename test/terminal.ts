import { spawn } from "node:child_process";
import { type Place, program, type Run } from "./repository.ts";

/**
 * Runs the program on a terminal, which `script` of util-linux and of BSD makes, and types into it once it asks.
 * @returns its exit code, and what the terminal showed, with what was typed, as stdout.
 */
export async function onTerminal(
  place: Place,
  args: readonly string[],
  typed = "",
  asks = "> ",
  term = "dumb",
): Promise<Run> {
  const command = [process.execPath, program, ...args];
  const quoted = command.map((part) => `'${part}'`).join(" ");
  const isLinux = process.platform === "linux";
  const child = spawn("script", isLinux ? ["-qec", quoted, "/dev/null"] : ["-q", "/dev/null", ...command], {
    cwd: place.path,
    env: { ...place.environment, TERM: term },
  });
  let stdout = "";
  let left = typed;
  child.stdin.on("error", () => {}); // it has ended
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
    if (left === "" || !stdout.includes(asks)) return;
    child.stdin.write(left);
    left = "";
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  child.stdin.end();
  return { code, stdout: stdout.replaceAll("\r\n", "\n"), stderr: "" };
}
