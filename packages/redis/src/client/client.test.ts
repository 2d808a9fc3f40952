import { expect, it } from "vitest";
import { problemOf } from "./client.ts";

const info = (version: string, mode = "standalone") =>
  `# Server\r\nredis_version:${version}\r\nredis_mode:${mode}\r\nos:Linux\r\n`;

it("uses Redis 7 and newer, and says what it met otherwise", () => {
  expect(problemOf(info("7.0.15"), false)).toBeUndefined();
  expect(problemOf(info("8.2.1"), false)).toBeUndefined();
  expect(problemOf(info("10.0.0"), false)).toBeUndefined();
  expect(problemOf(info("6.2.14"), false)).toContain("6.2.14");
  expect(problemOf("nonsense", false)).toContain("unknown");
});

it("tells who named one node of a cluster, or a sentinel, how to name it", () => {
  expect(problemOf(info("7.2.0", "cluster"), false)).toContain("separated by commas");
  expect(problemOf(info("7.2.0", "cluster"), true)).toBeUndefined();
  expect(problemOf(info("7.2.0", "sentinel"), false)).toContain("redis+sentinel://");
});
