import type { AddressInfo } from "node:net";
import type { WorkerId } from "@frontrow/protocol/ids";
import { createGatewayHeartbeats, type GatewayHeartbeats } from "@frontrow/redis/presence";
import { endsBefore } from "@frontrow/runtime/deadline";
import type { Component } from "@frontrow/runtime/lifecycle";
import { throttleLogger } from "@frontrow/runtime/throttled-logger";
import { limitConnections } from "./http/connection-limits.ts";
import { createHttpServer } from "./http/server.ts";
import { isAnyAddress } from "./http/site.ts";
import { type GatewayDeps, type GatewayParts, wireGateway } from "./wiring.ts";

/** Connections beyond the sockets that may be open: requests, and those that are to be told that there is no room. */
const REFUSED_CONNECTIONS = 1_000;

export interface Gateway extends Component {
  /** Port that it listens on, once started. */
  readonly port: number;
  readonly url: string;
  /** Open sockets. */
  readonly sockets: number;
  /** Bytes that sockets have not taken yet. */
  readonly waitingBytes: number;
}

/**
 * WebSocket and HTTP for users: takes their commands to their desks, and brings each desk's facts and the session that it
 * views to its sockets. It owns nothing: a socket can go on at any other gateway.
 */
export function createGateway(deps: GatewayDeps): Gateway {
  const { config, redis, logger } = deps;
  const parts = wireGateway(deps);
  const { id, stores, hub, orders, coach, sources, deskRegistry, acceptor } = parts;
  const heartbeats = createGatewayHeartbeats(redis.client);
  const sendHeartbeat = createHeartbeat(id, heartbeats, parts);
  let http: Awaited<ReturnType<typeof createHttpServer>> | undefined;
  let port = 0;
  let connectionLimits: ReturnType<typeof limitConnections> | undefined;
  let heartbeatTimer: NodeJS.Timeout | undefined;
  let stopping: Promise<void> | undefined;

  async function start(): Promise<void> {
    await stores.subscriber.start();
    await stores.reader.start();
    await heartbeats.send(id, 0);
    parts.storeWatch.start();
    heartbeatTimer = setInterval(sendHeartbeat, config.BEAT_MS);
    heartbeatTimer.unref();
    http = await createHttpServer({
      dashboardDir: config.DASHBOARD_DIR,
      trustProxy: config.TRUST_PROXY,
      imageHosts: config.IMAGE_HOSTS,
      simulatorUrl: config.SIMULATOR_URL,
      logger: throttleLogger(logger),
      site: parts.site,
      desks: stores.desks,
      changes: parts.changes,
      replays: parts.replays,
      library: parts.library,
      timelines: parts.timelines,
      search: parts.search,
      guests: parts.guests,
      exports: parts.exports,
      imports: parts.imports,
      blob: parts.blob,
      reports: parts.reports,
      regulars: parts.regulars,
      viewerNotes: parts.viewerNotes,
      shelf: parts.shelf,
      rules: parts.rules,
      creators: stores.creators,
      metrics: stores.metrics,
      isRedisReady: () => redis.isReady(),
      addresses: parts.addresses,
    });
    acceptor.listen(http.server);
    if (!config.TRUST_PROXY) {
      connectionLimits = limitConnections(http.server, {
        slowPerAddress: config.MAX_SLOW_CONNECTIONS_PER_ADDRESS,
        allPerAddress: config.MAX_SOCKETS_PER_ADDRESS + config.MAX_SLOW_CONNECTIONS_PER_ADDRESS,
      });
    }
    http.server.maxConnections = config.MAX_SOCKETS + REFUSED_CONNECTIONS;
    await http.listen({ port: config.PORT, host: config.HOST });
    port = (http.server.address() as AddressInfo).port;
    logger.info({ port, host: config.HOST, publicUrl: config.PUBLIC_URL }, "gateway listens");
    if (isAnyAddress(config.HOST) && config.PUBLIC_URL.length === 0) {
      logger.warn("only localhost is answered: set PUBLIC_URL to the address that people open, such as http://192.168.1.5:3000");
    }
  }

  async function stop(deadline: AbortSignal): Promise<void> {
    await acceptor.drain(config.DRAIN_MS, deadline);
    await http?.close();
    connectionLimits?.stop();
    clearInterval(heartbeatTimer);
    await parts.storeWatch.stop();
    parts.holds.close();
    sources.close();
    hub.close();
    // Without Redis it cannot be recorded that the sockets have left; the reaper sees that the heartbeat has stopped.
    if (redis.isReady()) {
      const left = deskRegistry.drained().then(() => heartbeats.remove(id));
      await endsBefore(left, deadline);
    }
    await orders.close();
    await parts.exportOrders.close();
    await parts.backTestOrders.close();
    await coach?.close();
    await parts.reportOrders.close();
    await stores.reader.stop();
    await stores.subscriber.stop();
  }

  return {
    name: "gateway",
    start,
    stop(deadline) {
      stopping ??= stop(deadline);
      return stopping;
    },
    get port() {
      return port;
    },
    get url() {
      return `http://${config.HOST}:${port}`;
    },
    get sockets() {
      return acceptor.size;
    },
    get waitingBytes() {
      return acceptor.waitingBytes;
    },
  };
}

/** Sends this process' heartbeat, one call at a time: while Redis is away they would pile up. Publishes metrics with it. */
function createHeartbeat(id: WorkerId, heartbeats: GatewayHeartbeats, { metrics, hub, onError }: GatewayParts): () => void {
  let count = 0;
  let isSending = false;
  return () => {
    metrics.followedLogs.set(hub.size);
    metrics.flush();
    if (isSending) return;
    count += 1;
    isSending = true;
    const done = () => {
      isSending = false;
    };
    heartbeats.send(id, count).catch(onError).finally(done);
  };
}
