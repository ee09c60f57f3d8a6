// Looks with all that recheck has for a text on which a pattern of src/ stalls. It takes minutes for what it has not seen before;
// test/redos.test.ts is the quick version. Exits with 1 and a line for each pattern that stalls.
import { patternsOf, stallsIn, thorough } from "../test/redos.ts";

const patterns = await patternsOf(".");
const stalls = await stallsIn(patterns, thorough);
for (const stall of stalls) console.error(stall);
console.log(`${patterns.length} patterns, ${stalls.length} of which stall`);
process.exitCode = stalls.length === 0 ? 0 : 1;
