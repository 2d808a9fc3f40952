import type { CreatorStatus } from "@frontrow/protocol/creator";
import type { DeskFact, DeskState } from "@frontrow/protocol/desk";
import { startOf } from "@frontrow/protocol/entry";
import type { DeskId, SessionId } from "@frontrow/protocol/ids";
import type { AutomatedPrompt } from "@frontrow/protocol/insight";
import { describe, expect, it } from "vitest";
import { Channel } from "../stream/channel.ts";
import { Desk, type DeskNotice, type DeskServices } from "./desk.ts";

const deskId = "dsk_mine" as DeskId;
const statusOf = (sessionId: string, more: Partial<CreatorStatus> = {}): CreatorStatus => ({
  handle: "alice",
  state: "live",
  version: 1,
  sinceMs: 1,
  sessionId,
  ...more,
});
const watched = (creator: string, generation: number): DeskFact => ({
  type: "watched",
  atMs: 1,
  creatorId: `cr_${creator}`,
  handle: creator,
  generation,
});
const tick = () => new Promise((resolve) => setImmediate(resolve));

/** A desk whose state and sources are known when the test says so. */
function makeDesk(state: Partial<DeskState> = {}, options: { exists?: boolean; sourceFails?: boolean } = {}) {
  const channel = new Channel(startOf(deskId));
  const opened: {
    creatorId: string;
    closed: boolean;
    onStatus(status: CreatorStatus): void;
    known(status?: CreatorStatus): void;
  }[] = [];
  const ordered: string[] = [];
  const held: string[] = [];
  const errors: unknown[] = [];
  let released = 0;
  let facts = 0;
  let readState = () => {};
  const record = { deskId, state: { mode: "LIVE", language: "en", generation: 0, ...state } };
  const services = {
    desks: {
      read: () => new Promise((resolve) => (readState = () => resolve(options.exists === false ? undefined : record))),
    },
    sources: {
      open(creatorId: string, onStatus: (status: CreatorStatus) => void) {
        if (options.sourceFails) return Promise.reject(new Error("Redis is away"));
        return new Promise((resolve) => {
          const source = {
            creatorId,
            closed: false,
            status: undefined as CreatorStatus | undefined,
            onStatus(status: CreatorStatus) {
              source.status = status;
              onStatus(status);
            },
            known(status?: CreatorStatus) {
              source.status = status;
              resolve({
                get status() {
                  return source.status;
                },
                close: () => (source.closed = true),
              });
            },
          };
          opened.push(source);
        });
      },
    },
    coach: {
      order: ({ prompt, language }: { prompt: { id: string }; language: string }) => ordered.push(`${prompt.id} ${language}`),
    },
    hub: { open: async () => undefined },
    holds: {
      keep: (_id: DeskId, session: SessionId) => void held.push(session),
      end: () => void held.push("end"),
    },
    onError: (error: unknown) => errors.push(error),
  };
  const handle = { channel, release: () => (released += 1) };
  const desk = new Desk(deskId, handle as never, services as unknown as DeskServices);
  const notices: DeskNotice[] = [];
  const leave = desk.join((notice) => notices.push(notice));
  return {
    desk,
    notices,
    leave,
    opened,
    ordered,
    held,
    errors,
    channel,
    released: () => released,
    async open() {
      const opening = desk.open();
      readState();
      await tick();
      return opening;
    },
    /** Opens a desk that watches somebody of whom this is known. */
    async openWith(status: CreatorStatus) {
      const opening = desk.open();
      readState();
      await tick();
      opened[0]?.known(status);
      return opening;
    },
    append(fact: DeskFact) {
      facts += 1;
      channel.deliver({
        log: deskId,
        epoch: 1,
        id: `${facts}-0`,
        previous: `${facts - 1}-0`,
        stamp: `gateway:x:${facts}`,
        kind: "desk",
        data: JSON.stringify([fact]),
      });
    },
  };
}

