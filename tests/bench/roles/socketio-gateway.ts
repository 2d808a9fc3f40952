import { createServer } from "node:http";
import { createAdapter } from "@socket.io/redis-streams-adapter";
import { Redis } from "ioredis";
import { Server } from "socket.io";
import { serveRole } from "../lib/role.ts";

/** The peer: Socket.IO with its Redis Streams adapter, WebSocket only, as its documentation sets it up. */
let io: Server | undefined;

serveRole({
  async start({ url }: { url: string }) {
    const http = createServer();
    io = new Server(http, { adapter: createAdapter(new Redis(url)), transports: ["websocket"], perMessageDeflate: false });
    io.on("connection", (socket) => {
      socket.on("join", async (room: string) => {
        await socket.join(room);
        socket.emit("joined", room);
      });
    });
    await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
    const address = http.address();
    return typeof address === "object" && address ? address.port : 0;
  },
});
