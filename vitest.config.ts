import { defineConfig } from "vitest/config";

export default defineConfig({
  // Tests of the package's own name use the sources, not what was compiled last.
  resolve: { alias: { "topdesk-actions": new URL("src/index.ts", import.meta.url).pathname } },
  test: {
    include: ["test/**/*.test.ts"],
    typecheck: { include: ["test/**/*.test-d.ts"], tsconfig: "tsconfig.json" },
    testTimeout: 20_000,
  },
});
