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

export function createGuestLimits(client: RedisClient, config: GatewayConfig, store: { isFull(): boolean }): GuestLimits {
  const limit = (name: string, window: WindowLimit) => createRateLimit(client, name, window);
  const desks = limit("desks", { count: config.NEW_DESKS_PER_NETWORK, windowMs: 10 * MINUTE_MS });
  const allDesks = limit("desks", { count: config.NEW_DESKS, windowMs: 10 * MINUTE_MS });
  const watches = limit("watches", { count: config.WATCHES_PER_NETWORK_MINUTE, windowMs: MINUTE_MS });
  const deskWatches = limit("watches", { count: config.WATCHES_PER_DESK_MINUTE, windowMs: MINUTE_MS });
  const starts = {
    known: limit("starts", { count: config.KNOWN_CREATORS_PER_NETWORK_MINUTE, windowMs: MINUTE_MS }),
    unknown: limit("names", { count: config.NEW_CREATORS_PER_NETWORK_MINUTE, windowMs: MINUTE_MS }),
  };
  const replays = limit("replays", { count: config.REPLAYS_PER_NETWORK_MINUTE, windowMs: MINUTE_MS });
  const deskReplays = limit("replays", { count: config.REPLAYS_PER_DESK_MINUTE, windowMs: MINUTE_MS });
  const backTests = limit("back-tests", { count: config.BACK_TESTS_PER_NETWORK_MINUTE, windowMs: MINUTE_MS });
  const deskBackTests = limit("back-tests", { count: config.BACK_TESTS_PER_DESK_MINUTE, windowMs: MINUTE_MS });
  const replayCommands = limit("commands", { count: config.REPLAY_COMMANDS_PER_DESK_MINUTE, windowMs: MINUTE_MS });
  const exports = limit("exports", { count: config.EXPORTS_PER_NETWORK_HOUR, windowMs: 60 * MINUTE_MS });
  const deskExports = limit("exports", { count: config.EXPORTS_PER_DESK_HOUR, windowMs: 60 * MINUTE_MS });
  const libraryChanges = limit("library", { count: config.LIBRARY_CHANGES_PER_DESK_MINUTE, windowMs: MINUTE_MS });
  const searches = limit("searches", { count: config.SEARCHES_PER_NETWORK_MINUTE, windowMs: MINUTE_MS });
  const deskSearches = limit("searches", { count: config.SEARCHES_PER_DESK_MINUTE, windowMs: MINUTE_MS });
  const imports = limit("imports", { count: config.IMPORTS_PER_NETWORK_HOUR, windowMs: 60 * MINUTE_MS });
  const deskImports = limit("imports", { count: config.IMPORTS_PER_DESK_HOUR, windowMs: 60 * MINUTE_MS });
  return {
    async spendDesk(payer) {
      if (store.isFull()) throw storeFull();
      await spend(desks, payer, "Your network has opened many desks");
      await spend(allDesks, ALL, "Many people open desks just now");
    },
    async spendWatch(payer, deskId) {
      await spend(deskWatches, deskId, "This desk has named many creators");
      await spend(watches, payer, "Your network has named many creators");
    },
    spendStart: (payer, creator) => spend(starts[creator], payer, "Your network has named many new creators"),
    async spendReplay(payer, deskId) {
      await spend(deskReplays, deskId, "This desk has begun many replays");
      await spend(replays, payer, "Your network has begun many replays");
    },
    async spendExport(payer, deskId) {
      await spend(deskExports, deskId, "This desk has exported very often");
      await spend(exports, payer, "Your network has exported very often");
    },
    async spendBackTest(payer, deskId) {
      await spend(deskBackTests, deskId, "This desk has tried many rules");
      await spend(backTests, payer, "Your network has tried many rules");
    },
    async spendSearch(payer, deskId) {
      await spend(deskSearches, deskId, "This desk searches very often");
      await spend(searches, payer, "Your network searches very often");
    },
    async spendImport(payer, deskId) {
      await spend(deskImports, deskId, "This desk has brought many files");
      await spend(imports, payer, "Your network has brought many files");
    },
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
