import type { KnownViewer } from "@frontrow/protocol/library/viewer";
import { userNamed } from "@frontrow/testkit/users";
import { expect, it } from "vitest";
import { groupsOf, longText } from "./groups.ts";
import { oftenText, ordinal } from "./regulars-store.ts";

const DAY_MS = 86_400_000;
const NOW_MS = 100 * DAY_MS;
const seen = (name: string, daysAgo: number, broadcasts = 2): KnownViewer => ({
  ...{ user: userNamed(name), broadcasts, firstSeenMs: 0, lastSeenMs: NOW_MS - daysAgo * DAY_MS },
  ...{ chats: 0, gifts: 0, diamonds: 0, questions: 0 },
});
const names = (list: readonly KnownViewer[]) => list.map(({ user }) => user.handle);

it("tells who is here, who came last first; who has not come for long; and who else there is", () => {
  const all = [seen("ana", 1), seen("ben", 40), seen("cleo", 14), seen("dan", 3), seen("eve", 90, 1)];
  const here = new Map([
    [userNamed("ana").id, 1],
    [userNamed("dan").id, 2],
  ]);
  const groups = groupsOf(all, here, NOW_MS);
  const handles = (...of: string[]) => of.map((name) => userNamed(name).handle);
  expect(names(groups.here)).toEqual(handles("dan", "ana"));
  expect(names(groups.missed)).toEqual(handles("ben", "cleo"));
  expect(names(groups.others)).toEqual(handles("eve"));
});

it("says how long somebody was away in the unit that people would use", () => {
  expect([1, 13, 14, 22, 59, 60, 400].map((days) => longText(days * DAY_MS + 5))).toEqual([
    "1 day",
    "13 days",
    "2 weeks",
    "3 weeks",
    "8 weeks",
    "2 months",
    "13 months",
  ]);
});

it("counts the broadcast that is watched, until its own recording does", () => {
  expect([2, 3, 4, 11, 22].map(ordinal)).toEqual(["2nd", "3rd", "4th", "11th", "22nd"]);
  expect(oftenText({ broadcasts: 4, lastSeenMs: 5 }, 10)).toBe("5th broadcast");
  expect(oftenText({ broadcasts: 5, lastSeenMs: 15 }, 10)).toBe("5th broadcast");
  expect(oftenText({ broadcasts: 5, lastSeenMs: 15 }, undefined)).toBe("seen in 5 broadcasts");
});
