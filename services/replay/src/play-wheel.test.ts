import { eventually } from "@frontrow/testkit/eventually";
import { afterEach, expect, it } from "vitest";
import { createPlayWheel, type PlayWheel } from "./play-wheel.ts";

let wheel: PlayWheel<string>;
const called: string[] = [];
afterEach(() => {
  wheel.stop();
  called.length = 0;
});
const started = () => {
  wheel = createPlayWheel((member) => called.push(member));
  wheel.start();
};

it("calls each member once, when its time has come, the earlier first", async () => {
  started();
  wheel.schedule("late", 500);
  wheel.schedule("soon", 100);
  await eventually(() => expect(called).toEqual(["soon", "late"]));
});

it("has one time for a member: the last that was set", async () => {
  started();
  wheel.schedule("a", 50);
  wheel.schedule("a", 300);
  wheel.schedule("a", 150);
  wheel.schedule("b", 1_000);
  await eventually(() => expect(called).toContain("b"));
  expect(called).toEqual(["a", "b"]);
});

it("does not call who was taken off, nor anybody once it is stopped", async () => {
  started();
  wheel.schedule("gone", 50);
  wheel.delete("gone");
  wheel.schedule("b", 150);
  await eventually(() => expect(called).toEqual(["b"]));
  wheel.schedule("c", 50);
  wheel.stop();
  const other: string[] = [];
  const another = createPlayWheel<string>((member) => other.push(member));
  another.start();
  another.schedule("d", 250);
  await eventually(() => expect(other).toEqual(["d"]));
  another.stop();
  expect(called).toEqual(["b"]);
});
