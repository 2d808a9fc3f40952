import { DEMO_PREFIX, isDemo } from "@frontrow/protocol/ids";
import { CREATOR_KEPT_MS, DEMO_KEPT_MS } from "@frontrow/redis/creators";
import type { CallsLeft } from "@frontrow/redis/sign-ledger";
import { type IngestConfig, signServiceOf } from "../config.ts";
import type { LiveSource } from "../source/live-source.ts";
import { createTikTokSource, type TikTokSourceOptions } from "../source/tiktok.ts";
import type { FeedTimes } from "./feed-machine.ts";

/** Where a creator's events come from, and how often that place may be asked. */
export interface CreatorOrigin {
  readonly source: LiveSource;
  /** Whose quota its sign calls are. */
  readonly account: "demo" | "main";
  readonly times: FeedTimes;
  /** How long Redis keeps a session that has ended, and the status of a creator whom nobody watches. */
  readonly kept: { readonly sessionSeconds: number; readonly statusMs: number };
}

/**
 * Which place a handle belongs to: simulated broadcasts by their prefix, all others at TikTok. `onCallsLeft`: the sign service
 * of the latter said how many calls are left.
 */
export function originOf(handle: string, config: IngestConfig, onCallsLeft: (left: CallsLeft) => void): CreatorOrigin {
  const times = {
    retryMinMs: config.RETRY_MIN_MS,
    retryMaxMs: config.RETRY_MAX_MS,
    confirmMs: config.CONFIRM_END_MS,
    unknownMs: config.UNKNOWN_RECHECK_MS,
  };
  const limits = {
    requestTimeoutMs: config.HTTP_TIMEOUT_MS,
    handshakeTimeoutMs: config.HANDSHAKE_TIMEOUT_MS,
    stallMs: config.STALL_MS,
  };
  if (!isDemo(handle)) {
    const hosts = { webUrl: config.TIKTOK_WEB_URL, webcastUrl: config.TIKTOK_WEBCAST_URL };
    return {
      source: createTikTokSource({ name: handle, hosts, sign: { ...signServiceOf(config), onCallsLeft }, limits }),
      account: "main",
      times: { ...times, pollMinMs: config.POLL_MIN_MS, pollMaxMs: config.POLL_MAX_MS },
      kept: { sessionSeconds: config.SESSION_KEPT_SECONDS, statusMs: CREATOR_KEPT_MS },
    };
  }
  return {
    source: simulatedSource(handle.slice(DEMO_PREFIX.length), config.SIMULATOR_URL, config.SIGN_TIMEOUT_MS, limits),
    account: "demo",
    times: { ...times, pollMinMs: config.DEMO_POLL_MIN_MS, pollMaxMs: config.DEMO_POLL_MAX_MS },
    kept: { sessionSeconds: config.DEMO_SESSION_KEPT_SECONDS, statusMs: DEMO_KEPT_MS },
  };
}

function simulatedSource(
  name: string,
  url: string | undefined,
  timeoutMs: number,
  limits: TikTokSourceOptions["limits"],
): LiveSource {
  if (url === undefined) return sourceOfNobody;
  // No key: it is not the simulator's business.
  return createTikTokSource({ name, hosts: { webUrl: url, webcastUrl: url }, sign: { url, timeoutMs }, limits });
}

/** Where there is no simulator there are no simulated creators. */
const sourceOfNobody: LiveSource = {
  check: async () => ({ state: "unknown" }),
  isOver: async () => false,
  connect: async () => ({ outcome: "failed", code: "UPSTREAM_UNAVAILABLE" }),
};
