import { createServer, connect as dial, type Socket } from "node:net";

/** What stands between a client and a server and does to the traffic what networks do. */
export interface FaultProxy {
  readonly port: number;
  /** Breaks the connections that are open; new ones are served. */
  cut(): void;
  /** From now on nothing passes and nothing closes, as behind a dead switch; `heal` lets through what waited. */
  stall(): void;
  /** The same for the connections that are open; new ones are served. */
  stallOpen(): void;
  /** Delays each chunk by `ms`, either way. */
  delay(ms: number): void;
  /** Refuses connections, and breaks those that are open. */
  refuse(): void;
  /** Lets requests reach the server and loses what it answers. */
  dropReplies(): void;
  /** Loses what the server sends when this says so: pushed messages, for instance. Chunks, not messages, are what it sees. */
  dropChunks(lost: ((chunk: Buffer) => boolean) | undefined): void;
  /** No fault any more. */
  heal(): void;
  connections(): number;
  stop(): Promise<void>;
}

/** A TCP proxy on loopback in front of a port. */
export async function startFaultProxy(targetPort: number): Promise<FaultProxy> {
  const pairs = new Set<Pair>();
  const faults: Faults = { ...noFaults };

  const server = createServer((client) => {
    if (faults.refused) {
      client.destroy();
      return;
    }
    connectPair(client, dial(targetPort, "127.0.0.1"), pairs, faults);
  });

  const cut = () => {
    for (const { client, upstream } of pairs) {
      client.resetAndDestroy();
      upstream.destroy();
    }
  };

  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {
    port: address && typeof address === "object" ? address.port : 0,
    cut,
    stall() {
      faults.stalled = true;
    },
    stallOpen() {
      for (const pair of pairs) pair.stalled = true;
    },
    delay(ms) {
      faults.delayMs = ms;
    },
    refuse() {
      faults.refused = true;
      cut();
    },
    dropReplies() {
      faults.repliesLost = true;
    },
    dropChunks(lost) {
      faults.lost = lost;
    },
    heal() {
      Object.assign(faults, noFaults);
      for (const pair of pairs) {
        pair.stalled = false;
        for (const deliver of pair.held.splice(0)) deliver();
      }
    },
    connections: () => pairs.size,
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      cut();
      await closed;
    },
  };
}

const noFaults: Readonly<Faults> = { stalled: false, delayMs: 0, repliesLost: false, refused: false, lost: undefined };

interface Faults {
  stalled: boolean;
  delayMs: number;
  repliesLost: boolean;
  refused: boolean;
  lost: ((chunk: Buffer) => boolean) | undefined;
}

interface Pair {
  readonly client: Socket;
  readonly upstream: Socket;
  stalled: boolean;
  /** What a stall holds back, in order. */
  readonly held: (() => void)[];
}

/** Lets a client and the server talk, under the faults of the moment, until one of them has ended. */
function connectPair(client: Socket, upstream: Socket, pairs: Set<Pair>, faults: Faults): void {
  const pair: Pair = { client, upstream, stalled: false, held: [] };
  pairs.add(pair);
  pass(client, upstream, { pair, faults, isLost: () => false });
  pass(upstream, client, { pair, faults, isLost: (chunk) => faults.repliesLost || (faults.lost?.(chunk) ?? false) });
  const end = () => {
    if (!pairs.delete(pair)) return;
    client.destroy();
    upstream.destroy();
  };
  for (const socket of [client, upstream]) socket.on("error", end).on("close", end);
}

interface Passage {
  readonly pair: Pair;
  readonly faults: Faults;
  isLost(chunk: Buffer): boolean;
}

function pass(from: Socket, to: Socket, { pair, faults, isLost }: Passage): void {
  from.setNoDelay(true);
  from.on("data", (chunk) => {
    if (isLost(chunk)) return;
    const deliver = () => {
      if (!to.destroyed) to.write(chunk);
    };
    if (faults.stalled || pair.stalled) pair.held.push(deliver);
    else if (faults.delayMs > 0) setTimeout(deliver, faults.delayMs);
    else deliver();
  });
}
