import { commitBench } from "./commit.ts";
import { pushBench } from "./push.ts";

/**
 * `npm run bench -- [NAME] [ROUNDS]`; every benchmark without a name. `npm run bench -- differential [CASES] [FOLDER]` measures
 * nothing: it compares the engine with a search that leaves nothing out.
 */
const benches: Readonly<Record<string, (rounds: number) => void>> = { commit: commitBench, push: pushBench };

const [name, count, folder] = process.argv.slice(2);
if (name === "differential") {
  const { differentialBench } = await import("./differential.ts");
  await differentialBench(Number(count ?? 1_000_000), folder);
} else {
  const chosen = name === undefined ? Object.values(benches) : [benches[name]];
  for (const bench of chosen) {
    if (bench === undefined)
      throw new Error(
        `there is no benchmark of this name; there are: ${[...Object.keys(benches), "differential"].join(", ")}`,
      );
    bench(Number(count ?? 21));
  }
}
