import type { Command } from "@frontrow/protocol/command";
import { startOf } from "@frontrow/protocol/entry";
import type { DeskId } from "@frontrow/protocol/ids";
import type { DeskRecord } from "@frontrow/redis/desks";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createAdmission } from "../desk/admission.ts";
import { digestOf } from "../desk/credentials.ts";
import type { DraftListener } from "../desk/draft-watch.ts";
import type { Output } from "../socket/output.ts";
import { Channel } from "../stream/channel.ts";
import { actions, Membership, type MembershipServices } from "./membership.ts";

const mine = `dsk_${"a".repeat(26)}` as DeskId;
const other = `dsk_${"b".repeat(26)}` as DeskId;
const resume = (sessionId: string, resumeToken: string): Command => ({ type: "resume", sessionId, resumeToken });
const state = { mode: "LIVE", language: "en", generation: 0 };

/** A membership of a socket; desks `mine` and those that are made exist, with the token "right". */
function makeMembership(requestedDesk?: DeskId, { isStoreFull = false } = {}) {
  const sent: { type: string; data: Record<string, unknown> }[] = [];
  const calls: string[] = [];
  const tokens = new Map<string, string>([[mine, digestOf("right")]]);
  let mayEnter = () => Promise.resolve();
  const output = {
    dialect: "plain",
    isClosed: false,
    message: (message: (typeof sent)[number]) => void sent.push(message),
    refuse: (code: string, commandId?: string) => void calls.push(["refuse", code, commandId].filter(Boolean).join(" ")),
    close(name: string) {
      if (output.isClosed) return;
      output.isClosed = true;
      calls.push(`close ${name}`);
      membership.close();
    },
    fail(error: unknown) {
      throw error;
    },
  };
  let makeElsewhere = () => {};
  const changes = {
    async open(deskId: DeskId, digest: string) {
      calls.push("open");
      tokens.set(deskId, digest);
      return "opened" as const;
    },
    async setLanguage(deskId: DeskId, language: string) {
      calls.push(`language ${language} ${deskId === mine ? "mine" : "new"}`);
      return "applied";
    },
  };
  const desks = {
    async read(deskId: DeskId) {
      const tokenDigest = tokens.get(deskId);
      return tokenDigest ? ({ deskId, state, tokenDigest } as unknown as DeskRecord) : undefined;
    },
  };
  const services = {
    admission: createAdmission(desks, changes),
    changes,
    drafts: {
      untilMade(_deskId: DeskId, listener: DraftListener) {
        calls.push("wait");
        makeElsewhere = () => listener.onMade();
        return {
          end() {
            makeElsewhere = () => {};
          },
        };
      },
    },
    isStoreFull: () => isStoreFull,
    registry: {
      async enter(deskId: DeskId) {
        await mayEnter();
        if (!tokens.has(deskId)) return undefined;
        calls.push("enter");
        return {
          id: deskId,
          state,
          status: undefined,
          viewed: undefined,
          channel: new Channel(startOf(deskId)),
          join: () => () => {},
        };
      },
      leave: () => void calls.push("leave"),
    },
    views: { store: {}, limit: <T>(task: () => Promise<T>) => task() },
    metrics: { resumes: { inc: ({ result }: { result: string }) => void calls.push(`resume ${result}`) } },
    openDelayMs: 500,
    resumeTimeoutMs: 5_000,
  };
  let refusedResumes = 0;
  const membership = new Membership(
    {
      output: output as unknown as Output,
      guard: {
        refuseResume() {
          refusedResumes += 1;
          return refusedResumes > 5 ? "abuse" : "ok";
        },
      },
      requestedDesk,
      payer: "payer",
    },
    services as unknown as MembershipServices,
  );
  membership.begin();
  return {
    membership,
    output,
    sent,
    calls,
    tokens,
    makeElsewhere: () => makeElsewhere(),
    holdEntering() {
      let end = () => {};
      const held = new Promise<void>((resolve) => {
        end = resolve;
      });
      mayEnter = () => held;
      return end;
    },
    async take(command: Command) {
      expect(membership.take(command)).toBe(true);
      await vi.advanceTimersByTimeAsync(0);
    },
  };
}

const setLanguage: Command = { type: "setLanguage", language: "fr", commandId: "c1" };

