import { annotateChat } from "@frontrow/ingest/annotation";
import { normalize } from "@frontrow/ingest/normalize";
import { createContext } from "@frontrow/ingest/normalize-context";
import { readContainer, readPushFrame } from "@frontrow/ingest/tiktok-container";
import { decodeMessage } from "@frontrow/ingest/tiktok-messages";
import type { EntryKind, LogEntry } from "@frontrow/protocol/entry";
import type { LiveEvent } from "@frontrow/protocol/event";
import type { SessionId } from "@frontrow/protocol/ids";
import { SIMULATOR_PICTURES } from "@frontrow/protocol/image-hosts";
import type { RecordedBroadcast } from "@frontrow/protocol/recording";
import { createAudience } from "@frontrow/simulator/scenarios/audience";
import { hostOf } from "@frontrow/simulator/scenarios/defaults";
import { createPeople } from "@frontrow/simulator/scenarios/people";
import { buildFrame } from "@frontrow/simulator/wire/frame";
import type { RoomMessage } from "@frontrow/simulator/wire/message";
import { snowflake } from "@frontrow/simulator/wire/snowflake";

export interface Sample {
  readonly session: SessionId;
  readonly handle: string;
  readonly title: string;
  readonly startedAtMs: number;
  readonly minutes: number;
  readonly eventsPerSecond: number;
  readonly population: number;
}

/** How often what the audience did is sent, and a flush of it appended. */
const STEP_MS = 400;
/** A source that is silent for so long says that time goes on. */
const TICK_MS = 1_000;

/** The log of a broadcast that never was: a simulated audience, by TikTok's wire and ingest's own steps. Always the same. */
export function logOfSample(sample: Sample): { log: LogEntry[]; broadcast: RecordedBroadcast } {
  const { session, handle, startedAtMs, minutes } = sample;
  const roomId = snowflake(startedAtMs, 1);
  const host = hostOf(handle, SIMULATOR_PICTURES);
  const context = createContext(annotateChat, { id: host.id, handle, nickname: host.nickname, avatarUrl: host.avatarUrl });
  const log: LogEntry[] = [];
  const append = (kind: EntryKind, atMs: number, items: readonly unknown[]) => {
    const previous = log.at(-1)?.id ?? "0-0";
    const stamp = `ingest:1:${log.length + 1}`;
    log.push({ log: session, epoch: 1, id: `${atMs}-${log.length}`, previous, stamp, kind, data: JSON.stringify(items) });
  };
  const show = audienceOf(sample, host);
  append("control", startedAtMs, [{ type: "sourceOpened", atMs: startedAtMs, roomId, hostId: host.id, startedAtMs }]);
  const endMs = startedAtMs + minutes * 60_000;
  let lastMs = startedAtMs;
  for (let nowMs = startedAtMs + STEP_MS; nowMs < endMs; nowMs += STEP_MS) {
    const said: RoomMessage[] = show(nowMs);
    const events = eventsOf(said, nowMs);
    if (events.length > 0) append("events", nowMs, events);
    else if (nowMs - lastMs >= TICK_MS) append("tick", nowMs, [{ type: "tick", atMs: nowMs }]);
    else continue;
    lastMs = nowMs;
  }
  const end = { type: "streamEnd", id: snowflake(endMs, 2), atMs: endMs, sentAtMs: endMs, reason: "ended" } satisfies LiveEvent;
  append("events", endMs, [end]);
  append("control", endMs, [{ type: "sourceClosed", atMs: endMs, reason: "ended" }]);
  return {
    log,
    broadcast: { handle, roomId, hostId: host.id, nickname: host.nickname, avatarUrl: host.avatarUrl, title: sample.title },
  };

  function eventsOf(messages: readonly RoomMessage[], nowMs: number): LiveEvent[] {
    const frame = readPushFrame(buildFrame(messages, { roomId, logId: "1", nowMs }));
    return readContainer(frame.payload).messages.flatMap((packed) => {
      const message = decodeMessage(packed, false);
      const event = typeof message === "string" ? message : normalize(message, nowMs, context);
      return typeof event === "string" ? [] : [event];
    });
  }
}

/** What the audience says up to a moment, since it was asked last. */
function audienceOf(sample: Sample, host: ReturnType<typeof hostOf>): (nowMs: number) => RoomMessage[] {
  const { handle, startedAtMs, eventsPerSecond, population } = sample;
  let ids = 0;
  const nextId = (atMs: number) => snowflake(atMs, ++ids);
  const settings = {
    seed: `sample ${handle}`,
    eventsPerSecond,
    frameIntervalMs: STEP_MS,
    maxMessagesPerFrame: 1_000,
    gzip: false,
    historyMessages: 0,
    languages: ["en", "es", "de"] as const satisfies string[],
    population,
    isSteady: false,
  };
  const people = createPeople("samples", () => SIMULATOR_PICTURES);
  const show = createAudience({
    settings: () => ({ ...settings, languages: [...settings.languages] }),
    people,
    host,
    startedAtMs,
    nextId,
  });
  return (nowMs) => {
    const said: RoomMessage[] = [];
    const publish = (messages: readonly RoomMessage[]) => said.push(...messages);
    show.play({ connections: 1, bufferedBytes: 0, nextId, publish, publishFrame: publish, hangUp() {} }, nowMs);
    return said;
  };
}
