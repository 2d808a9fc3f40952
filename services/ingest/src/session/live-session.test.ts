import { itemsOf } from "@frontrow/protocol/entry";
import type { LiveEvent, Tick } from "@frontrow/protocol/event";
import type { SessionId } from "@frontrow/protocol/ids";
import { describe, expect, it } from "vitest";
import { AppendQueue } from "../append/append-queue.ts";
import { createFlushInterval } from "../append/flush-interval.ts";
import { createMemoryQuota } from "../append/memory-quota.ts";
import { createEventClock } from "../clock/event-clock.ts";
import type { IngestMetrics } from "../metrics.ts";
import type { SourceMessage } from "../source/messages.ts";
import { LiveSession } from "./live-session.ts";
import { EMPTY_READ_BACK, type ReadBack } from "./read-back.ts";

const START = 1_700_000_000_000;

/** A session over a log in memory, and a clock that is turned by hand. */
function setUp({
  readBack = EMPTY_READ_BACK,
  absence = "upstream",
}: {
  readBack?: ReadBack;
  absence?: "upstream" | "unwatched";
} = {}) {
  const appended: object[] = [];
  const counted: string[] = [];
  let now = 0;
  const queue = new AppendQueue({
    async append({ kind, data }) {
      appended.push(...(itemsOf({ kind, data: String(data) }) as object[]));
      return { outcome: "appended", id: "1-0" };
    },
    lastAtMs: async () => 0,
    reopen: async () => "open",
    gap: () => "{}",
    onFenced() {},
    onFailure() {},
    quota: createMemoryQuota(1_000_000),
    flushInterval: createFlushInterval(),
  });
  const metrics: IngestMetrics = {
    flush: () => {},
    event: () => {},
    received: () => {},
    annotated: () => {},
    duplicate: () => counted.push("duplicate"),
    context: () => counted.push("context"),
    ignored: (why) => counted.push(why),
    unreadable: ({ reason }) => counted.push(reason),
    gap: () => {},
    appendTried: () => {},
    connectTried: () => {},
    signUsage: () => {},
  };
  const clock = createEventClock({ epochMs: START, monotonicMs: 0 }, () => now);
  const session = new LiveSession({
    sessionId: "ses_aaaaaaaaaa" as SessionId,
    roomId: "7",
    openedAtMs: START,
    readBack,
    absence,
    queue,
    clock,
    annotate(text) {
      if (text === "poison") throw new Error("a mistake of ours");
      return { language: "en", sentiment: 0, question: false, questionPriority: 0, toxicity: 0, spam: 0 };
    },
    host: {},
    imageUrlOf: (url) => (url?.startsWith("https://p16.") ? url : ""),
    metrics,
  });
  return {
    session,
    counted,
    at(ms: number) {
      now = ms;
      return session;
    },
    /** The clock is found to be behind by so much. */
    sleep: (ms: number) => clock.catchUp({ epochMs: clock.now() + ms, monotonicMs: now }),
    /** The log's ticks that say what was seen. */
    ticks: () => appended.flatMap((item) => ("seen" in item ? [item as Tick] : [])),
    /** When what is in the log so far happened, after the start. */
    async moments() {
      await queue.flushed();
      return appended.map((item) => (item as { atMs: number }).atMs - START);
    },
    /** Whom the log names as host, and since when, each time its source was opened. */
    async openings() {
      await queue.flushed();
      const facts = appended.flatMap((item) => ("roomId" in item ? [item as { hostId?: string; startedAtMs?: number }] : []));
      return facts.map(({ hostId, startedAtMs }) => hostId && `${hostId} ${startedAtMs}`);
    },
    /** The log so far, in few words. */
    async log() {
      await queue.flushed();
      return appended.map((item) => {
        const { type, text, late, fromMs, toMs, reason } = item as Record<string, string & number>;
        if (type === "duplicates") return `duplicates ${JSON.stringify((item as { dropped: object }).dropped)}`;
        if (type === "gap") return `gap ${Number(fromMs) - START}–${Number(toMs) - START} ${reason}`;
        return [text ?? type, late ? "late" : "", type === "sourceClosed" || type === "streamEnd" ? reason : ""]
          .filter(Boolean)
          .join(" ");
      });
    },
  };
}

