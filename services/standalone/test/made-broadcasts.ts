import type { FoldItem } from "@frontrow/audience/fold";
import type { ObjectStore } from "@frontrow/blob/object-store";
import type { EntryKind, LogEntry } from "@frontrow/protocol/entry";
import { creatorIdOf, type SessionId, type WorkerId } from "@frontrow/protocol/ids";
import { NOTHING_ARCHIVED, type RecordedBroadcast, type RecordingId, recordingIdOf } from "@frontrow/protocol/recording";
import { finishRecording } from "@frontrow/recording/manifest";
import { writeSegment } from "@frontrow/recording/segment";
import type { RedisConnection } from "@frontrow/redis/client";
import { createLogStore, type Writer } from "@frontrow/redis/log";
import { createSessionStore, sessionIdOf } from "@frontrow/redis/sessions";
import { userNamed } from "@frontrow/testkit/users";

/** A broadcast in which nothing happens but what is said here. */
export interface MadeBroadcast {
  readonly broadcast: RecordedBroadcast;
  readonly fromMs: number;
  readonly minutes: number;
  /** What each viewer does, spread evenly over the broadcast. */
  readonly people: Readonly<Record<string, { readonly chats?: number; readonly diamonds?: number; readonly asks?: string }>>;
  /** Told every ten seconds. */
  readonly viewers?: number;
  readonly sentiment?: number;
  /** Minutes of which nothing is there, from its begin. */
  readonly missed?: readonly [fromMinute: number, toMinute: number];
}

/** The items of such a broadcast, in their order. */
export function itemsOf({ fromMs, minutes, people, viewers, sentiment = 0, missed }: MadeBroadcast): FoldItem[] {
  const toMs = fromMs + minutes * 60_000;
  const gap = missed?.map((minute) => fromMs + minute * 60_000) as [number, number] | undefined;
  const mood = { language: "en", sentiment, question: false, questionPriority: 0, toxicity: 0, spam: 0 };
  let made = 0;
  const base = (atMs: number) => ({ id: `e${++made}-${fromMs}`, atMs: Math.floor(atMs), sentAtMs: Math.floor(atMs) });
  const evenly = (count: number) => Array.from({ length: count }, (_, n) => fromMs + ((n + 0.5) * (toMs - fromMs)) / count);
  const items = Object.entries(people).flatMap(([name, { chats = 0, diamonds = 0, asks }]): FoldItem[] => {
    const user = userNamed(name);
    return [
      ...evenly(chats).map((atMs) => ({ ...base(atMs), type: "chat" as const, user, text: "hello", ...mood })),
      ...evenly(diamonds > 0 ? 1 : 0).map((atMs): FoldItem => {
        const gift = { giftId: "1", name: "Rose", count: 1, diamondsEach: diamonds, diamonds, streakOpen: false };
        return { ...base(atMs), type: "gift", user, streakId: `s${made}`, ...gift };
      }),
      ...(asks === undefined
        ? []
        : [{ ...base(fromMs + 30_000), type: "chat" as const, user, text: asks, ...mood, question: true, questionPriority: 4 }]),
    ];
  });
  const told =
    viewers === undefined ? [] : evenly(minutes * 6).map((atMs) => ({ ...base(atMs), type: "roomUser" as const, viewers }));
  const seen = [...items, ...told].filter(({ atMs }) => !gap || atMs < gap[0] || atMs >= gap[1]);
  const lost: FoldItem[] = gap ? [{ ...base(gap[1]), type: "gap", fromMs: gap[0], toMs: gap[1], reason: "upstream" }] : [];
  return [
    { type: "sourceOpened", atMs: fromMs, roomId: "7" },
    ...[...seen, ...lost].sort((a, b) => a.atMs - b.atMs),
    { type: "sourceClosed", atMs: toMs, reason: "ended" },
  ];
}

/** Writes its complete recording, which nobody has indexed yet. */
export async function record(blob: ObjectStore, made: MadeBroadcast): Promise<RecordingId> {
  const session = `ses_made${made.broadcast.handle.padEnd(8, "0")}${made.fromMs}` as SessionId;
  const recordingId = recordingIdOf(session, made.fromMs);
  const items = itemsOf(made);
  const kindOf = ({ type }: FoldItem): EntryKind => (type === "sourceOpened" || type === "sourceClosed" ? "control" : "events");
  const entries = items.map(
    (item, n): LogEntry => ({
      ...{ log: session, epoch: 1, id: `${n + 1}-0`, previous: `${n}-0`, stamp: `ingest:1:${n + 1}` },
      ...{ kind: kindOf(item), data: JSON.stringify([item]) },
    }),
  );
  const segment = await writeSegment(blob, { recordingId, broadcast: made.broadcast, after: NOTHING_ARCHIVED, entries });
  await finishRecording(blob, recordingId, [segment], made.broadcast);
  return recordingId;
}

/** A broadcast that goes on: its log, as ingest writes it. */
export async function goLive({ client }: RedisConnection, { handle, roomId }: RecordedBroadcast) {
  const writer: Writer = { role: "ingest", nonce: "made", fence: 1 };
  const creatorId = creatorIdOf(handle);
  const sessionId = sessionIdOf(creatorId, roomId);
  const worker = "wkr_made" as WorkerId;
  await createSessionStore(client).open({ sessionId, creatorId, roomId, kind: "LIVE", writer, worker });
  let sequence = 0;
  return {
    sessionId,
    async append(items: readonly FoldItem[]): Promise<void> {
      const entry = {
        log: sessionId,
        writer,
        epoch: 1,
        sequence: ++sequence,
        kind: "events",
        data: JSON.stringify(items),
      } as const;
      const { outcome } = await createLogStore(client).append(entry);
      if (outcome !== "appended") throw new Error(outcome);
    },
    async end(): Promise<void> {
      await createSessionStore(client).close(sessionId, writer, "ended");
    },
  };
}
