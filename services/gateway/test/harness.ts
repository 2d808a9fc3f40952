import type { Language } from "@frontrow/protocol/desk";
import type { DeskId } from "@frontrow/protocol/ids";
import { createRedis, type RedisConnection } from "@frontrow/redis/client";
import { createDeskStore } from "@frontrow/redis/desks";
import type { RedisServer } from "@frontrow/redis/server";
import { createMetricsRegistry, type MetricsRegistry } from "@frontrow/runtime/metrics";
import { quietLogger } from "@frontrow/testkit/quiet-logger";
import { startTestRedis } from "@frontrow/testkit/redis";
import { configSchema, type GatewayConfig } from "../src/config.ts";
import { createGateway, type Gateway } from "../src/gateway.ts";
import { Broadcast } from "./broadcast.ts";
import { TestClient } from "./client.ts";

type Logger = Parameters<typeof createGateway>[0]["logger"];

export interface Running {
  readonly gateway: Gateway;
  readonly redis: RedisConnection;
  readonly registry: MetricsRegistry;
  stop(): Promise<void>;
}

/** A Redis with gateways, broadcasts and clients; `close` ends them all. */
export class Harness<Server extends { readonly url: string; stop(): Promise<void> } = RedisServer> {
  readonly server: Server;
  readonly redis: RedisConnection;
  readonly #ends: (() => Promise<unknown>)[] = [];
  #named = 0;

  static async start(): Promise<Harness> {
    return new Harness(await startTestRedis());
  }

  constructor(server: Server) {
    this.server = server;
    this.redis = createRedis(server.url, quietLogger);
  }

  async gateway(overrides: Partial<GatewayConfig> = {}, logger = quietLogger as unknown as Logger): Promise<Running> {
    // Tests come from one address, and one that is closed for abuse is no reason to keep out the next.
    const defaults = { REDIS_URL: this.server.url, PORT: 0, DRAIN_MS: 100, ABUSE_PAUSE_MS: 1 };
    const config = { ...configSchema.parse(defaults), ...overrides };
    const redis = createRedis(config.REDIS_URL, quietLogger);
    await redis.start();
    const registry = createMetricsRegistry();
    const gateway = createGateway({ config, redis, logger, registry });
    await gateway.start();
    let stopped: Promise<void> | undefined;
    const stop = () => {
      stopped ??= gateway.stop(AbortSignal.timeout(5_000)).then(() => redis.stop());
      return stopped;
    };
    this.#ends.push(stop);
    return { gateway, redis, registry, stop };
  }

  /** A broadcast of a creator of its own, live. */
  async broadcast(): Promise<Broadcast & { readonly handle: string }> {
    this.#named += 1;
    const handle = `creator${this.#named}`;
    const broadcast = new Broadcast(this.redis, handle);
    await broadcast.open();
    await broadcast.goLive();
    return Object.assign(broadcast, { handle });
  }

  /** Words of a language model, as the jobs service hands them to a desk. */
  async wordPrompt(deskId: string, words: { promptId: string; text: string; language: Language }): Promise<void> {
    const { outcome } = await createDeskStore(this.redis.client).change(deskId as DeskId, { type: "wordPrompt", ...words });
    if (outcome !== "applied") throw new Error(outcome);
  }

  client(gateway: Gateway, options?: ConstructorParameters<typeof TestClient>[1]): TestClient {
    const client = new TestClient(gateway.url, options);
    this.#ends.push(async () => client.cut());
    return client;
  }

  async close(): Promise<void> {
    for (const end of this.#ends.reverse()) await end();
    await this.redis.stop();
    await this.server.stop();
  }
}