const chat = (text: string, sentMs: number, isHistory = false): SourceMessage => ({
  method: "WebcastChatMessage",
  id: text,
  isHistory,
  body: { common: { msgId: text, createTime: String(START + sentMs) }, content: text, contentLanguage: "" },
});
const history = (text: string, sentMs: number) => chat(text, sentMs, true);
const end: SourceMessage = { method: "WebcastControlMessage", id: "end", isHistory: false, body: { action: 3 } };
const chatEvent = (id: string, atMs: number, sentAtMs = atMs) =>
  ({ type: "chat", id, atMs: START + atMs, sentAtMs: START + sentAtMs, text: id }) as LiveEvent;
const readBackOf = (...events: LiveEvent[]): ReadBack => ({
  isEmpty: false,
  lastAtMs: events.at(-1)?.atMs ?? START,
  seen: undefined,
  events,
  openedAtMs: START,
  isComplete: true,
});
const readBack = readBackOf(chatEvent("a", -12_000), chatEvent("b", -10_000));

describe("a sleep of this machine", () => {
  it("is a gap of its own while connected, in the time that goes on", async () => {
    const { session, at, sleep, log, moments } = setUp();
    session.onConnected();
    session.receive([chat("a", 1)]);
    at(2_000);
    session.onSlept(sleep(60_000));
    session.receive([chat("b", 62_000)]);
    expect(await log()).toEqual(["sourceOpened", "a", "gap 2000–62000 upstream", "b"]);
    expect((await moments()).slice(-2)).toEqual([62_000, 62_000]);
  });

  it("is part of the outage that is on", async () => {
    const { session, at, sleep, log } = setUp();
    session.onConnected();
    session.receive([chat("a", 1)]);
    at(2_000);
    session.onDisconnected(500);
    session.onSlept(sleep(60_000));
    session.onConnected();
    session.receive([chat("b", 62_000)]);
    expect(await log()).toEqual(["sourceOpened", "a", "gap 1500–62000 upstream", "b"]);
  });
});

describe("a new session", () => {
  it("begins with its source, and without what was said before", async () => {
    const { session, log, counted } = setUp();
    session.receive([history("old", -5_000), history("older", -9_000)]);
    session.onConnected();
    session.receive([chat("first", 10)]);
    expect(await log()).toEqual(["sourceOpened", "first"]);
    expect(counted).toEqual(["context", "context"]);
  });

  it("begins with a pause that the room tells of, and says so once for each, however often it is connected to", async () => {
    const { session, at, log } = setUp();
    session.onConnected(true);
    at(2_000);
    session.onDisconnected(500);
    session.onConnected(true);
    expect(await log()).toEqual(["sourceOpened", "streamPaused"]);
    const resumed: SourceMessage = { method: "WebcastControlMessage", id: "go", isHistory: false, body: { action: 2 } };
    session.receive([resumed]);
    session.onDisconnected(500);
    session.onConnected(false);
    session.onDisconnected(500);
    session.onConnected(true);
    expect((await log()).filter((type) => type.startsWith("stream"))).toEqual(["streamPaused", "streamResumed", "streamPaused"]);
  });

  it("says again that its source is open when it is found out later who streams, and takes nobody else for them", async () => {
    const { session, openings } = setUp();
    session.onConnected();
    session.knowHost({ nickname: "Ann" });
    session.knowHost({ id: "7", startedAtMs: 5 });
    session.knowHost({ id: "7", startedAtMs: 5, nickname: "Ann B" });
    session.knowHost({ id: "8", startedAtMs: 9 });
    expect(await openings()).toEqual([undefined, "7 5"]);
  });

  it("counts a message once, however often it comes", async () => {
    const { session, log, counted } = setUp();
    session.onConnected();
    session.receive([chat("a", 1), chat("a", 1)]);
    session.receive([chat("a", 1), chat("b", 2)]);
    expect(await log()).toEqual(["sourceOpened", "a", "b"]);
    expect(counted).toEqual(["duplicate", "duplicate"]);
  });

  it("loses one message, not itself, to a mistake of ours", async () => {
    const { session, log, counted } = setUp();
    session.onConnected();
    session.receive([chat("a", 1), chat("poison", 2), chat("b", 3)]);
    expect(await log()).toEqual(["sourceOpened", "a", "b"]);
    expect(counted).toContain("message");
  });

  it("that never had a connection leaves its log empty", async () => {
    const { session, log } = setUp();
    session.close("ended");
    expect(await log()).toEqual([]);
  });
});

