import { subscribe } from "node:diagnostics_channel";
import type { Socket } from "node:net";

/** Counts what this process writes to the sockets that it opens from here on; the answer is the bytes so far. */
export function countSentBytes(): () => number {
  const open = new Set<Socket>();
  let sent = 0;
  subscribe("net.client.socket", (message) => {
    const { socket } = message as { socket: Socket };
    open.add(socket);
    socket.once("close", () => {
      open.delete(socket);
      sent += socket.bytesWritten;
    });
  });
  return () => [...open].reduce((sum, { bytesWritten }) => sum + bytesWritten, sent);
}
