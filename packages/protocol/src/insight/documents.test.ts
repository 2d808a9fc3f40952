import { expect, it } from "vitest";
import { documentNames } from "./documents.ts";
import { metricNames } from "./metrics.ts";

it("documents and metrics share a hash, so no two of them share a name", () => {
  const fields: string[] = [...documentNames, ...metricNames, "position"];
  expect(new Set(fields).size).toBe(fields.length);
});