describe("after an outage", () => {
  it("history that overlaps covers it, and what is new of it is late", async () => {
    const { at, log } = setUp();
    at(0).onConnected();
    at(100).receive([chat("a", 100)]);
    at(200).receive([chat("b", 200)]);
    at(300).onDisconnected(100);
    at(2_000).receive([history("b", 200), history("c", 900)]);
    at(2_000).onConnected();
    at(2_100).receive([chat("d", 2_100)]);
    expect(await log()).toEqual(["sourceOpened", "a", "b", "c late", "d"]);
  });

  it("there is a gap before the first new event when nothing overlaps", async () => {
    const { at, log } = setUp();
    at(0).onConnected();
    at(200).receive([chat("a", 200)]);
    at(350).onDisconnected(50);
    at(2_000).receive([history("c", 900)]);
    at(2_000).onConnected();
    at(2_100).receive([chat("d", 2_100)]);
    expect(await log()).toEqual(["sourceOpened", "a", "c late", "gap 300–2100 upstream", "d"]);
  });

  it("there is a gap up to the connection when the room stays silent", async () => {
    const { at, log } = setUp();
    at(0).onConnected();
    at(200).receive([chat("a", 200)]);
    at(300).onDisconnected(0);
    at(2_000).onConnected();
    at(6_000).onSecond();
    at(7_500).onSecond();
    expect(await log()).toEqual(["sourceOpened", "a", "tick", "gap 300–2000 upstream"]);
  });

  it("what history has from before the session is context, and what never came since is late", async () => {
    const { at, log, counted } = setUp();
    at(0).onConnected();
    at(1_000).receive([chat("a", 1_000)]);
    at(1_100).onDisconnected(0);
    at(2_000).receive([history("before", -50), history("unknown", 500), history("a", 1_000), history("b", 1_500)]);
    at(2_000).onConnected();
    expect(await log()).toEqual(["sourceOpened", "a", "unknown late", "b late"]);
    expect(counted).toEqual(["context", "duplicate"]);
  });

  it("a history of old things that are known does not cover what came after them", async () => {
    const { at, log } = setUp();
    at(0).onConnected();
    at(100).receive([chat("a", 100)]);
    at(200).receive([chat("b", 200)]);
    at(300).onDisconnected(100);
    at(2_000).receive([history("a", 100)]);
    at(2_000).onConnected();
    at(2_100).receive([chat("d", 2_100)]);
    expect(await log()).toEqual(["sourceOpened", "a", "b", "gap 200–2100 upstream", "d"]);
  });
});

describe("where history begins to count", () => {
  /** An owner that goes on, whose clock is ahead of TikTok's by this much. */
  const heirWith = (clockSkewMs: number) =>
    setUp({ readBack: readBackOf(chatEvent("a", 20, 20 - clockSkewMs), chatEvent("b", 50, 50 - clockSkewMs)) });

  it("is the very moment at which the session began, by our clock", async () => {
    const { at, log, counted } = heirWith(500);
    at(100).receive([history("before", -501), history("first", -500), history("then", -499)]);
    at(100).onConnected();
    expect((await log()).slice(1)).toEqual(["first late", "then late"]);
    expect(counted).toEqual(["context"]);
  });

  it("is nowhere on the first connection of a session, however young its history looks", async () => {
    const { at, session, log, counted } = setUp();
    at(100).receive([history("young", 50)]);
    session.onConnected();
    expect(await log()).toEqual(["sourceOpened"]);
    expect(counted).toEqual(["context"]);
    at(200).receive([chat("young", 50)]);
    expect(counted).toEqual(["context", "duplicate"]);
  });

  it("is unchanged by a connection that never was", async () => {
    const { at, log, counted } = setUp();
    at(50).onDisconnected(10);
    at(100).receive([history("young", 60)]);
    at(100).onConnected();
    at(200).receive([chat("a", 200)]);
    expect(await log()).toEqual(["sourceOpened", "a"]);
    expect(counted).toEqual(["context"]);
  });

  it("follows the usual lead of our clock, whatever one message says", async () => {
    const { at, log, counted } = setUp();
    at(0).onConnected();
    at(1_000).receive([chat("a", 900), chat("odd", 3_600_000), chat("b", 910)]);
    at(3_000).onDisconnected(0);
    at(4_000).receive([history("old", -101), history("c", 3_100), history("d", 3_200), history("e", 3_300)]);
    at(4_000).onConnected();
    expect((await log()).slice(-3)).toEqual(["c late", "d late", "e late"]);
    expect(counted).toEqual(["context"]);
  });

  it("follows the lead of our clock that is less off, where two differ", async () => {
    const { at, log, counted } = setUp();
    at(0).onConnected();
    at(1_000).receive([chat("a", 900)]);
    at(2_000).receive([chat("b", 1_500)]);
    at(3_000).onDisconnected(0);
    at(4_000).receive([history("c", -100), history("d", -101)]);
    at(4_000).onConnected();
    expect((await log()).slice(3)).toEqual(["c late"]);
    expect(counted).toEqual(["context"]);
  });
});

