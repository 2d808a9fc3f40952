import type { Rule } from "@frontrow/protocol/library/rule";
import type { ClientEvent } from "@frontrow/sdk/client";
import { expect, it } from "vitest";
import { chat } from "../../live/samples.ts";
import { watchRules } from "./watched-rules.ts";

const rule: Rule = {
  ...{ ruleId: "r", name: "Hello", isOn: true, hasSound: false, quietMs: 60_000 },
  condition: { type: "words", text: "hello" },
};
const snapshot = (session: string, epoch = 1): ClientEvent => ({
  type: "snapshot",
  session,
  epoch,
  events: [chat("h", { text: "hello" })],
});
const said = (session: string, text: string, atMs: number): ClientEvent => ({
  type: "events",
  session,
  events: [chat(`${text}${atMs}`, { text, atMs })],
});

it("rings by what happens, and not by what a snapshot tells of before", () => {
  const watched = watchRules();
  watched.change([rule]);
  expect(watched.take(snapshot("a"))).toEqual([]);
  expect(watched.take(said("a", "hello you", 1_000))).toMatchObject([{ ruleId: "r", atMs: 1_000 }]);
});

it("is quiet for as long as the rule says, but begins anew with another screen, and so with a seek", () => {
  const watched = watchRules();
  watched.change([rule]);
  watched.take(snapshot("a"));
  expect(watched.take(said("a", "hello", 1_000))).toHaveLength(1);
  expect(watched.take(said("a", "hello", 2_000))).toHaveLength(0);
  watched.take(snapshot("a", 2));
  expect(watched.take(said("a", "hello", 3_000))).toHaveLength(1);
  watched.take({ type: "mode", mode: "LIVE" });
  expect(watched.take(said("b", "hello", 4_000))).toHaveLength(1);
});

it("goes on over what is on the screen when rules change", () => {
  const watched = watchRules();
  watched.take(snapshot("a"));
  expect(watched.take(said("a", "hello", 1_000))).toEqual([]);
  watched.change([rule]);
  expect(watched.take(said("a", "hello", 2_000))).toHaveLength(1);
  watched.change([{ ...rule, name: "Another" }]);
  expect(watched.take(said("a", "hello", 3_000))).toHaveLength(0);
  watched.change([{ ...rule, isOn: false }]);
  expect(watched.take(said("a", "hello", 99_000))).toHaveLength(0);
});
