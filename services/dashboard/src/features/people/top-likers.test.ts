import type { ViewerStats } from "@frontrow/protocol/insight";
import { userNamed } from "@frontrow/testkit/users";
import { expect, it } from "vitest";
import { topLikers } from "./top-likers.ts";

it("ranks by likes, and leaves out who sent none", () => {
  const viewer = (id: string, likes: number) => ({ user: userNamed(id), likes }) as ViewerStats;
  expect(topLikers([viewer("a", 3), viewer("b", 0), viewer("c", 9)]).map(({ user }) => user.id)).toEqual(["c", "a"]);
});