describe("time that goes on", () => {
  it("is told while somebody listens, each second and then each ten, and not without a connection", async () => {
    const { at, moments, log } = setUp();
    for (let second = 0; second <= 2; second++) at(second * 1_000).onSecond();
    at(3_000).onConnected();
    at(3_000).receive([chat("a", 3_000)]);
    for (let second = 4; second <= 90; second++) at(second * 1_000).onSecond();
    at(90_500).onDisconnected(0);
    for (let second = 91; second <= 120; second++) at(second * 1_000).onSecond();
    const busy = Array.from({ length: 59 }, (_, n) => 4_000 + n * 1_000);
    expect((await moments()).slice(2)).toEqual([...busy, 72_000, 82_000]);
    at(121_000).close("unwatched");
    at(122_000).onSecond();
    expect((await log()).at(-1)).toBe("sourceClosed unwatched");
  });

  it("never comes before the last moment of the log that is continued", async () => {
    const { at, moments } = setUp({ readBack: { ...readBack, lastAtMs: START + 5_000 } });
    at(10).onConnected();
    at(20).receive([chat("c", 20)]);
    at(6_000).receive([chat("d", 6_000)]);
    expect(await moments()).toEqual([5_000, 5_000, 6_000]);
  });

  it("begins an outage no earlier than the last thing in the log", async () => {
    const { at, log } = setUp({ readBack: { ...readBack, lastAtMs: START } });
    at(1_000).onConnected();
    at(1_000).receive([history("b", -50)]);
    at(1_100).onDisconnected(5_000);
    at(2_000).onConnected();
    at(3_000).receive([chat("c", 3_000)]);
    expect(await log()).toEqual(["sourceOpened", "gap 0–3000 upstream", "c"]);
  });

  it("ends an outage in a silent room five seconds after the connection, not before", async () => {
    const { at, log } = setUp({ readBack });
    at(0).onConnected();
    at(4_999).onSecond();
    expect(await log()).not.toContain("gap -10000–0 upstream");
    at(5_000).onSecond();
    const said = (await log()).filter((line) => line !== "tick");
    expect(said).toEqual(["sourceOpened", "gap -10000–0 upstream"]);
  });
});

describe("what TikTok sends again", () => {
  const gift = (id: string): SourceMessage =>
    ({
      method: "WebcastGiftMessage",
      id,
      isHistory: false,
      body: { common: { msgId: id }, giftId: "1", repeatCount: 1 },
    }) as SourceMessage;

  it("is told by type, within a second, and then at most every ten", async () => {
    const { at, log } = setUp();
    at(0).onConnected();
    at(100).receive([chat("a", 100), gift("g")]);
    at(200).receive([chat("a", 100), gift("g"), gift("g")]);
    at(1_000).onSecond();
    at(1_500).receive([history("a", 100)]);
    for (let second = 2; second <= 11; second++) at(second * 1_000).onSecond();
    at(30_000).onSecond();
    const said = (await log()).filter((line) => line !== "tick");
    expect(said).toEqual(["sourceOpened", "a", "gift", 'duplicates {"chat":1,"gift":2}', 'duplicates {"chat":1}']);
  });

  it("is told before the last word, and before another owner goes on", async () => {
    for (const end of ["close", "handOver"] as const) {
      const { at, session, log } = setUp();
      at(0).onConnected();
      at(100).receive([chat("a", 100), chat("a", 100)]);
      if (end === "close") session.close("unwatched");
      else session.handOver();
      session.handOver();
      const last = end === "close" ? ["sourceClosed unwatched"] : [];
      expect(await log()).toEqual(["sourceOpened", "a", 'duplicates {"chat":1}', ...last]);
    }
  });

  it("is not looked at once more for what it says", async () => {
    const { at, log } = setUp();
    at(0).onConnected();
    at(100).receive([chat("a", 100)]);
    // Its text would be our mistake if it were annotated again.
    at(200).receive([{ ...chat("poison", 100), id: "a" }]);
    at(1_000).onSecond();
    expect(await log()).toContain('duplicates {"chat":1}');
  });
});

