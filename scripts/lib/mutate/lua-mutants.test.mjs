import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../paths.mjs";
import { luaMutants, mutationsOf } from "./lua-mutants.mjs";

const changesOf = (source) => mutationsOf(source).map(({ after, operator }) => `${operator}: ${after}`);

describe("the mutations of a Lua source", () => {
  it("turn comparisons and junctions round", () => {
    expect(changesOf("local a = b == c and d < e")).toEqual([
      "== → ~=: local a = b ~= c and d < e",
      "and → or: local a = b == c or d < e",
      "< → <=: local a = b == c and d <= e",
    ]);
  });

  it("drop a negation, and fix a condition either way", () => {
    expect(changesOf("if not held then\nend")).toEqual([
      "not x → x: if held then",
      "if → true: if true then",
      "if → false: if false then",
    ]);
  });

  it("shift numbers both ways, and an index to its neighbour", () => {
    expect(changesOf("local a = b[2]")).toEqual(["number +1: local a = b[3]"]);
    expect(changesOf("local a = b + 5")).toEqual(["number +1: local a = b + 6", "number -1: local a = b + 4"]);
  });

  it("drop calls that are statements, over several lines too, and no others", () => {
    expect(changesOf('redis.call("DEL", key)')).toEqual(["call dropped: "]);
    expect(changesOf("tell({\n  type = kind,\n})\nlocal a = b")).toEqual(["call dropped: "]);
    expect(changesOf('local a =\n  redis.call("GET", key)')).toEqual([]);
    expect(changesOf("return (a)")).toEqual([]);
  });

  it("give every outcome the name of another one", () => {
    const outcomes = changesOf('if a then\n  return "stale"\nend\nreturn { "applied", reason }').filter((text) =>
      text.startsWith("returns"),
    );
    expect(outcomes).toEqual([
      'returns "applied" for "stale": return "applied"',
      'returns "stale" for "applied": return { "stale", reason }',
    ]);
  });

  it("leave comments and strings alone", () => {
    expect(changesOf('-- a == b and 5\nlocal a = "b == c and 5" --[[ x < 1 ]]')).toEqual([]);
  });
});

it("puts one fault at a time into a script, and leaves the rest of it as it is", () => {
  const file = "packages/redis/lua/close-session.lua";
  const source = readFileSync(join(root, file), "utf8");
  const mutants = luaMutants(file);
  expect(mutants.length).toBeGreaterThan(5);
  const lines = source.split("\n");
  for (const { content, line, before } of mutants) {
    expect(content).not.toBe(source);
    expect(lines[line - 1]?.trim()).toBe(before.split("\n")[0]);
    expect(content.split("\n").filter((text, at) => text !== lines[at])).toHaveLength(1);
  }
});
