import { userNamed } from "@frontrow/testkit/users";
import { expect, it } from "vitest";
import { allGifters } from "./all-gifters.ts";

it("has everybody once, the best as they were said last", () => {
  const gifter = (id: string, diamonds: number) => ({ user: userNamed(id), diamonds, gifts: 1 });
  const gifters = allGifters([gifter("a", 9), gifter("b", 5), gifter("c", 1)], [gifter("b", 20), gifter("new", 3)]);
  expect(gifters.map(({ user, diamonds }) => [user.id, diamonds])).toEqual([
    ["b", 20],
    ["a", 9],
    ["new", 3],
    ["c", 1],
  ]);
});