describe("a history that is longer than what is remembered", () => {
  it("covers the outage all the same, and nothing of it counts twice", async () => {
    const { at, log } = setUp();
    at(0).onConnected();
    // Three in each millisecond: what is remembered begins in the middle of one.
    const said = Array.from({ length: 2_500 }, (_, n) => chat(`m${n}`, Math.floor(n / 3)));
    at(6_000).receive(said);
    at(6_100).onDisconnected(0);
    const missed = [chat("missed", 6_200)];
    at(7_000).receive([...said, ...missed].map((message) => ({ ...message, isHistory: true })));
    at(7_000).onConnected();
    at(7_100).receive([chat("next", 7_100)]);
    expect((await log()).slice(2_500)).toEqual(["m2499", "missed late", "next"]);
  });
});

describe("what is rare", () => {
  const sent = (method: "WebcastSocialMessage" | "WebcastLikeMessage", n: number, atMs: number, isHistory = false) =>
    ({
      method,
      id: idAt(n),
      isHistory,
      body: { common: { msgId: idAt(n), createTime: String(START + atMs) }, action: 1, count: 1, total: n },
    }) as SourceMessage;
  const idAt = (n: number) => String(7_400_000_000_000_000_000n + BigInt(n));

  it("is not forgotten because of what is frequent, by this owner nor by the next", async () => {
    const first = setUp();
    first.at(0).onConnected();
    first.at(10).receive([sent("WebcastSocialMessage", 1, 10)]);
    for (let n = 2; n < 10_000; n++) {
      first.at(n * 20).receive([sent("WebcastLikeMessage", n, n * 20)]);
      if (n % 50 === 0) first.session.onSecond();
    }
    await first.log();
    const seen = first.ticks().at(-1);
    expect(JSON.stringify(seen).length).toBeLessThan(5_000);
    const next = setUp({
      readBack: { ...readBackOf(), lastAtMs: seen?.atMs ?? 0, seen: { fact: seen?.seen as never, atMs: seen?.atMs ?? 0 } },
    });
    for (const { at, counted } of [first, next]) {
      at(300_000).onDisconnected(0);
      at(301_000).receive([
        sent("WebcastSocialMessage", 1, 10, true),
        // Forgotten by its id, but it stands before the mark.
        sent("WebcastLikeMessage", 200, 4_000, true),
        sent("WebcastSocialMessage", 10_001, 300_500, true),
      ]);
      expect(counted).toEqual(["duplicate", "duplicate"]);
    }
    expect(await next.log()).toEqual(["sourceOpened", "follow late"]);
  });
});

describe("a message whose id and time disagree", () => {
  const placed = (id: number, sentMs: number, isHistory = false): SourceMessage => {
    const msgId = String(7_400_000_000_000_000_000n + BigInt(id));
    return { ...chat(`${id}`, sentMs, isHistory), id: msgId } as SourceMessage;
  };

  it("is what its neighbours are", async () => {
    const { at, log } = setUp();
    at(0).onConnected();
    for (let n = 1; n <= 2_000; n++) at(n).receive([placed(n, n)]);
    at(2_010).onDisconnected(0);
    const before = (await log()).length;
    at(3_000).receive([
      placed(1_998, 1_998, true),
      placed(100, 2_400, true), // forgotten, and its clock was wrong
      placed(1_999, 1_999, true),
      placed(2_000, 2_000, true),
      placed(2_001, 2_100, true),
      placed(2_002, -3_600_000, true), // a clock that is an hour behind
      placed(2_003, 2_200, true),
      {
        ...placed(3, 0, true),
        body: { ...placed(3, 0).body, common: { msgId: "3", createTime: String(START + 2_300) } },
      } as SourceMessage,
      placed(2_004, 2_300, true),
    ]);
    at(3_000).onConnected();
    expect((await log()).slice(before)).toEqual(["2001 late", "2002 late", "2003 late", "3 late", "2004 late"]);
  });
});

