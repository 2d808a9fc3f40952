import { expect, it } from "vitest";
import { seededRandom } from "./random.ts";

// Audiences and training runs are recorded by their seed: another sequence would be another audience.
it("gives the numbers of mulberry32", () => {
  const random = seededRandom(1);
  expect([random(), random(), random()]).toEqual([0.6270739405881613, 0.002735721180215478, 0.5274470399599522]);
});

it("takes a seed modulo 2^32", () => {
  expect(seededRandom(-1)()).toBe(seededRandom(0xffffffff)());
});

it("gives numbers from 0 to below 1 that fill the range evenly", () => {
  const random = seededRandom(7);
  const numbers = Array.from({ length: 10_000 }, random);
  const counts = Array.from({ length: 10 }, (_, tenth) => numbers.filter((number) => Math.floor(number * 10) === tenth).length);
  expect(Math.min(...counts)).toBeGreaterThan(900);
  expect(Math.max(...counts)).toBeLessThan(1_100);
});