describe("a desk", () => {
  it("has every fact in its state, also those that came before the state was read", async () => {
    const { desk, open, append } = makeDesk({ language: "en" });
    append({ type: "languageSet", atMs: 1, language: "fr" });
    append({ type: "coachSet", atMs: 1, usesModel: true });
    expect(await open()).toBe(true);
    expect(desk.state).toMatchObject({ language: "fr", usesModel: true });
    append({ type: "languageSet", atMs: 1, language: "de" });
    expect(desk.state.language).toBe("de");
  });

  it("is not open when there is no such desk", async () => {
    const { desk, open } = makeDesk({}, { exists: false });
    expect(await open()).toBe(false);
    expect(() => desk.state).toThrow("no state");
  });

  it("views the broadcast of the creator that it watches, and tells its members of each status", async () => {
    const { desk, openWith, opened, notices } = makeDesk({ creatorId: "cr_alice", handle: "alice", generation: 1 });
    await openWith(statusOf("ses_1"));
    expect([desk.viewed, desk.status?.state]).toEqual(["ses_1", "live"]);
    opened[0]?.onStatus(statusOf("ses_2"));
    expect(desk.viewed).toBe("ses_2");
    expect(notices).toEqual(["statusChanged", "statusChanged"]);
  });

  it("views nothing of the creator before once it watches another, whatever comes late", async () => {
    const { desk, openWith, opened, notices, append } = makeDesk({ creatorId: "cr_alice", handle: "alice", generation: 1 });
    await openWith(statusOf("ses_1"));
    append(watched("bob", 2));
    expect([desk.viewed, desk.status, opened[0]?.closed]).toEqual([undefined, undefined, true]);
    append(watched("carol", 3));
    await tick();
    expect(opened.map(({ creatorId }) => creatorId)).toEqual(["cr_alice", "cr_bob", "cr_carol"]);
    opened[2]?.known(statusOf("ses_carol"));
    await tick();
    opened[1]?.known(statusOf("ses_bob"));
    await tick();
    expect([desk.viewed, desk.status?.sessionId, opened[1]?.closed]).toEqual(["ses_carol", "ses_carol", true]);
    expect(notices).toEqual(["statusChanged", "watchChanged", "watchChanged", "statusChanged"]);
  });

  it("ignores a fact of an earlier watch", async () => {
    const { desk, openWith, append, notices } = makeDesk({ creatorId: "cr_alice", handle: "alice", generation: 4 });
    await openWith(statusOf("ses_1"));
    append(watched("bob", 3));
    expect(desk.state.handle).toBe("alice");
    expect(notices).toEqual(["statusChanged"]);
  });

  it("tells its members that it is closed, that its log is lost, or that its source cannot be followed", async () => {
    const made = makeDesk();
    await made.open();
    made.append({ type: "unwatched", atMs: 1, generation: 1, reason: "closed" });
    expect(made.notices).toEqual(["watchChanged", "closed"]);
    made.channel.resync();
    expect(made.notices.at(-1)).toBe("lost");
    made.leave();
    made.channel.resync();
    expect(made.notices).toHaveLength(3);

    const failing = makeDesk({}, { sourceFails: true });
    await failing.open();
    failing.append(watched("bob", 1));
    await tick();
    expect(failing.notices).toEqual(["watchChanged", "lost"]);
    expect(failing.errors).toHaveLength(1);
  });

  it("holds neither its log nor its source once it is closed", async () => {
    const { desk, openWith, opened, released, append, notices } = makeDesk({ creatorId: "cr_alice", generation: 1 });
    await openWith(statusOf("ses_1"));
    desk.close();
    append({ type: "languageSet", atMs: 1, language: "fr" });
    expect([released(), opened[0]?.closed, desk.state.language, notices]).toEqual([1, true, "en", ["statusChanged"]]);
  });

  it("closes a source that opens when it is closed itself", async () => {
    const { desk, opened, open } = makeDesk({ creatorId: "cr_alice", generation: 1 });
    const opening = open();
    await tick();
    desk.close();
    opened[0]?.known(statusOf("ses_1"));
    await opening;
    expect([opened[0]?.closed, desk.viewed]).toEqual([true, undefined]);
  });
});

