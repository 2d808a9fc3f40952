import type { AddressInfo } from "node:net";
import type { Component } from "@frontrow/runtime/lifecycle";
import type { Logger } from "@frontrow/runtime/logger";
import type { SimulatorConfig } from "./config.ts";
import { createDirector, type Director } from "./director.ts";
import { createFaultSwitches, type FaultSwitches } from "./faults/fault-switches.ts";
import { createHttpServer } from "./http/server.ts";
import { createUpgradeHandler } from "./http/upgrade-handler.ts";
import type { Counters } from "./rooms/counters.ts";
import { Creator } from "./rooms/creator.ts";
import { createCreators } from "./rooms/creators.ts";
import { createScheduler } from "./rooms/scheduler.ts";
import { createSignAccounts, type SignAccounts } from "./rooms/sign-accounts.ts";
import { createAudience } from "./scenarios/audience.ts";
import { defaultSettings, hostOf, stateOfName } from "./scenarios/defaults.ts";
import { createPeople } from "./scenarios/people.ts";

export interface Simulator extends Component, Director {
  /** Where it listens; use it as TikTok's web and webcast address and as the sign service's. Empty until it has started. */
  readonly url: string;
  readonly faults: FaultSwitches;
  /** Accounts of the sign service. */
  readonly signAccounts: SignAccounts;
  /** The creator of this name; made on first sight, as by a request. */
  creator(name: string): Creator;
  /** The creator takes another name, whatever they are doing. */
  rename(name: string, to: string): void;
  /** What clients did with this creator: sockets open now and ever, sign calls, acknowledgements, heartbeats. */
  connections(name: string): Counters & { readonly open: number };
}

export interface SimulatorDeps {
  readonly config: SimulatorConfig;
  readonly logger: Pick<Logger, "info" | "warn" | "error">;
  readonly now?: () => number;
}

/** Interval at which broadcasts are looked for that nobody watches. */
const IDLE_CHECK_MS = 2_000;

/** TikTok's pages, sign service and WebSocket for any number of creators, on one port. */
export function createSimulator({ config, logger, now = Date.now }: SimulatorDeps): Simulator {
  let url = "";
  const avatarBase = (): string => url;
  const faults = createFaultSwitches();
  const signAccounts = createSignAccounts(now);
  const scheduler = createScheduler({ now, logger });
  const people = createPeople(config.SIMULATOR_SEED, avatarBase);
  const makeCreator: Parameters<typeof createCreators>[1] = (handle, onRoom) => {
    const host = hostOf(handle, avatarBase());
    return new Creator({
      handle,
      host,
      state: stateOfName(handle),
      settings: defaultSettings(handle, config),
      faults,
      scheduler,
      now,
      onRoom,
      audience: (room, settings) =>
        createAudience({ settings, people, host, startedAtMs: room.startedAtMs, nextId: room.nextId }),
    });
  };
  const creators = createCreators(config.SIMULATOR_MAX_CREATORS, makeCreator, now);
  const forgetIdle = () => {
    creators.forgetIdle(config.SIMULATOR_IDLE_MS);
    return Math.min(IDLE_CHECK_MS, config.SIMULATOR_IDLE_MS);
  };
  const director = createDirector({ creators, people, avatarBase, now });
  const http = createHttpServer({
    creators,
    accounts: signAccounts,
    faults,
    director,
    logger,
    now,
    hasControl: config.SIMULATOR_CONTROL,
    recordingsDir: config.SIMULATOR_RECORDINGS_DIR,
  });
  const upgrades = createUpgradeHandler({ creators, faults, now });
  http.server.on("upgrade", upgrades.handle);

  return {
    ...director,
    name: "simulator",
    get url() {
      return url;
    },
    faults,
    signAccounts,
    creator: (name) => creators.of(name),
    rename: (name, to) => creators.rename(name, to),
    connections(name) {
      const { counters, openConnections } = creators.of(name);
      return { ...counters, open: openConnections };
    },
    async start() {
      await http.listen({ port: config.SIMULATOR_PORT, host: config.HOST });
      url = urlOf(http.server.address() as AddressInfo, config.HOST);
      scheduler.start();
      scheduler.add(forgetIdle, IDLE_CHECK_MS);
      logger.info({ url }, "simulator listens");
    },
    async stop() {
      scheduler.stop();
      creators.clear();
      upgrades.stop();
      await http.close();
    },
  };
}

/** An address that a client on this machine can use. */
function urlOf(address: AddressInfo, host: string): string {
  const reachable = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
  return `http://${reachable.includes(":") ? `[${reachable}]` : reachable}:${address.port}`;
}
