import { expect, it } from "vitest";
import { Agenda } from "./agenda.ts";
import { createRandom } from "./random.ts";

it("gives what is planned in the order of time, whatever order it was planned in (seed 3)", () => {
  const random = createRandom("3");
  const agenda = new Agenda<number>();
  const times = Array.from({ length: 500 }, () => random.between(0, 200));
  for (const time of times) agenda.plan(time, time);
  expect(agenda.nextAtMs).toBe(Math.min(...times));
  const taken = times.map(() => agenda.take()?.item);
  expect(taken).toEqual(times.toSorted((a, b) => a - b));
});

it("has nothing due when nothing is planned", () => {
  const agenda = new Agenda<string>();
  expect(agenda.nextAtMs).toBe(Number.POSITIVE_INFINITY);
  expect(agenda.take()).toBeUndefined();
  agenda.plan(5, "once");
  agenda.take();
  expect(agenda.size).toBe(0);
  expect(agenda.nextAtMs).toBe(Number.POSITIVE_INFINITY);
});