describe("a socket's membership", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("begins with a greeting, and makes no desk: it waits for whoever else comes to the one that it was given", async () => {
    const { sent, calls, makeElsewhere, tokens } = makeMembership();
    expect(sent).toMatchObject([{ type: "sessionCreated", data: { desk: state, protocol: 1 } }]);
    await vi.advanceTimersByTimeAsync(499);
    expect(calls).toEqual([]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(calls).toEqual(["wait"]);
    tokens.set(String(sent[0]?.data["sessionId"]), digestOf(String(sent[0]?.data["resumeToken"])));
    makeElsewhere();
    await vi.advanceTimersByTimeAsync(0);
    expect(calls).toEqual(["wait", "enter"]);
  });

  it("makes the desk of credentials that were handed out and not used, at a resume", async () => {
    const { sent } = makeMembership();
    const { sessionId, resumeToken } = sent[0]?.data ?? {};
    const { take, calls, tokens } = makeMembership(sessionId as DeskId);
    await take(resume(String(sessionId), String(resumeToken)));
    expect(calls).toEqual(["open", "enter", "resume snapshot"]);
    expect(tokens.get(String(sessionId))).toBe(digestOf(String(resumeToken)));
  });

  it("tells a new guest when to come back while there is no room, and lets who has a desk go on", async () => {
    const { calls, sent } = makeMembership(undefined, { isStoreFull: true });
    expect([calls, sent]).toEqual([["refuse STORE_FULL", "close TRY_LATER"], []]);
    const { take, calls: ours } = makeMembership(mine, { isStoreFull: true });
    await take(resume(mine, "right"));
    expect(ours).toEqual(["enter", "resume snapshot"]);
  });

  it("makes the desk at the first command, once, but not for a test", async () => {
    const { take, calls, sent } = makeMembership();
    await take({ type: "test" });
    expect([calls, sent.at(-1)]).toEqual([[], { type: "test", data: "pong" }]);
    await take(setLanguage);
    await take(setLanguage);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(calls).toEqual(["open", "enter", "language fr new", "language fr new"]);
  });

  it("makes no desk for a client that comes back to its own", async () => {
    const { take, calls, sent } = makeMembership();
    await take(resume(mine, "right"));
    await vi.advanceTimersByTimeAsync(1_000);
    await take(setLanguage);
    expect(calls).toEqual(["enter", "resume snapshot", "language fr mine"]);
    expect(sent.at(-1)).toMatchObject({ type: "resumed", data: { recovered: false, sessionId: mine } });
  });

  it("leaves one desk for another", async () => {
    const { take, calls } = makeMembership();
    await take(setLanguage);
    await take(resume(mine, "right"));
    expect(calls).toEqual(["open", "enter", "language fr new", "enter", "leave", "resume snapshot"]);
  });

  it("keeps its desk when a resume is refused, until it is guessing", async () => {
    const { take, calls } = makeMembership();
    await take(setLanguage);
    calls.length = 0;
    await take(resume(mine, "wrong"));
    await take(resume(other, "right"));
    await take(setLanguage);
    const refused = (code: string) => ["resume refused", `refuse ${code}`];
    expect(calls).toEqual([...refused("FORBIDDEN"), ...refused("DESK_NOT_FOUND"), "language fr new"]);
    for (let n = 0; n < 4; n++) await take(resume(mine, "wrong"));
    expect(calls.slice(-2)).toEqual(["close FORBIDDEN", "leave"]);
  });

  it("owes the token of the desk in its address, and nothing else is done before", async () => {
    const { take, calls, sent } = makeMembership(mine);
    await take(setLanguage);
    expect([calls, sent]).toEqual([["refuse FORBIDDEN c1"], []]);
    await take(resume(mine, "right"));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(calls.slice(1)).toEqual(["enter", "resume snapshot"]);
  });

  it("is closed at the address of a desk when it does not resume that one in time", async () => {
    const silent = makeMembership(mine);
    await vi.advanceTimersByTimeAsync(4_999);
    expect(silent.calls).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(silent.calls).toEqual(["close FORBIDDEN"]);

    const elsewhere = makeMembership(other);
    await elsewhere.take(resume(mine, "right"));
    expect(elsewhere.calls).toEqual(["resume refused", "refuse DESK_NOT_FOUND", "close DESK_GONE"]);
    const wrong = makeMembership(mine);
    await wrong.take(resume(mine, "wrong"));
    expect(wrong.calls).toEqual(["resume refused", "refuse FORBIDDEN", "close FORBIDDEN"]);
  });

  it("has time without end once it has asked: what takes long then is ours", async () => {
    const { take, calls, holdEntering } = makeMembership(mine);
    const letIn = holdEntering();
    await take(resume(mine, "right"));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(calls).toEqual([]);
    letIn();
    await vi.advanceTimersByTimeAsync(0);
    expect(calls).toEqual(["enter", "resume snapshot"]);
  });

  it("leaves a desk that it enters when the socket is closed by then, and does nothing that waits", async () => {
    const { take, calls, holdEntering, membership, output } = makeMembership();
    const letIn = holdEntering();
    await take(setLanguage);
    expect(membership.take(resume(mine, "right"))).toBe(true);
    output.close("GOING_AWAY");
    letIn();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(calls).toEqual(["open", "close GOING_AWAY", "enter", "leave"]);
  });

  it("lets thirty-two commands wait", async () => {
    const { membership, holdEntering } = makeMembership();
    holdEntering();
    const taken = Array.from({ length: 34 }, () => membership.take(setLanguage));
    expect(taken).toEqual([...Array(33).fill(true), false]);
  });

  it("answers a test in every phase but the last, and changes a desk only as its member", () => {
    for (const phase of ["greeted", "expected", "joined"] as const)
      expect([actions[phase].test, actions[phase].resume]).toEqual(["pong", "resume"]);
    expect(Object.values(actions).map(({ change }) => change)).toEqual(["openAndChange", "refuse", "change", "ignore"]);
    expect(new Set(Object.values(actions.closed))).toEqual(new Set(["ignore"]));
  });
});
