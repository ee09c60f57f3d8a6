import { existsSync } from "node:fs";
import { defineConfig, type ViteUserConfig } from "vitest/config";

const config: ViteUserConfig = defineConfig({
  test: {
    include: ["src/**/*.test.ts", "test/**/*.test.ts"],
    // What these need, .ci/run installs; test/setup.ts says where they are left out.
    exclude: ["**/node_modules/**", ...(existsSync("test/hosts/node_modules") ? [] : ["test/hosts/**"])],
    globalSetup: "test/setup.ts",
    setupFiles: "test/seed.ts",
    // A test runs git and the built program several times, on machines that do other things as well.
    testTimeout: 30_000,
    // Most of that time others work, or nobody: a core that is kept free for the runner would wait.
    maxWorkers: "100%",
  },
});
export default config;
