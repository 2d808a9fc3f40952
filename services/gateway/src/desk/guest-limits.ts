import type { ErrorCode } from "@frontrow/protocol/errors";
import type { DeskId } from "@frontrow/protocol/ids";
import type { RedisClient } from "@frontrow/redis/client";
import { createRateLimit, type RateLimit, type WindowLimit } from "@frontrow/redis/rate-limits";
import type { GatewayConfig } from "../config.ts";
import { refusal, secondsUntil } from "../http/problem.ts";

/**
 * What guests may ask of all gateways together, over a socket or over HTTP. Each method throws a refusal that says when to try
 * again. A payer is the network that somebody comes from, see `payerOf`.
 */
export interface GuestLimits {
  /** One more desk is to be written. */
  spendDesk(payer: string): Promise<void>;
  /** One more change of whom a desk watches. */
  spendWatch(payer: string, deskId: DeskId): Promise<void>;
  /** A creator is to be looked for whom nobody watches; resolves with how many the payer has had looked for lately. */
  spendStart(payer: string, creator: "known" | "unknown"): Promise<number>;
  /** One more replay of a desk begins: a worker opens a recording. */
  spendReplay(payer: string, deskId: DeskId): Promise<void>;
  /** One more export of a recording is made. */
  spendExport(payer: string, deskId: DeskId): Promise<void>;
  /** One more rule is tried on a desk's recordings. */
  spendBackTest(payer: string, deskId: DeskId): Promise<void>;
  /** One more search of a desk's recordings. */
  spendSearch(payer: string, deskId: DeskId): Promise<void>;
  /** One more file is read. */
  spendImport(payer: string, deskId: DeskId): Promise<void>;
  /** One more command to a desk's replay, by whichever of its members. */
  spendReplayCommand(deskId: DeskId): Promise<void>;
  /** One more change of what a desk keeps: of its recordings, exports, rules or notes. */
  spendLibraryChange(deskId: DeskId): Promise<void>;
}

/** Everybody together, where a limit has such a part. */
const ALL = "all";
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

export function createGuestLimits(client: RedisClient, config: GatewayConfig, store: { isFull(): boolean }): GuestLimits {
  const limit = (name: string, window: WindowLimit) => createRateLimit(client, name, window);
  /** Of each desk, and of the network that somebody asks from. */
  const both = (name: string, windowMs: number, counts: { desk: number; network: number }, what: string) => {
    const [desks, networks] = [limit(name, { count: counts.desk, windowMs }), limit(name, { count: counts.network, windowMs })];
    return async (payer: string, deskId: DeskId): Promise<void> => {
      await spend(desks, deskId, `This desk ${what}`);
      await spend(networks, payer, `Your network ${what}`);
    };
  };
  const desks = limit("desks", { count: config.NEW_DESKS_PER_NETWORK, windowMs: 10 * MINUTE_MS });
  const allDesks = limit("desks", { count: config.NEW_DESKS, windowMs: 10 * MINUTE_MS });
  const starts = {
    known: limit("starts", { count: config.KNOWN_CREATORS_PER_NETWORK_MINUTE, windowMs: MINUTE_MS }),
    unknown: limit("names", { count: config.NEW_CREATORS_PER_NETWORK_MINUTE, windowMs: MINUTE_MS }),
  };
  const replayCommands = limit("commands", { count: config.REPLAY_COMMANDS_PER_DESK_MINUTE, windowMs: MINUTE_MS });
  const libraryChanges = limit("library", { count: config.LIBRARY_CHANGES_PER_DESK_MINUTE, windowMs: MINUTE_MS });
  return {
    async spendDesk(payer) {
      if (store.isFull()) throw storeFull();
      await spend(desks, payer, "Your network has opened many desks");
      await spend(allDesks, ALL, "Many people open desks just now");
    },
    spendWatch: both(
      "watches",
      MINUTE_MS,
      { desk: config.WATCHES_PER_DESK_MINUTE, network: config.WATCHES_PER_NETWORK_MINUTE },
      "has named many creators",
    ),
    spendStart: (payer, creator) => spend(starts[creator], payer, "Your network has named many new creators"),
    spendReplay: both(
      "replays",
      MINUTE_MS,
      { desk: config.REPLAYS_PER_DESK_MINUTE, network: config.REPLAYS_PER_NETWORK_MINUTE },
      "has begun many replays",
    ),
    spendExport: both(
      "exports",
      HOUR_MS,
      { desk: config.EXPORTS_PER_DESK_HOUR, network: config.EXPORTS_PER_NETWORK_HOUR },
      "has exported very often",
    ),
    spendBackTest: both(
      "back-tests",
      MINUTE_MS,
      { desk: config.BACK_TESTS_PER_DESK_MINUTE, network: config.BACK_TESTS_PER_NETWORK_MINUTE },
      "has tried many rules",
    ),
    spendSearch: both(
      "searches",
      MINUTE_MS,
      { desk: config.SEARCHES_PER_DESK_MINUTE, network: config.SEARCHES_PER_NETWORK_MINUTE },
      "searches very often",
    ),
    spendImport: both(
      "imports",
      HOUR_MS,
      { desk: config.IMPORTS_PER_DESK_HOUR, network: config.IMPORTS_PER_NETWORK_HOUR },
      "has brought many files",
    ),
    async spendReplayCommand(deskId) {
      await spend(replayCommands, deskId, "This desk moves its replay very often");
    },
    async spendLibraryChange(deskId) {
      await spend(libraryChanges, deskId, "This desk changes its library very often");
    },
  };
}

/** What a new guest is told while the store has no room. */
export function storeFull() {
  const code: ErrorCode = "STORE_FULL";
  return refusal(code, "The server has no room for new guests just now. Try again in a minute.", Date.now() + MINUTE_MS);
}

async function spend(limit: RateLimit, payer: string, what: string): Promise<number> {
  const spent = await limit.spend(payer);
  if (spent.ok) return spent.used;
  throw refusal("RATE_LIMITED", `${what}. Try again in ${secondsUntil(spent.retryAtMs)} s.`, spent.retryAtMs);
}
