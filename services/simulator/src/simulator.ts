import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Component } from "@frontrow/runtime/lifecycle";
import type { Logger } from "@frontrow/runtime/logger";
import type { SimulatorConfig } from "./config.ts";
import { createFaultSwitches, type FaultSwitches } from "./faults/fault-switches.ts";
import { createRequestHandler } from "./http/request-handler.ts";
import { createUpgradeHandler } from "./http/upgrade-handler.ts";
import type { Counters } from "./rooms/counters.ts";
import { Creator } from "./rooms/creator.ts";
import { type Creators, createCreators } from "./rooms/creators.ts";
import { createScheduler } from "./rooms/scheduler.ts";
import { createAudience } from "./scenarios/audience.ts";
import { defaultSettings, stateOfName } from "./scenarios/defaults.ts";

export interface Simulator extends Component {
  /** Where it listens; use it as TikTok's web and webcast address and as the sign service's. Valid once started. */
  readonly url: string;
  readonly faults: FaultSwitches;
  readonly creators: Creators;
  /** The creator of this name; made on first sight, as by a request. */
  creator(name: string): Creator;
  /** What clients did with this creator. */
  connections(name: string): Counters & { readonly open: number };
}

/** TikTok's pages, sign service and WebSocket for any number of creators, on one port. */
export function createSimulator({
  config,
  logger,
  now = Date.now,
}: {
  config: SimulatorConfig;
  logger: Logger;
  now?: () => number;
}): Simulator {
  const faults = createFaultSwitches();
  const scheduler = createScheduler({ now, logger });
  let url = "";
  const creators = createCreators(config.SIMULATOR_MAX_CREATORS, (handle, onRoom) => {
    const settings = defaultSettings(handle, config);
    return new Creator({
      handle,
      host: { id: "6800000000000000001", handle, nickname: handle },
      state: stateOfName(handle),
      settings,
      faults,
      scheduler,
      now,
      onRoom,
      audience: (room, creator) =>
        createAudience({
          seed: settings.seed,
          startedAtMs: room.startedAtMs,
          eventsPerSecond: () => creator.settings.eventsPerSecond,
          frameIntervalMs: () => creator.settings.frameIntervalMs,
        }),
    });
  });
  const server = createServer(createRequestHandler({ creators, faults, logger, now }));
  const upgrades = createUpgradeHandler({ creators, faults, now });
  server.on("upgrade", upgrades.handle);
  // Faults that never answer leave requests open; only the client may give up.
  server.requestTimeout = 0;

  return {
    name: "simulator",
    get url() {
      return url;
    },
    faults,
    creators,
    creator: (name) => creators.of(name),
    connections(name) {
      const creator = creators.of(name);
      return { ...creator.counters, open: creator.openConnections };
    },
    async start() {
      await new Promise<void>((resolve, reject) => {
        server.once("error", reject);
        server.listen(config.SIMULATOR_PORT, config.HOST, resolve);
      });
      url = urlOf(server.address() as AddressInfo, config.HOST);
      scheduler.start();
      logger.info({ url }, "simulator listens");
    },
    async stop() {
      scheduler.stop();
      creators.clear();
      upgrades.stop();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

/** An address that a client on this machine can use. */
function urlOf(address: AddressInfo, host: string): string {
  const reachable = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
  return `http://${reachable.includes(":") ? `[${reachable}]` : reachable}:${address.port}`;
}
