import { createServer } from "node:http";
import type { Socket } from "node:net";
import { textFrame } from "@frontrow/gateway/frame";
import { WebSocketServer } from "ws";
import { createEvents } from "../lib/events.ts";
import { serveRole } from "../lib/role.ts";
import { callAtRate } from "../lib/timing.ts";

/** A server that only writes: frames that are ready, to sockets that it has, as a gateway writes them. */
const rooms = new Map<string, Socket[]>();

serveRole({
  async start() {
    const http = createServer();
    const server = new WebSocketServer({ server: http, perMessageDeflate: false });
    server.on("connection", (_, request) => {
      const room = new URL(request.url ?? "/", "http://host").searchParams.get("room") ?? "";
      rooms.set(room, [...(rooms.get(room) ?? []), request.socket]);
    });
    await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
    const address = http.address();
    return typeof address === "object" && address ? address.port : 0;
  },
  /** Writes a frame of `batch` events to every socket every `everyMs`; resolves with the writes. */
  async run({ everyMs, batch, seconds }: { everyMs: number; batch: number; seconds: number }) {
    const next = createEvents(1);
    const items = () => Array.from({ length: batch }, next);
    const frames = [...rooms.keys()].map(() => textFrame(JSON.stringify({ type: "entry", kind: "events", items: items() })));
    let writes = 0;
    await callAtRate(everyMs, seconds, () => {
      [...rooms.values()].forEach((sockets, index) => {
        for (const socket of sockets) socket.write(frames[index] as Buffer);
        writes += sockets.length;
      });
    });
    return writes;
  },
});