describe("a desk in REPLAY", () => {
  const replay = { session: "ses_replay", recordingId: "ses_1-7", sinceMs: 5 };
  const modeSet = (modeChanges: number, view?: typeof replay): DeskFact => ({
    type: "modeSet",
    atMs: 5,
    mode: view ? "REPLAY" : "LIVE",
    modeChanges,
    ...(view ? { replay: view } : {}),
    reason: "command",
  });

  it("views its replay whatever becomes of the broadcast that it watches, and that again afterwards", async () => {
    const made = makeDesk({ creatorId: "cr_alice", handle: "alice", generation: 1 });
    await made.openWith(statusOf("ses_1"));
    made.append(modeSet(1, replay));
    expect(made.desk.viewed).toBe("ses_replay");
    made.opened[0]?.onStatus(statusOf("ses_2"));
    expect([made.desk.viewed, made.desk.live]).toEqual(["ses_replay", "ses_2"]);
    made.append(modeSet(2));
    expect(made.desk.viewed).toBe("ses_2");
    expect(made.notices).toEqual(["statusChanged", "modeChanged", "statusChanged", "modeChanged"]);
  });

  it("orders no words of a language model", async () => {
    const made = makeDesk({ usesModel: true, mode: "REPLAY", modeChanges: 1, replay });
    await made.open();
    made.desk.orderWords("ses_replay" as SessionId, [{ type: "automatedPrompt", id: "p1" } as AutomatedPrompt]);
    expect(made.ordered).toEqual([]);
  });

  it("goes on to hold what it watches", async () => {
    const made = makeDesk({ creatorId: "cr_alice", handle: "alice", generation: 1, mode: "REPLAY", modeChanges: 1, replay });
    await made.openWith(statusOf("ses_1"));
    expect(made.held).toEqual(["ses_1"]);
  });
});

describe("a desk that watches a broadcast", () => {
  it("holds its recording while it is live, until it is told not to record", async () => {
    const made = makeDesk({ creatorId: "cr_alice", handle: "alice", generation: 1 });
    await made.openWith(statusOf("ses_1"));
    made.opened[0]?.onStatus(statusOf("ses_1", { state: "ended" }));
    made.opened[0]?.onStatus(statusOf("ses_2"));
    made.append({ type: "recordingSet", atMs: 1, records: false });
    made.opened[0]?.onStatus(statusOf("ses_3"));
    made.append({ type: "recordingSet", atMs: 1, records: true });
    made.desk.close();
    expect(made.held).toEqual(["ses_1", "end", "ses_2", "end", "end", "ses_3", "end"]);
  });
});

describe("a desk that lets a language model word its prompts", () => {
  const prompt = (id: string, questionId?: string) => ({ type: "automatedPrompt", id, questionId }) as AutomatedPrompt;
  const session = "ses_1" as SessionId;

  it("orders each once in its language, and none that asks for what it has answered", async () => {
    const answers = { q1: { status: "answered", atMs: 1 } } as const;
    const { desk, ordered, open, append } = makeDesk({ usesModel: true, answers });
    await open();
    desk.orderWords(session, [prompt("p1"), prompt("p2", "q1")]);
    desk.orderWords(session, [prompt("p1"), prompt("p3", "q2")]);
    append({ type: "languageSet", atMs: 1, language: "fr" });
    desk.orderWords(session, [prompt("p1")]);
    expect(ordered).toEqual(["p1 en", "p3 en", "p1 fr"]);
    append({ type: "coachSet", atMs: 1, usesModel: false });
    desk.orderWords(session, [prompt("p4")]);
    expect(ordered).toHaveLength(3);
  });

  it("remembers the last twenty", async () => {
    const { desk, ordered, open } = makeDesk({ usesModel: true });
    await open();
    for (let n = 0; n <= 20; n++) desk.orderWords(session, [prompt(`p${n}`)]);
    desk.orderWords(session, [prompt("p1"), prompt("p20")]);
    expect(ordered).toHaveLength(21);
    desk.orderWords(session, [prompt("p0")]);
    expect(ordered).toHaveLength(22);
  });
});
