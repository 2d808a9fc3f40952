import { type EventEmitter, once } from "node:events";
import { eventually } from "@frontrow/testkit/eventually";
import { quietLogger } from "@frontrow/testkit/quiet-logger";
import { SignConfig, TikTokLiveConnection } from "tiktok-live-connector";
import { configSchema } from "../src/config.ts";
import { createSimulator, type Simulator } from "../src/simulator.ts";

/** A simulator on a port of its own. */
export async function startSimulator(config: Record<string, string> = {}): Promise<Simulator> {
  const simulator = createSimulator({ config: configSchema.parse({ SIMULATOR_PORT: "0", ...config }), logger: quietLogger });
  await simulator.start();
  return simulator;
}

// biome-ignore lint/suspicious/noExplicitAny: what the connector emits is read as the wire gave it
export type Wire = any;

/** What tests use of the connector; its own types say less than it does. */
interface Connector {
  readonly roomId: string;
  readonly isConnecting: boolean;
  readonly wsClient: (EventEmitter & { terminate(): void; ping(): void; sendHeartbeat(): void }) | null;
  connect(): Promise<unknown>;
  disconnect(): Promise<void>;
  on(event: string, listener: (data: Wire) => void): void;
}

export interface Client {
  readonly connection: Connector;
  /** Everything that was emitted, in order. */
  readonly events: { readonly name: string; readonly data: Wire }[];
  of(name: string): Wire[];
  /** Waits for the `count`th event of this name, and gives it. */
  next(name: string, count?: number): Promise<Wire>;
  /** Resolves when all that the simulator sent so far has arrived: a ping's answer comes after it on the same line. */
  roundTrip(): Promise<void>;
  close(): Promise<void>;
}

const NAMES = [
  ...["chat", "gift", "like", "member", "roomUser", "follow", "share", "social", "subNotify", "questionNew", "emote", "envelope"],
  ...["captionMessage", "imDelete", "linkMicBattle", "linkMicArmies", "goalUpdate", "roomPin", "barrage", "liveIntro"],
  ...["controlMessage", "streamEnd", "disconnected", "connected", "enterRoom", "error", "websocketData"],
];

/** The unmodified connector, made to speak plain http with the simulator. Not connected yet. */
export function createClient(simulator: Simulator, name: string, options: { processInitialData?: boolean } = {}): Client {
  process.env["DISABLE_ACK_LOG_WARNING"] = "1";
  SignConfig.basePath = simulator.url;
  // The connector keeps one sign client for the process; each simulator has an address of its own.
  SignConfig.cachedInstance = undefined;
  const { host } = new URL(simulator.url);
  const webOptions = {
    retry: { limit: 0 },
    hooks: {
      beforeRequest: [
        (request: { url?: URL | string | undefined }) => {
          if (request.url instanceof URL) request.url.protocol = "http:";
        },
      ],
    },
  };
  const connection = new TikTokLiveConnection(name, {
    ...options,
    webConfigOverrides: { TIKTOK_HOST_WEB: host, TIKTOK_HOST_WEBCAST: host },
    webClientOptions: webOptions as never,
  }) as unknown as Connector;
  const events: Client["events"] = [];
  for (const name of NAMES) connection.on(name, (data) => events.push({ name, data }));
  const of = (wanted: string): Wire[] => events.filter((event) => event.name === wanted).map(({ data }) => data);
  return {
    connection,
    events,
    of,
    next: (wanted, count = 1) =>
      eventually(() => {
        const found = of(wanted);
        if (found.length < count) throw new Error(`${found.length} of ${count} ${wanted} so far`);
        return found[count - 1];
      }),
    async roundTrip() {
      const socket = connection.wsClient;
      if (!socket) throw new Error("there is no socket");
      const answered = once(socket, "pong");
      socket.ping();
      await answered;
    },
    async close() {
      connection.wsClient?.terminate();
      await connection.disconnect();
    },
  };
}

/** A connected one. */
export async function connect(
  simulator: Simulator,
  name: string,
  options: { processInitialData?: boolean } = {},
): Promise<Client> {
  const client = createClient(simulator, name, options);
  await client.connection.connect();
  await client.next("enterRoom");
  return client;
}
