import { defineConfig } from "vitest/config";

// Workspaces are read from their sources, so tests need no build.
const ofNode = ["source", "node", "development|production"];
const shared = (conditions: string[]) => ({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: ["source", "node"] } },
});
const kind = (name: string, include: string[], test: object = {}, conditions = [...ofNode, "module"]) => ({
  ...shared(conditions),
  test: { name, include, exclude: ["**/node_modules/**", "**/dist/**"], expect: { poll: { timeout: 10_000 } }, ...test },
});

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      kind("unit", ["{packages,services}/*/src/**/*.test.{ts,tsx}", "scripts/**/*.test.mjs"], { testTimeout: 60_000 }),
      // Files for bundlers (`module`) are not what Node loads, and those of the S3 client it cannot load.
      kind("integration", ["{packages,services}/*/test/**/*.int.test.ts"], { testTimeout: 60_000, hookTimeout: 60_000 }, ofNode),
      kind("e2e", ["tests/e2e/**/*.test.ts"], { testTimeout: 120_000, hookTimeout: 120_000 }),
      kind("chaos", ["tests/chaos/**/*.test.ts"], { testTimeout: 180_000, hookTimeout: 120_000, fileParallelism: false }),
    ],
  },
});
