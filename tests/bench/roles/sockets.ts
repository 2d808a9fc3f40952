import { connectRaw, type RawClient } from "../lib/raw-client.ts";
import { serveRole } from "../lib/role.ts";

/** One audience: sockets that only count. `room` is a Socket.IO room or the name of a creator. */
interface Audience {
  readonly kind: "frontrow" | "socketio" | "idle-frontrow" | "idle-socketio" | "raw";
  readonly port: number;
  readonly rooms: readonly string[];
  readonly socketsPerRoom: number;
  /** How many handshakes run at once. */
  readonly atOnce: number;
}

export interface Sample {
  /** Since latencies are noted. */
  readonly afterMs: number;
  readonly latencyMs: number;
}

const clients: RawClient[] = [];
let sinceMs = 0;
let frames = 0;
let events = 0;
let bytes = 0;
let ready = 0;
/** Of the first event of each frame, by when it came. */
const samples: Sample[] = [];
let samplesLatency = false;

serveRole({
  async connect({ kind, port, rooms, socketsPerRoom, atOnce }: Audience) {
    const jobs = rooms.flatMap((room) => Array.from({ length: socketsPerRoom }, () => room));
    let next = 0;
    const worker = async () => {
      while (next < jobs.length) clients.push(await open(kind, port, jobs[next++] as string));
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
    return clients.length;
  },
  ready: () => ready,
  counts: () => ({ frames, events, bytes }),
  /** Counts from here on. */
  reset() {
    frames = events = bytes = 0;
  },
  /** Notes latencies from here on. */
  sample() {
    samples.length = 0;
    sinceMs = performance.now();
    samplesLatency = true;
  },
  latencies: () => samples.map(({ latencyMs }) => latencyMs),
  samples: () => samples,
  close() {
    for (const client of clients.splice(0)) client.close();
    ready = 0;
  },
});

function open(kind: Audience["kind"], port: number, room: string): Promise<RawClient> {
  if (kind === "socketio" || kind === "idle-socketio") return openSocketIo(port, kind === "socketio" ? room : undefined);
  const greeting = kind === "frontrow" ? [JSON.stringify({ type: "changeUsername", username: room })] : [];
  let isReady = false;
  return connectRaw({
    port,
    path: kind === "raw" ? `/?room=${encodeURIComponent(room)}` : "/ws",
    ...(kind === "raw" ? {} : { subprotocol: "frontrow.v1" }),
    greeting,
    onFrame(payload) {
      const head = payload.toString("latin1", 0, 160);
      if (kind === "raw") count(payload, 1);
      else if (head.includes('"kind":"events"')) count(payload, countEvents(payload));
      else if (!isReady && head.startsWith('{"type":"connected"')) {
        isReady = true;
        ready += 1;
      }
    },
  });
}

const mark = Buffer.from('"sentAtMs":');

/** Events in a frame: each bears TikTok's clock once. */
function countEvents(payload: Buffer): number {
  let found = 0;
  for (let at = payload.indexOf(mark); at >= 0; at = payload.indexOf(mark, at + mark.length)) {
    found += 1;
    if (samplesLatency && found === 1) {
      const sentAtMs = Number.parseInt(payload.toString("latin1", at + mark.length, at + mark.length + 13), 10);
      samples.push({ afterMs: performance.now() - sinceMs, latencyMs: Date.now() - sentAtMs });
    }
  }
  return found;
}

function count(payload: Buffer, carried: number): void {
  frames += 1;
  events += carried;
  bytes += payload.length;
}

/** Engine.IO 4 over WebSocket: open, connect to the default namespace, join by an event, answer its pings. */
function openSocketIo(port: number, room: string | undefined): Promise<RawClient> {
  return connectRaw({
    port,
    path: "/socket.io/?EIO=4&transport=websocket",
    onFrame(payload, client) {
      const first = payload[0];
      if (first === 0x30) client.send("40");
      else if (first === 0x32) client.send("3");
      else if (first === 0x34 && payload[1] === 0x30) {
        if (room === undefined) ready += 1;
        else client.send(`42${JSON.stringify(["join", room])}`);
      } else if (payload.toString("latin1", 0, 10) === '42["joined') ready += 1;
      else if (payload.toString("latin1", 0, 9) === '42["event') count(payload, countEvents(payload));
    },
  });
}
