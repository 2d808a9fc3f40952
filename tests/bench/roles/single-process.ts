import { createServer } from "node:http";
import type { LiveEvent } from "@frontrow/protocol/event";
import { WebSocket, WebSocketServer } from "ws";
import { createEvents } from "../lib/events.ts";
import { serveRole } from "../lib/role.ts";
import { callAtRate } from "../lib/timing.ts";

/**
 * The design that Frontrow is measured against: everything in one process and in memory, nothing durable, the generator
 * inside. `naive` keeps the last 1,000 events of each room, counts its metrics anew for each event and stringifies for
 * each client. `best` counts as events come, and shares one frame for 50 ms of a room between all its clients.
 */
interface Room {
  readonly next: () => LiveEvent;
  readonly clients: WebSocket[];
  readonly recent: LiveEvent[];
  readonly totals: { chats: number; likes: number; gifts: number; diamonds: number; joins: number };
  readonly gifters: Map<string, number>;
  readonly viewers: Set<string>;
  batch: LiveEvent[];
}

const WINDOW = 1000;
const rooms = new Map<string, Room>();

serveRole({
  async start({ names }: { names: string[] }) {
    for (const [seed, name] of names.entries()) {
      rooms.set(name, {
        next: createEvents(seed),
        clients: [],
        recent: [],
        totals: { chats: 0, likes: 0, gifts: 0, diamonds: 0, joins: 0 },
        gifters: new Map(),
        viewers: new Set(),
        batch: [],
      });
    }
    const http = createServer();
    const server = new WebSocketServer({ server: http, perMessageDeflate: false });
    server.on("connection", (socket, request) => {
      rooms.get(new URL(request.url ?? "/", "http://host").searchParams.get("room") ?? "")?.clients.push(socket);
    });
    await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
    const address = http.address();
    return typeof address === "object" && address ? address.port : 0;
  },
  /** Fills the naive form's windows, as after some minutes of a broadcast. */
  fill() {
    for (const room of rooms.values()) while (room.recent.length < WINDOW) room.recent.push(room.next());
  },
  /** Makes and delivers events at `eventsPerSecond` over all rooms, in steps of 50 ms; how many, and how long it took. */
  async run({ form, eventsPerSecond, seconds }: { form: "naive" | "best"; eventsPerSecond: number; seconds: number }) {
    const list = [...rooms.values()];
    const perStep = eventsPerSecond / 20;
    const start = performance.now();
    let events = 0;
    await callAtRate(50, seconds, (step) => {
      const until = Math.floor((step + 1) * perStep);
      for (; events < until; events += 1) {
        const room = list[events % list.length] as Room;
        if (form === "naive") naive(room, room.next());
        else best(room, room.next());
      }
      if (form === "best") for (const room of list) flush(room);
    });
    return { events, seconds: (performance.now() - start) / 1000 };
  },
});

function naive(room: Room, event: LiveEvent): void {
  room.recent.push(event);
  if (room.recent.length > WINDOW) room.recent.shift();
  const chats = room.recent.filter((other) => other.type === "chat");
  const gifts = room.recent.filter((other) => other.type === "gift");
  const metrics = {
    chats: chats.length,
    likes: room.recent.filter((other) => other.type === "like").reduce((sum, like) => sum + like.count, 0),
    gifts: gifts.length,
    diamonds: gifts.reduce((sum, gift) => sum + gift.diamonds, 0),
    chatsPerMinute: chats.filter((chat) => chat.atMs > event.atMs - 60_000).length,
    sentiment: chats.reduce((sum, chat) => sum + chat.sentiment, 0) / Math.max(1, chats.length),
  };
  for (const client of room.clients) {
    client.send(JSON.stringify(event));
    client.send(JSON.stringify({ type: "metrics", data: metrics }));
  }
}

function best(room: Room, event: LiveEvent): void {
  const { totals } = room;
  if (event.type === "chat") totals.chats += 1;
  else if (event.type === "like") totals.likes += event.count;
  else if (event.type === "member") totals.joins += 1;
  else if (event.type === "gift") {
    totals.gifts += event.count;
    totals.diamonds += event.diamonds;
    const gifter = event.user?.id ?? "";
    room.gifters.set(gifter, (room.gifters.get(gifter) ?? 0) + event.diamonds);
  }
  if ("user" in event && event.user) room.viewers.add(event.user.id);
  room.batch.push(event);
}

function flush(room: Room): void {
  if (room.batch.length === 0) return;
  const frame = Buffer.from(
    JSON.stringify({ events: room.batch, metrics: { ...room.totals, uniqueViewers: room.viewers.size } }),
  );
  room.batch = [];
  for (const client of room.clients) if (client.readyState === WebSocket.OPEN) client.send(frame, { binary: false });
}