describe("a thing that is sent again under a new message id", () => {
  const envelope = (id: string, envelopeId: string, display = 1): SourceMessage =>
    ({
      method: "WebcastEnvelopeMessage",
      id,
      isHistory: false,
      body: {
        envelopeInfo: { envelopeId, sendUserId: "0", sendUserName: "", businessType: 1, diamondCount: 9, peopleCount: 1 },
        display,
      },
    }) as SourceMessage;
  const question = (id: string, questionId: string): SourceMessage =>
    ({ method: "WebcastQuestionNewMessage", id, isHistory: false, body: { data: { questionId, content: id } } }) as SourceMessage;

  it("counts once", async () => {
    const { at, log } = setUp();
    at(0).onConnected();
    at(1).receive([envelope("e1", "7"), envelope("e2", "7"), envelope("e3", "8")]);
    at(2).receive([question("q1", "1"), question("q2", "1"), question("q3", "2"), question("q4", "0"), question("q5", "0")]);
    expect(await log()).toEqual(["sourceOpened", "envelope", "envelope", "q1", "q3", "q4", "q5"]);
  });
});

describe("the next owner", () => {
  it("knows what is in the log, and goes on after its last moment", async () => {
    const { at, log, counted } = setUp({ readBack });
    at(0).receive([history("a", -12_000), history("b", -11_000), history("c", -9_000)]);
    at(10).onConnected();
    at(20).receive([chat("d", 20)]);
    // "c" was sent before this owner's clock began, but the session is as old as `openedAtMs` says.
    expect(counted.filter((what) => what === "duplicate")).toHaveLength(2);
    expect((await log()).at(-1)).toBe("d");
  });

  it("declares the time without an owner, for the reason that it had", async () => {
    const { at, log } = setUp({ readBack, absence: "unwatched" });
    at(0).onConnected();
    at(20).receive([chat("d", 20)]);
    expect(await log()).toEqual(["sourceOpened", "gap -10000–20 unwatched", "d"]);
  });
});

describe("the end", () => {
  it("comes after everything that came with it, and only when it is certain", async () => {
    const { at, log } = setUp();
    at(0).onConnected();
    at(100).receive([chat("a", 100), end, chat("b", 101)]);
    at(100).onDisconnected(0);
    expect(await log()).toEqual(["sourceOpened", "a", "b"]);
    at(2_000).close("ended");
    expect(await log()).toEqual(["sourceOpened", "a", "b", "streamEnd ended", "sourceClosed ended"]);
  });

  it("declares what was missed when nobody said that it was the end", async () => {
    const { at, log } = setUp();
    at(0).onConnected();
    at(100).receive([chat("a", 100)]);
    at(200).onDisconnected(100);
    at(2_000).close("ended");
    expect(await log()).toEqual(["sourceOpened", "a", "gap 100–2000 upstream", "streamEnd ended", "sourceClosed ended"]);
  });

  it("that was not true is forgotten when the source is back", async () => {
    const { at, log } = setUp();
    at(0).onConnected();
    at(100).receive([chat("a", 100), end]);
    at(200).onDisconnected(100);
    at(300).onConnected();
    at(400).receive([chat("b", 400)]);
    at(500).onDisconnected(0);
    at(900).close("ended");
    const said = await log();
    expect(said).toEqual([
      "sourceOpened",
      "a",
      "gap 100–400 upstream",
      "b",
      "gap 500–900 upstream",
      "streamEnd ended",
      "sourceClosed ended",
    ]);
  });

  it("of watching is followed by a new beginning when somebody watches again", async () => {
    const { at, log } = setUp();
    at(0).onConnected();
    at(100).receive([chat("a", 100)]);
    at(200).close("unwatched");
    // Nobody listens any more: a tick would say that time goes on in this log.
    at(5_000).onSecond();
    at(5_300).onConnected();
    expect(await log()).toEqual(["sourceOpened", "a", "sourceClosed unwatched", "sourceOpened"]);
  });

  it("is said in a log that another owner had begun, though there was no connection since", async () => {
    const { at, log, moments } = setUp({ readBack });
    at(700).close("ended");
    expect(await log()).toEqual(["gap -10000–700 upstream", "streamEnd ended", "sourceClosed ended"]);
    expect(await moments()).toEqual([700, 700, 700]);
  });

  it("of watching says so, and names the next session when there is one", async () => {
    const { at, session, log } = setUp();
    at(0).onConnected();
    at(100).close("unwatched");
    session.nameSuccessor("ses_bbbbbbbbbb" as SessionId);
    expect(await log()).toEqual(["sourceOpened", "sourceClosed unwatched", "successor"]);
  });
});
