/** Older versions lack what the program needs; they must hear so before anything else fails. */
const least = [22, 18] as const;

/** Ends the process with one sentence, and exit code 2, where Node is too old. */
export function checkNodeVersion(): void {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > least[0] || (major === least[0] && minor >= least[1])) return;
  process.stderr.write(
    `outgate: needs Node.js ${least.join(".")} or newer and found ${process.versions.node}, so nothing was checked: install a newer one from https://nodejs.org, or put it first in PATH.\n`,
  );
  process.exit(2);
}
