import { baseUrl, byteCount, count, durationMs, flag, port, runtimeConfigShape } from "@frontrow/runtime/config";
import { z } from "zod";

export const configSchema = z.object({
  ...runtimeConfigShape,
  PORT: port.default(3000),
  /** The dashboard's built files; without it the gateway serves no page. */
  DASHBOARD_DIR: z.string().min(1).optional(),
  /** Pages of these origins may connect, besides those that the gateway serves itself; comma-separated. */
  ALLOWED_ORIGINS: z
    .string("origins such as https://example.org, comma-separated")
    .default("")
    .transform((text) => text.split(",").map((origin) => origin.trim()))
    .transform((origins) => origins.filter((origin) => origin !== "")),
  /** A proxy in front says in X-Forwarded-For who connects. */
  TRUST_PROXY: flag.default(false),
  MAX_SOCKETS: count.default(20_000),
  MAX_SOCKETS_PER_ADDRESS: count.default(1_000),
  /** A larger message is refused; one of four times the size closes the socket. */
  MAX_MESSAGE_BYTES: byteCount.default(16_384),
  /** Messages a socket may send in one go, and a second in the long run. */
  MESSAGE_BURST: count.default(40),
  MESSAGES_PER_SECOND: count.default(10),
  /** Changes of what a desk watches, likewise: each can cost a connection to TikTok. */
  WATCH_BURST: count.default(20),
  WATCHES_PER_SECOND: count.default(1),
  /** A socket that is silent for two of these is closed. */
  PING_INTERVAL_MS: durationMs.default(25_000),
  /** Waiting output from which likes, joins and metrics are folded; from which the client is told; from which it is closed. */
  FOLD_BYTES: byteCount.default(262_144),
  LAG_BYTES: byteCount.default(524_288),
  CLOSE_BYTES: byteCount.default(1_048_576),
  /** Entries of a session with so many sockets here wait for each other for so long; of any session while the process is busy. */
  GATHER_SOCKETS: count.default(100),
  GATHER_MS: durationMs.default(100),
  /** Events that a screen begins with. */
  HISTORY_EVENTS: count.default(200),
  /** How long a log is followed after its last use. */
  LINGER_MS: durationMs.default(5_000),
  /** A new socket's desk is made after so long, or at its first command; a `resume` within it makes none. */
  DESK_OPEN_DELAY_MS: durationMs.default(500),
  /** A socket at `/ws/:deskId` that has not resumed by then is closed. */
  RESUME_TIMEOUT_MS: durationMs.default(5_000),
  /** As jobs has it: where a language model words prompts, this asks for them. Not called from here. */
  COACH_API_URL: baseUrl.optional(),
  BEAT_MS: durationMs.default(1_000),
  /** On stop, sockets are told to go elsewhere over this time. */
  DRAIN_MS: durationMs.default(5_000),
});
export type GatewayConfig = z.infer<typeof configSchema>;
