import { defineConfig, type ViteUserConfig } from "vitest/config";

const config: ViteUserConfig = defineConfig({
  test: {
    include: ["src/**/*.test.ts", "test/**/*.test.ts"],
    globalSetup: "test/setup.ts",
    setupFiles: "test/seed.ts",
    // A test runs git and the built program several times, on machines that do other things as well.
    testTimeout: 30_000,
  },
});
export default config;
