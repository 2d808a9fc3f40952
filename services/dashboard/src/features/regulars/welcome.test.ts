import type { KnownViewer } from "@frontrow/protocol/library/viewer";
import { userNamed } from "@frontrow/testkit/users";
import { describe, expect, it } from "vitest";
import { noWelcomes, type WelcomeMoment, type Welcomes, welcome } from "./welcome.ts";

const SINCE_MS = 10_000_000_000;
const DAY_MS = 86_400_000;
const viewer = (name: string, more: Partial<KnownViewer> = {}): [string, KnownViewer] => {
  const user = userNamed(name);
  const counts = { chats: 0, gifts: 0, diamonds: 0, questions: 0 };
  return [user.id, { user, broadcasts: 2, firstSeenMs: 0, lastSeenMs: SINCE_MS - 21 * DAY_MS, ...counts, ...more }];
};
const known = new Map([viewer("ana", { broadcasts: 4 }), viewer("ben"), viewer("cleo", { broadcasts: 9 })]);
const at = (name: string, second: number) => ({ user: userNamed(name), atMs: SINCE_MS + second * 1_000 });
const moment = (second: number, sightings: ReturnType<typeof at>[], more: Partial<WelcomeMoment> = {}): WelcomeMoment => ({
  nowMs: SINCE_MS + second * 1_000,
  sinceMs: SINCE_MS,
  sightings: [sightings],
  known,
  isLive: true,
  welcomed: new Set(),
  ...more,
});
const namesIn = ({ prompts }: Welcomes) => prompts.map(({ params }) => params["name"]);
/** The moments one after the other. */
const through = (...moments: WelcomeMoment[]) => moments.reduce(welcome, noWelcomes("ses_1"));

describe("a regular who appears", () => {
  it("is welcomed once, with how often and how long ago", () => {
    const after = through(moment(30, [at("ana", 29)]), moment(300, [at("ana", 29), at("ana", 299)]));
    expect(after.prompts).toMatchObject([
      {
        trigger: "welcomeRegular",
        priority: 1,
        atMs: SINCE_MS + 30_000,
        untilMs: SINCE_MS + 90_000,
        params: { name: userNamed("ana").nickname, broadcasts: 5, earlier: 4 },
      },
    ]);
    const { awayMinutes } = after.prompts[0]?.params ?? {};
    expect(Number(awayMinutes)).toBeCloseTo((21 * DAY_MS) / 60_000, -2);
  });

  it("is not, when they have been here for longer than this page", () => {
    expect(namesIn(through(moment(600, [at("ana", 20)]), moment(601, [at("ana", 20), at("ana", 601)])))).toEqual([]);
    // An old message and a new one in what the page begins with.
    expect(namesIn(through(moment(600, [at("ana", 20), at("ana", 599)])))).toEqual([]);
  });

  it("waits until the one before was welcomed for two minutes, and not for longer than they are new", () => {
    const both = [at("ben", 29), at("cleo", 29)];
    expect(namesIn(through(moment(30, both)))).toEqual([userNamed("cleo").nickname]);
    expect(namesIn(through(moment(30, both), moment(149, both)))).toHaveLength(1);
    const later = [...both, at("ana", 140)];
    expect(namesIn(through(moment(30, both), moment(140, later), moment(151, later)))).toEqual(
      ["cleo", "ana"].map((name) => userNamed(name).nickname),
    );
  });

  it("is nobody in a replay, nobody who was welcomed before a reload, and nobody who is in a recording of this very broadcast", () => {
    const [id] = viewer("ana");
    expect(namesIn(through(moment(30, [at("ana", 29)], { isLive: false })))).toEqual([]);
    expect(namesIn(through(moment(30, [at("ana", 29)], { welcomed: new Set([`ses_1/${id}`]) })))).toEqual([]);
    const again = new Map([viewer("ana", { lastSeenMs: SINCE_MS + 1 })]);
    expect(namesIn(through(moment(30, [at("ana", 29)], { known: again })))).toEqual([]);
  });

  it("is somebody with a note after one broadcast, and somebody without after two", () => {
    const some = new Map([viewer("ana", { broadcasts: 1, note: "violin" }), viewer("ben", { broadcasts: 1 })]);
    const tagged = new Map([viewer("ana", { broadcasts: 1, note: "", tags: ["VIP"] })]);
    const unseen = new Map([viewer("ana", { broadcasts: 0, note: "violin" })]);
    const seen = [at("ana", 29), at("ben", 29)];
    for (const [of, names] of [
      [some, ["ana"]],
      [tagged, ["ana"]],
      [unseen, []],
    ] as const)
      expect(namesIn(through(moment(30, seen, { known: of })))).toEqual(names.map((name) => userNamed(name).nickname));
  });

  it("is never the host", () => {
    const host = { user: { ...userNamed("ana"), isHost: true as const }, atMs: SINCE_MS + 29_000 };
    expect(namesIn(through(moment(30, [host])))).toEqual([]);
  });
});

it("knows who is here, also of those whom nobody welcomes, and when they were seen last", () => {
  const after = through(
    moment(30, [at("ana", 5), at("zoe", 6)], { isLive: false }),
    moment(40, [at("ana", 5), at("ana", 38)], { isLive: false }),
  );
  expect([...after.here]).toEqual([[viewer("ana")[0], SINCE_MS + 38_000]]);
});

it("does not welcome somebody who is known only since a moment ago, and was here all the time", () => {
  const noted = new Map([...known, viewer("dan", { broadcasts: 1, note: "asked for blue" })]);
  const rows = [at("dan", 5), at("dan", 598)];
  expect(namesIn(through(moment(599, rows), moment(600, rows, { known: noted })))).toEqual([]);
});
