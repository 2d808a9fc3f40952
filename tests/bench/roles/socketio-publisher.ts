import { createServer } from "node:http";
import { createAdapter } from "@socket.io/redis-streams-adapter";
import { Redis } from "ioredis";
import { Server } from "socket.io";
import { createEvents } from "../lib/events.ts";
import { serveRole } from "../lib/role.ts";
import { callAtRate } from "../lib/timing.ts";

let io: Server | undefined;

/** A Socket.IO server without sockets of its own that emits to rooms which other servers hold. */
serveRole({
  start({ url }: { url: string }) {
    io = new Server(createServer(), { adapter: createAdapter(new Redis(url)) });
  },
  /** Emits `batch` events to each room every `everyMs`; resolves with the events emitted. */
  async run({ rooms, everyMs, batch, seconds }: { rooms: string[]; everyMs: number; batch: number; seconds: number }) {
    const nextEvent = createEvents(1);
    let emitted = 0;
    await callAtRate(everyMs, seconds, () => {
      for (const room of rooms) {
        for (let index = 0; index < batch; index += 1) io?.to(room).emit("event", nextEvent());
        emitted += batch;
      }
    });
    return emitted;
  },
});
