import { commitBench } from "./commit.ts";
import { pushBench } from "./push.ts";

/** `npm run bench -- [NAME] [ROUNDS]`; every benchmark without a name. */
const benches: Readonly<Record<string, (rounds: number) => void>> = { commit: commitBench, push: pushBench };

const [name, rounds = "21"] = process.argv.slice(2);
const chosen = name === undefined ? Object.values(benches) : [benches[name]];
for (const bench of chosen) {
  if (bench === undefined)
    throw new Error(`there is no benchmark of this name; there are: ${Object.keys(benches).join(", ")}`);
  bench(Number(rounds));
}
