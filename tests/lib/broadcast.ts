import { type Documents, documentNames } from "@frontrow/protocol/documents";
import type { EventOf, LiveEvent, LiveEventType } from "@frontrow/protocol/event";
import type { SessionId } from "@frontrow/protocol/ids";
import type { Room as RoomDocument } from "@frontrow/protocol/insight";
import type { Metrics } from "@frontrow/protocol/metrics";
import { createMetricsStore } from "@frontrow/redis/metrics-store";
import type { MessageContent, RoomMessage } from "@frontrow/simulator/wire/message";
import { ProtoWriter } from "@frontrow/simulator/wire/proto-writer";
import type { Viewer as Person } from "@frontrow/simulator/wire/viewer";
import { eventually } from "@frontrow/testkit/eventually";
import { expect } from "vitest";
import type { Stack } from "./stack.ts";
import { openViewer } from "./viewer.ts";

/** The fields that differ from what a message of that content would have. */
type Odd = Partial<Pick<RoomMessage, "msgId" | "createTimeMs">>;

/** A broadcast in which only the test speaks, watched by one viewer of the SDK. */
export interface Broadcast {
  readonly host: Person;
  readonly events: readonly LiveEvent[];
  eventsOf<T extends LiveEventType>(type: T): EventOf<T>[];
  /** A message that is not said yet. */
  message(content: MessageContent, odd?: Odd): RoomMessage;
  /** One of any bytes: all of the payload but the part that each message begins with. */
  raw(method: string, write: (writer: ProtoWriter) => unknown, displayKey?: string): RoomMessage;
  say(...contents: readonly (MessageContent | RoomMessage)[]): RoomMessage[];
  pause(): void;
  resume(): void;
  /** Cuts the connection; the next one begins with this history. */
  reconnect(history: readonly RoomMessage[]): Promise<void>;
  /** Waits until everything said is folded, and checks metrics in the store and at the viewer. */
  expectMetrics(expected: Partial<Metrics>, timeoutMs?: number): Promise<void>;
  documents(): Promise<Partial<Documents>>;
  /** Checks what stands on the screen and the stage, in the store and at the viewer. */
  expectRoom(expected: Partial<RoomDocument>): Promise<void>;
  close(): void;
}

export async function startBroadcast(stack: Stack, name: string): Promise<Broadcast> {
  const { simulator } = stack;
  const creator = simulator.creator(name);
  const room = creator.goLive({ play: () => 60_000 });
  room.repeats = [];
  const viewer = openViewer({ username: `demo:${name}`, urls: stack.urls });
  await eventually(() => {
    expect(simulator.connections(name).entered).toBe(1);
    expect(viewer.client.status.session).toBeTruthy();
  });
  const store = createMetricsStore(stack.redis.client);
  const stored = async () => await store.read(viewer.client.status.session as SessionId);
  const message = (content: MessageContent, odd: Odd = {}): RoomMessage => {
    const nowMs = Date.now();
    return { ...content, msgId: room.nextId(nowMs), createTimeMs: nowMs, ...odd } as RoomMessage;
  };
  let shares = 0;
  const broadcast: Broadcast = {
    host: creator.host,
    get events() {
      return viewer.events;
    },
    eventsOf: <T extends LiveEventType>(type: T) => viewer.events.filter((event): event is EventOf<T> => event.type === type),
    message,
    raw(method, write, displayKey = "") {
      const { msgId, createTimeMs } = message({ type: "raw", method, payload: new Uint8Array() });
      const writer = new ProtoWriter();
      writer.message(1, (common) => {
        common.string(1, method).int(2, msgId).int(3, room.roomId).int(4, createTimeMs);
        if (displayKey) common.message(8, (text) => text.string(1, displayKey));
      });
      write(writer);
      return { type: "raw", method, payload: writer.finish(), msgId, createTimeMs };
    },
    say(...contents) {
      const messages = contents.map((content) => ("msgId" in content ? content : message(content)));
      room.publish(messages, Date.now());
      return messages;
    },
    pause: () => creator.pause(),
    resume: () => creator.resume(),
    async reconnect(history) {
      const { entered } = simulator.connections(name);
      room.repeats = history;
      creator.drop();
      await eventually(() => expect(simulator.connections(name).entered).toBe(entered + 1));
    },
    async expectMetrics(expected, timeoutMs) {
      // The last of all: once it is counted, what was said before it is.
      broadcast.say({ type: "share", user: creator.host, shareCount: 1 });
      shares += 1;
      const all = { ...expected, shares };
      await eventually(async () => expect((await stored())?.metrics).toMatchObject(all), timeoutMs);
      await eventually(() => expect(viewer.metrics).toMatchObject(all), timeoutMs);
    },
    documents: async () => (await store.readCurrent(viewer.client.status.session as SessionId, documentNames))?.documents ?? {},
    async expectRoom(expected) {
      await eventually(async () => expect((await broadcast.documents()).room).toMatchObject(expected));
      await eventually(() => {
        const insights = viewer.told.flatMap((told) => (told.type === "insights" ? told.insights : []));
        expect(insights.findLast(({ type }) => type === "room")).toMatchObject(expected);
      });
    },
    close: () => viewer.close(),
  };
  return broadcast;
}
