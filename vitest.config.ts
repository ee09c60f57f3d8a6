import { existsSync, statSync } from "node:fs";
import { defineConfig, type ViteUserConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Small files that take minutes. */
const longest = ["test/differential.test.ts", "test/redos.test.ts"];

/** What takes longest is begun first: begun last, it would leave a core without work. The more a file tells, the longer it takes. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.toSorted((a, b) => lengthOf(b) - lengthOf(a));
  }
}

function lengthOf({ moduleId }: TestSpecification): number {
  return longest.some((name) => moduleId.endsWith(name)) ? 1e9 : statSync(moduleId).size;
}

const config: ViteUserConfig = defineConfig({
  test: {
    include: ["src/**/*.test.ts", "test/**/*.test.ts"],
    // What these need, .ci/run installs; test/setup.ts says where they are left out.
    exclude: ["**/node_modules/**", ...(existsSync("test/hosts/node_modules") ? [] : ["test/hosts/**"])],
    globalSetup: "test/setup.ts",
    setupFiles: "test/seed.ts",
    // A test runs git and the built program several times, on machines that do other things as well.
    testTimeout: 60_000,
    // Most of that time others work, or nobody: a core that is kept free for the runner would wait.
    maxWorkers: "100%",
    sequence: { sequencer: LongestFirst },
  },
});
export default config;
