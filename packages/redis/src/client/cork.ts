import type { Socket } from "node:net";
import { type Cluster, Redis } from "ioredis";

/**
 * Sends all commands of one turn of the event loop in one write (write coalescing).
 *
 * This is what auto-pipelining is for, without its pipelines: there, commands share a fate. When a connection breaks after
 * the first replies of a pipeline, the rest is refused though it could be sent again, and in a cluster one slot on the move
 * fails its neighbours' commands for good. Here each command stays its own. It also costs less: docs/adr/0003.
 */
export function corkWrites(client: Redis | Cluster): void {
  if (client instanceof Redis) client.on("connect", () => corkByTurn(client.stream));
  else (client as Cluster).on("+node", (node: Redis) => corkWrites(node));
}

function corkByTurn(socket: Socket): void {
  const write = socket.write.bind(socket) as (...args: unknown[]) => boolean;
  let corked = false;
  socket.write = (...args: unknown[]): boolean => {
    if (!corked) {
      corked = true;
      socket.cork();
      setImmediate(() => {
        corked = false;
        socket.uncork();
      });
    }
    return write(...args);
  };
}
