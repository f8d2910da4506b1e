import { defineConfig } from "vitest/config";

export default defineConfig({
  // Tests of the package's own name use the sources, not what was compiled last.
  resolve: { alias: { "topdesk-actions": new URL("src/index.ts", import.meta.url).pathname } },
  test: {
    include: ["test/**/*.test.ts"],
    typecheck: { include: ["test/**/*.test-d.ts"], tsconfig: "tsconfig.json" },
    globalSetup: ["test/bundle-for-configs.ts"],
    testTimeout: 20_000,
    // By default one core is left alone.
    maxWorkers: "100%",
    // Property tests make much that is thrown away at once: with more room for it, it is cleared up less often.
    execArgv: ["--max-semi-space-size=64"],
  },
});
