import { imageHosts } from "@frontrow/protocol/image-hosts";
import {
  baseUrl,
  blobConfigShape,
  byteCount,
  count,
  deskRetentionShape,
  durationMs,
  flag,
  port,
  recordingRetentionShape,
  runtimeConfigShape,
} from "@frontrow/runtime/config";
import { z } from "zod";

const expectedOrigins = "origins such as https://example.org, comma-separated";
const isOrigin = (text: string): boolean => URL.canParse(text) && new URL(text).origin === text;

/** Origins in the spelling of a browser, as they are compared whole; `others` are words that may stand for them. */
const originList = (others: readonly string[]) =>
  z
    .string(expectedOrigins)
    .default("")
    .transform((text) => text.split(",").map((origin) => origin.trim().replace(/\/+$/, "").toLowerCase()))
    .transform((origins) => origins.filter((origin) => origin !== ""))
    .refine((origins) => origins.every((origin) => isOrigin(origin) || others.includes(origin)), expectedOrigins);

export const configSchema = z.object({
  ...runtimeConfigShape,
  PORT: port.default(3000),
  /** The dashboard's built files; without it the gateway serves no page. */
  DASHBOARD_DIR: z.string().min(1).optional(),
  /**
   * Where people reach it, such as https://frontrow.example; several, comma-separated. At another name it answers only what
   * never leaves this machine: localhost, and the address in HOST.
   */
  PUBLIC_URL: originList([]),
  /** Pages of these origins may connect, besides those that the gateway serves itself; `*` for all. */
  ALLOWED_ORIGINS: originList(["*"]),
  /** Hosts from which the page may load pictures; ingest's setting of the same name leaves out the others. */
  IMAGE_HOSTS: imageHosts,
  /** The simulator, whose pictures it serves to the page; without it simulated broadcasts have none. */
  SIMULATOR_URL: baseUrl.optional(),
  /**
   * Takes a client's address from X-Forwarded-For, and the host and scheme that it asked for from X-Forwarded-Host and -Proto:
   * only behind a proxy that sets them.
   */
  TRUST_PROXY: flag.default(false),
  MAX_SOCKETS: count.default(20_000),
  MAX_SOCKETS_PER_ADDRESS: count.default(1_000),
  /** Connections of an address that are idle or slow, and no WebSockets. Behind a trusted proxy that is the proxy's to limit. */
  MAX_SLOW_CONNECTIONS_PER_ADDRESS: count.default(100),
  /** A larger message is refused; one of four times the size closes the socket. */
  MAX_MESSAGE_BYTES: byteCount.default(16_384),
  /** Time in which a message that has begun is whole; else the socket is closed. */
  MESSAGE_TIMEOUT_MS: durationMs.default(10_000),
  /** What messages that are not whole may keep, of all sockets; beyond it the oldest of them is closed. */
  PARTIAL_MESSAGE_BYTES: byteCount.default(33_554_432),
  /** Messages of one socket: at once, and a second in the long run. */
  MESSAGE_BURST: count.default(60),
  MESSAGES_PER_SECOND: count.default(10),
  /** Changes of what a desk watches by one socket: at once, and a second. Each can cost a connection to TikTok. */
  WATCH_BURST: count.default(20),
  WATCHES_PER_SECOND: count.default(1),
  /** Interval between pings; a socket that has sent nothing from one to the next is closed. */
  PING_INTERVAL_MS: durationMs.default(25_000),
  /** Waiting output from which likes, joins and metrics are left out; the client is notified; the socket is closed. */
  FOLD_BYTES: byteCount.default(262_144),
  LAG_BYTES: byteCount.default(524_288),
  CLOSE_BYTES: byteCount.default(1_048_576),
  /** Sockets from which a session's entries are batched, and the interval. While the process is busy, those that make it so are. */
  GATHER_SOCKETS: count.default(100),
  GATHER_MS: durationMs.default(100),
  /** Events that a screen begins with. */
  HISTORY_EVENTS: count.default(200),
  /** Desks that are written in ten minutes: for people of one network (IPv4 /24, IPv6 /64), and for all guests. */
  NEW_DESKS_PER_NETWORK: count.default(600),
  NEW_DESKS: count.default(6_000),
  /** Changes of what is watched, in a minute: by people of one network, and of one desk. */
  WATCHES_PER_NETWORK_MINUTE: count.default(600),
  WATCHES_PER_DESK_MINUTE: count.default(60),
  /** Creators that one network has looked for in a minute, whom nobody watched: ones that were watched before, and others. */
  KNOWN_CREATORS_PER_NETWORK_MINUTE: count.default(120),
  NEW_CREATORS_PER_NETWORK_MINUTE: count.default(20),
  /** Simulated broadcasts that one desk began and that run: the one it watches, and those it left that have not ended yet. */
  DEMOS_PER_GUEST: count.default(2),
  /** Replays that begin in a minute: for one desk, and for people of one network. */
  REPLAYS_PER_DESK_MINUTE: count.default(30),
  REPLAYS_PER_NETWORK_MINUTE: count.default(120),
  /** Commands to the replay of one desk in a minute, by all of its members. */
  REPLAY_COMMANDS_PER_DESK_MINUTE: count.default(600),
  /** Searches of recordings in a minute, one for each pause in typing: for one desk, and for people of one network. */
  SEARCHES_PER_DESK_MINUTE: count.default(120),
  SEARCHES_PER_NETWORK_MINUTE: count.default(600),
  /** Exports that are begun in an hour: for one desk, and for people of one network. */
  EXPORTS_PER_DESK_HOUR: count.default(60),
  EXPORTS_PER_NETWORK_HOUR: count.default(300),
  /** Changes of what one desk keeps (notes of recordings, bookmarks, rules …) in a minute, by all of its members. */
  LIBRARY_CHANGES_PER_DESK_MINUTE: count.default(300),
  /** Trials of alert rules on recordings in a minute: of one desk, and of people of one network. */
  BACK_TESTS_PER_DESK_MINUTE: count.default(20),
  BACK_TESTS_PER_NETWORK_MINUTE: count.default(60),
  /** Files that are brought in an hour: by one desk, and by people of one network. */
  IMPORTS_PER_DESK_HOUR: count.default(10),
  IMPORTS_PER_NETWORK_HOUR: count.default(40),
  /** Simulated broadcasts that one network has running at a time; whoever watches one that runs begins none. */
  DEMOS_PER_NETWORK: count.default(20),
  /** Requests of one address to this process: at once, and a second. */
  REQUEST_BURST: count.default(3_000),
  REQUESTS_PER_SECOND: count.default(300),
  /** How long an address may not connect after a socket of it was closed for abuse. */
  ABUSE_PAUSE_MS: durationMs.default(60_000),
  /** How full Redis may be, in percent of its `maxmemory`, before new guests have to wait. */
  STORE_FULL_PERCENT: count.default(80),
  ...deskRetentionShape,
  ...recordingRetentionShape,
  ...blobConfigShape,
  /** A desk that everybody has left gives up a creator who was never live after this time; one who was, jobs' REAP_AFTER_MS. */
  UNSEEN_WATCH_KEPT_MS: durationMs.default(5_000),
  /** How long a log is followed after its last use. */
  LINGER_MS: durationMs.default(5_000),
  /** Delay after which a new socket waits for others to make the desk that it was given; its own commands make it at once. */
  DESK_OPEN_DELAY_MS: durationMs.default(500),
  /** A socket at `/ws/:deskId` that has not resumed after this time is closed. */
  RESUME_TIMEOUT_MS: durationMs.default(5_000),
  /** The language model's API, which jobs calls; here it only says that there is one, so that orders are made. */
  COACH_API_URL: baseUrl.optional(),
  /** Interval of the heartbeat by which the reaper knows that this process lives. */
  BEAT_MS: durationMs.default(1_000),
  /** Time over which sockets are sent elsewhere when the process stops. */
  DRAIN_MS: durationMs.default(5_000),
});
export type GatewayConfig = z.infer<typeof configSchema>;
