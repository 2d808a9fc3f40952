import { FrontrowError } from "@frontrow/protocol/errors";
import { backoffMs } from "@frontrow/runtime/backoff";
import type { ClusterNode, ClusterOptions, RedisOptions } from "ioredis";
import { FailoverSafeSentinelConnector } from "./sentinel-connector.ts";

/** Where Redis is, by `REDIS_URL`. */
export type RedisEndpoint =
  | { readonly kind: "single"; readonly at: Address; readonly access: Access }
  | { readonly kind: "cluster"; readonly seeds: readonly Address[]; readonly access: Access }
  | { readonly kind: "sentinel"; readonly sentinels: readonly Address[]; readonly master: string; readonly access: Access };

interface Address {
  readonly host: string;
  readonly port: number;
}

interface Access {
  readonly username?: string;
  readonly password?: string;
  readonly db: number;
  readonly tls: boolean;
  /** The sentinels' own, `?sentinelPassword=`. */
  readonly sentinelPassword?: string;
}

/**
 * Reads `REDIS_URL`. Throws `REDIS_UNAVAILABLE` when it names no Redis; the message does not repeat it, as it may hold a
 * password.
 *
 * @example
 * parseRedisUrl("redis://user:secret@one:6379/2")
 * parseRedisUrl("rediss://one:6379,two:6379,three:6379") // a cluster by its seeds; one access for all
 * parseRedisUrl("redis+sentinel://:secret@one:26379,two:26379/mymaster/0?sentinelPassword=other")
 */
export function parseRedisUrl(url: string): RedisEndpoint {
  try {
    return url.startsWith("redis+sentinel://") ? parseSentinelUrl(url) : parsePlainUrl(url);
  } catch (cause) {
    if (cause instanceof FrontrowError) throw cause;
    throw new FrontrowError("REDIS_UNAVAILABLE", "REDIS_URL is not an address of Redis", { cause });
  }
}

function parsePlainUrl(url: string): RedisEndpoint {
  const parts = url.split(",").map((part) => part.trim());
  const scheme = /^rediss?:\/\//.exec(parts[0] ?? "")?.[0];
  if (!scheme) throw unusable("it must begin with redis://, rediss:// or redis+sentinel://");
  const urls = parts.filter(Boolean).map((part) => new URL(part.includes("://") ? part : scheme + part));
  if (urls.some(({ protocol }) => protocol !== "redis:" && protocol !== "rediss:")) throw unusable("its parts differ in scheme");
  const [first] = urls as [URL, ...URL[]];
  const access = accessOf(first, scheme === "rediss://");
  if (parts.length === 1) return { kind: "single", at: addressOf(first, 6379), access };
  if (access.db !== 0) throw unusable("a cluster has no database but 0");
  return { kind: "cluster", seeds: urls.map((seed) => addressOf(seed, 6379)), access };
}

const SENTINEL = /^redis\+sentinel:\/\/((?:[^@/]*@)?)([^@/]+)\/([^/?]+)((?:\/\d+)?)((?:\?.*)?)$/;

function parseSentinelUrl(url: string): RedisEndpoint {
  const [, login = "", hosts = "", master = "", db = "", query = ""] = SENTINEL.exec(url) ?? [];
  if (!master) throw unusable("for Sentinel it is redis+sentinel://host:port,host:port/master");
  const whole = new URL(`redis://${login}sentinel${db}${query}`);
  const sentinels = hosts.split(",").map((host) => addressOf(new URL(`redis://${host}`), 26379));
  return { kind: "sentinel", sentinels, master: decodeURIComponent(master), access: accessOf(whole, false) };
}

function addressOf({ hostname, port }: URL, defaultPort: number): Address {
  if (!hostname) throw unusable("a host is missing");
  return { host: hostname.replace(/^\[(.*)\]$/, "$1"), port: port ? Number(port) : defaultPort };
}

function accessOf({ username, password, pathname, searchParams }: URL, tls: boolean): Access {
  const db = pathname.length > 1 ? Number(pathname.slice(1)) : 0;
  if (!Number.isInteger(db)) throw unusable("the database is not a number");
  const sentinelPassword = searchParams.get("sentinelPassword");
  return {
    ...(username ? { username: decodeURIComponent(username) } : {}),
    ...(password ? { password: decodeURIComponent(password) } : {}),
    ...(sentinelPassword ? { sentinelPassword } : {}),
    db,
    tls: tls || searchParams.get("tls") === "true",
  };
}

const unusable = (why: string): FrontrowError => new FrontrowError("REDIS_UNAVAILABLE", `REDIS_URL cannot be used: ${why}`);

/** First attempts come fast (a restart takes a moment), later ones every two seconds; jitter spreads a fleet. */
const retryDelayMs = (attempt: number): number => backoffMs(attempt, { firstMs: 25, maxMs: 2000 });

/** An endpoint as options of ioredis. `silenceMs`: how long an awaited answer may take before the connection counts as dead. */
export function connectionOptions(
  endpoint: RedisEndpoint,
  silenceMs: number,
): { options: RedisOptions } | { cluster: ClusterNode[]; options: ClusterOptions } {
  const { username, password, db, tls, sentinelPassword } = endpoint.access;
  const shared: RedisOptions = {
    ...(username ? { username } : {}),
    ...(password ? { password } : {}),
    ...(tls ? { tls: {} } : {}),
    lazyConnect: true,
    // Commands wait without limit: a caller that must not wait has a deadline of its own.
    maxRetriesPerRequest: null,
    connectTimeout: 5000,
    // A stalled network drops nothing and closes nothing: only silence tells.
    socketTimeout: silenceMs,
    keepAlive: 10_000,
    retryStrategy: retryDelayMs,
    // A primary that became a replica says READONLY: connect anew (to the new primary) and send the command there.
    reconnectOnError: (error) => (error.message.startsWith("READONLY") ? 2 : false),
  };
  if (endpoint.kind === "single") return { options: { ...shared, ...endpoint.at, db } };
  if (endpoint.kind === "sentinel") {
    return {
      options: {
        ...shared,
        sentinels: endpoint.sentinels.map((at) => ({ ...at })),
        name: endpoint.master,
        db,
        ...(sentinelPassword ? { sentinelPassword } : {}),
        ...(tls ? { sentinelTLS: {}, enableTLSForSentinelMode: true } : {}),
        sentinelCommandTimeout: 2000,
        sentinelRetryStrategy: retryDelayMs,
        failoverDetector: true,
        Connector: FailoverSafeSentinelConnector as RedisOptions["Connector"],
      },
    };
  }
  // READONLY is the cluster's own affair, as is a node that comes back: both show as MOVED.
  const { reconnectOnError: _, retryStrategy: __, ...ofNodes } = shared;
  return {
    cluster: endpoint.seeds.map((at) => ({ ...at })),
    options: {
      lazyConnect: true,
      // Reads too: only the primary's answer is final.
      scaleReads: "master",
      clusterRetryStrategy: retryDelayMs,
      // A fail-over takes some seconds; a command that is still refused after these attempts waits in `retryUntilAnswered`.
      maxRedirections: 32,
      retryDelayOnFailover: 200,
      retryDelayOnClusterDown: 200,
      retryDelayOnTryAgain: 50,
      slotsRefreshTimeout: 2000,
      slotsRefreshInterval: 30_000,
      redisOptions: ofNodes,
    },
  };
}
