import { documentRules } from "@frontrow/audience/documents";
import type { FoldItem } from "@frontrow/audience/fold";
import { foldItems } from "@frontrow/audience/fold";
import { metricsOf } from "@frontrow/audience/metrics";
import { createFold } from "@frontrow/audience/state";
import type { DocumentName } from "@frontrow/protocol/documents";
import { type EntryKind, type LogEntry, type Position, positionOf, startOf } from "@frontrow/protocol/entry";
import type { EventOf, LiveEvent, User } from "@frontrow/protocol/event";
import type { CreatorId, SessionId, WorkerId } from "@frontrow/protocol/ids";
import type { Insight } from "@frontrow/protocol/insight";
import type { Metrics } from "@frontrow/protocol/metrics";
import type { RedisConnection } from "@frontrow/redis/client";
import { createLogStore, type Writer } from "@frontrow/redis/log";
import { createMetricsStore } from "@frontrow/redis/metrics-store";
import { createSessionStore } from "@frontrow/redis/sessions";
import { userNamed } from "@frontrow/testkit/users";

const START_MS = 1_700_000_000_000;
let sessions = 0;

/** A broadcast as ingest would write it, and what an uninterrupted fold makes of it. */
export class Broadcast {
  readonly sessionId: SessionId;
  /** All that was written, in order. */
  readonly items: FoldItem[] = [];
  private readonly redis: RedisConnection;
  private writer: Writer = { role: "ingest", nonce: "source", fence: 1 };
  private sequence = 0;
  private nowMs = START_MS;
  private made = 0;
  private readonly sent = new Map<number, { kind: EntryKind; data: string }>();
  private readonly heard: Insight[] = [];
  private listened: Position;

  constructor(redis: RedisConnection) {
    this.redis = redis;
    this.sessionId = `ses_test${String(++sessions).padStart(6, "0")}${process.pid}` as SessionId;
    this.listened = startOf(this.sessionId);
  }

  async open(): Promise<void> {
    this.writer = { ...this.writer, fence: this.writer.fence + 1 };
    this.sequence = 0;
    await createSessionStore(this.redis.client).open({
      sessionId: this.sessionId,
      creatorId: "cr_demo:alice" as CreatorId,
      roomId: "room",
      kind: "LIVE",
      writer: this.writer,
      worker: "wkr_ingest" as WorkerId,
    });
    await this.append("control", [{ type: "sourceOpened", atMs: this.nowMs, roomId: "room" }]);
  }

  /** Appends `entries` entries of `eventsEach` events. */
  async happen(entries: number, eventsEach = 5): Promise<void> {
    for (let n = 0; n < entries; n++) {
      await this.append(
        "events",
        Array.from({ length: eventsEach }, () => this.nextEvent()),
      );
    }
  }

  /** Appends these, all at one moment. */
  async tell(make: (atMs: number) => LiveEvent[]): Promise<void> {
    this.nowMs += 40;
    await this.append("events", make(this.nowMs));
  }

  /** The documents as a fold knows them that nothing ever interrupted, as they are in Redis, and the boards as they were said last. */
  async documents(...names: DocumentName[]) {
    const state = createFold();
    foldItems(state, this.items);
    const stored = await createMetricsStore(this.redis.client).readCurrent(this.sessionId, names);
    await this.listen();
    return names.map((name) => ({
      name,
      expected: documentRules[name]?.of(state),
      stored: stored?.documents[name],
      said: this.heard.findLast(({ type }) => type === name),
    }));
  }

  /** Appends an entry that is none. */
  async scribble(data: string): Promise<void> {
    await this.appendData("events", data);
  }

  /** Where the source and its listeners are. */
  async mark() {
    await this.listen();
    return { sequence: this.sequence, heard: this.heard.length, listened: this.listened };
  }

  /** Appends again what a fail-over has lost; listeners go back to where they were. */
  async resendFrom(mark: { sequence: number; heard: number; listened: Position }): Promise<void> {
    this.heard.length = mark.heard;
    this.listened = mark.listened;
    for (let sequence = mark.sequence + 1; sequence <= this.sequence; sequence++) await this.send(sequence);
  }

  async tick(ms: number): Promise<void> {
    this.nowMs += ms;
    await this.append("tick", [{ type: "tick", atMs: this.nowMs }]);
  }

