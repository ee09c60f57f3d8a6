// Looks with all that recheck has for a text on which a pattern of src/ stalls. It takes minutes for what it has not seen before;
// test/redos.test.ts is the quick version. Exits with 1 and a line for each pattern that stalls.
import { spawnSync } from "node:child_process";
import { patternsOf, stallsIn, thorough } from "../test/redos.ts";

/** Node.js's exit code where nothing is left that could answer: recheck's own process has ended. What it had answered is kept. */
const unanswered = 13;

/** How often it is started anew. */
const attempts = 4;

if (process.argv[2] === "--once") await checkAll();
else {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const { status } = spawnSync(process.execPath, [import.meta.filename, "--once"], { stdio: "inherit" });
    process.exitCode = status ?? 1;
    if (status !== unanswered) break;
  }
}

async function checkAll(): Promise<void> {
  const patterns = await patternsOf(".");
  const stalls = await stallsIn(patterns, thorough);
  for (const stall of stalls) console.error(stall);
  console.log(`${patterns.length} patterns, ${stalls.length} of which stall`);
  process.exitCode = stalls.length === 0 ? 0 : 1;
}
