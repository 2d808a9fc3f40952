import { FrontrowError } from "@frontrow/protocol/errors";
import { z } from "zod";

/**
 * Reads a process' variables once. Throws CONFIG_INVALID that names every faulty variable and what it should be, never its
 * value: values may be secrets, and the message is printed. An empty variable counts as unset.
 */
export function loadConfig<S extends z.ZodObject>(schema: S, env: NodeJS.ProcessEnv): z.infer<S> {
  return loadConfigs({ only: schema }, env).only;
}

/** The same for several schemas that read one environment: the faults of all are named at once. */
export function loadConfigs<T extends Record<string, z.ZodObject>>(
  schemas: T,
  env: NodeJS.ProcessEnv,
): { [K in keyof T]: z.infer<T[K]> } {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const results = Object.entries(schemas).map(([name, schema]) => [name, schema.safeParse(given)] as const);
  const issues = results.flatMap(([, { error }]) => error?.issues ?? []);
  if (issues.length > 0) throw new FrontrowError("CONFIG_INVALID", `faulty configuration: ${faultsOf(issues)}`);
  return Object.fromEntries(results.map(([name, { data }]) => [name, data])) as { [K in keyof T]: z.infer<T[K]> };
}

function faultsOf(issues: readonly z.core.$ZodIssue[]): string {
  const faults = new Map(issues.map((issue) => [issue.path.join(".") || "configuration", issue.message]));
  return [...faults].map(([name, expected]) => `${name}: ${expected}`).join("; ");
}

const wholeNumber = (expected: string, min: number, max: number) =>
  z.coerce.number({ error: expected }).int(expected).min(min, expected).max(max, expected);

/** A span of time in milliseconds. */
export const durationMs = wholeNumber("a whole number of milliseconds", 0, 2 ** 31 - 1);
/** How many of something; at least one. */
export const count = wholeNumber("a whole number, 1 or more", 1, Number.MAX_SAFE_INTEGER);
/** A size in bytes; at least one. */
export const byteCount = wholeNumber("a whole number of bytes, 1 or more", 1, Number.MAX_SAFE_INTEGER);
/** A TCP port; 0 lets the system choose. */
export const port = wholeNumber("a port number, 0 to 65535", 0, 65_535);
/** `true`, `false`, and the words that people write for them. */
export const flag = z.stringbool({ error: "true or false" });
/** An address to listen on. */
export const host = z.string("a host name or address").min(1);
/** A secret: never logged, never printed. */
export const secret = z.string("a secret").min(1);
export const logLevel = z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"], {
  error: "one of fatal, error, warn, info, debug, trace, silent",
});

/** An http(s) address without its trailing slash, so that paths are appended. */
export const baseUrl = z
  .string("an http:// or https:// address")
  .refine((text) => hasProtocol(text, ["http:", "https:"]), "an http:// or https:// address")
  .transform((text) => text.replace(/\/+$/, ""));

const redisExpected = "a redis://, rediss:// or redis+sentinel:// address, or several, comma-separated, for a cluster";
/** One address, or a comma-separated list of cluster seeds or sentinels. */
export const redisUrl = z.string(redisExpected).refine(isRedisUrl, redisExpected);

/** Of every service that writes desks: how long one without members is kept, and one that never watched anybody. */
export const deskRetentionShape = {
  DESK_KEPT_MS: durationMs.default(3_600_000),
  DESK_UNUSED_KEPT_MS: durationMs.default(600_000),
};

/** Of every service that holds recordings, or deletes those that nobody holds. */
export const recordingRetentionShape = {
  /** How long a desk holds a recording after it last watched the broadcast, unless it is pinned. The desk lives as long. */
  RECORDING_KEPT_DAYS: count.default(30),
};

const blobExpected = "a file:///folder or s3://bucket/prefix address";
/** Of every service that reads or writes recordings. */
export const blobConfigShape = {
  /** Where recordings are: a folder that all processes see, or a bucket, whose credentials and region its own client reads. */
  BLOB_URL: z.string(blobExpected).refine(isBlobUrl, blobExpected).default("file:///var/lib/frontrow/recordings"),
  /** Address of an S3 server that is not Amazon's. */
  BLOB_ENDPOINT: baseUrl.optional(),
};

/** What every process reads; spread it into a service's schema. */
export const runtimeConfigShape = {
  REDIS_URL: redisUrl,
  LOG_LEVEL: logLevel.default("info"),
  /** Where the public HTTP and WebSocket listen. */
  HOST: host.default("127.0.0.1"),
  /** Prometheus metrics and health checks; keep it away from the public. */
  OPS_PORT: port.default(9464),
  OPS_HOST: host.default("127.0.0.1"),
  /** Keep below the orchestrator's kill grace period. */
  SHUTDOWN_DEADLINE_MS: durationMs.default(20_000),
};

function isRedisUrl(text: string): boolean {
  const [first = "", ...others] = text.split(",");
  // Only the first seed needs the scheme: "redis+sentinel://a:26379,b:26379/main" is one address with several hosts.
  return (
    hasProtocol(first, ["redis:", "rediss:", "redis+sentinel:", "rediss+sentinel:"]) && others.every((other) => other.trim())
  );
}

function isBlobUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, host } = new URL(text);
  return protocol === "file:" ? host === "" : protocol === "s3:" && host !== "";
}

function hasProtocol(text: string, protocols: readonly string[]): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return protocols.includes(url.protocol) && url.hostname !== "";
}