  async close(reason: "ended" | "unwatched" = "ended"): Promise<void> {
    await this.append("control", [{ type: "sourceClosed", atMs: this.nowMs, reason }]);
    await createSessionStore(this.redis.client).close(this.sessionId, this.writer, reason);
  }

  /** What a fold that nothing ever interrupted knows. */
  expected(): { metrics: Metrics; gifters: unknown; questions: string[] } {
    const state = createFold();
    const insights: Insight[] = [];
    foldItems(state, this.items, insights);
    return {
      metrics: metricsOf(state),
      gifters: documentRules.leaderboard?.of(state).gifters,
      questions: insights.flatMap((insight) => (insight.type === "questionDetected" ? [insight.id] : [])),
    };
  }

  /** What is in Redis, and what a viewer knows who followed the insights from the first entry on. */
  async told() {
    const stored = await createMetricsStore(this.redis.client).read(this.sessionId);
    await this.listen();
    const said = this.heard;
    const shown: Partial<Metrics> = {};
    for (const { type, ...changed } of said) if (type === "metrics") Object.assign(shown, changed);
    return {
      metrics: stored?.metrics,
      gifters: stored?.documents.leaderboard?.gifters ?? [],
      questions: said.flatMap((insight) => (insight.type === "questionDetected" ? [insight.id] : [])),
      shown,
    };
  }

  /** Follows what is said, so that nothing is missed when the log is trimmed. */
  private async listen(): Promise<void> {
    const log = createLogStore(this.redis.client);
    for (let more = true; more; ) {
      const page = await log.readAfter(this.listened);
      if (page.outcome !== "ok") throw new Error(`log ${page.outcome}`);
      for (const entry of page.entries) {
        if (entry.kind === "insights") this.heard.push(...insightsIn(entry));
        this.listened = positionOf(entry);
      }
      more = page.more;
    }
  }

  private async append(kind: EntryKind, items: FoldItem[]): Promise<void> {
    this.items.push(...items);
    await this.appendData(kind, JSON.stringify(items));
  }

  private async appendData(kind: EntryKind, data: string): Promise<void> {
    this.sequence += 1;
    this.sent.set(this.sequence, { kind, data });
    await this.send(this.sequence);
    if (this.sequence % 5 === 0) await this.listen();
  }

  private async send(sequence: number): Promise<void> {
    const { kind, data } = this.sent.get(sequence) ?? { kind: "tick", data: "[]" };
    const entry = { log: this.sessionId, writer: this.writer, epoch: 1, sequence, kind, data } as const;
    const answer = await createLogStore(this.redis.client).append(entry);
    if (answer.outcome !== "appended" && answer.outcome !== "repeated") throw new Error(answer.outcome);
  }

  private nextEvent(): LiveEvent {
    const n = ++this.made;
    this.nowMs += 40;
    const base = { id: `e${n}`, atMs: this.nowMs, sentAtMs: this.nowMs, user: viewer(n % 17) };
    switch (n % 6) {
      case 0:
      case 1:
        return chat(base, n % 4 === 0);
      case 2:
        return { ...base, type: "like", count: n % 11, total: n * 3 };
      case 3: {
        const count = (n % 5) + 1;
        const streak = { streakId: `s${Math.floor(n / 24)}`, streakOpen: n % 24 !== 3 };
        return { ...base, type: "gift", giftId: "1", name: "Rose", count, diamondsEach: 5, diamonds: count * 5, ...streak };
      }
      case 4:
        return { ...base, type: "member" };
      default:
        return { id: base.id, atMs: base.atMs, sentAtMs: base.sentAtMs, type: "roomUser", viewers: 100 + (n % 50) };
    }
  }
}

const insightsIn = (entry: LogEntry): Insight[] => JSON.parse(entry.data) as Insight[];

function chat(base: { id: string; atMs: number; sentAtMs: number; user: User }, asks: boolean): EventOf<"chat"> {
  const annotation = { language: "en", sentiment: 0.25, question: asks, questionPriority: asks ? 3 : 0, toxicity: 0, spam: 0 };
  return { ...base, type: "chat", text: asks ? "how are you?" : "hello", ...annotation };
}

const viewer = (n: number): User => userNamed(`viewer${n}`);
