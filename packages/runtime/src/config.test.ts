import { FrontrowError } from "@frontrow/protocol/errors";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import {
  baseUrl,
  blobConfigShape,
  durationMs,
  flag,
  loadConfig,
  loadConfigs,
  port,
  runtimeConfigShape,
  secret,
} from "./config.ts";

const schema = z.object({
  ...runtimeConfigShape,
  PORT: port.default(3000),
  INTERVAL_MS: durationMs.default(500),
  SIGN_API_URL: baseUrl.optional(),
  SIGN_API_KEY: secret.optional(),
  VERBOSE: flag.default(false),
});
const redis = { REDIS_URL: "redis://127.0.0.1:6379" };

function failure(env: NodeJS.ProcessEnv): FrontrowError {
  try {
    loadConfig(schema, env);
  } catch (error) {
    if (error instanceof FrontrowError) return error;
  }
  throw new Error("expected a FrontrowError");
}

describe("loadConfig", () => {
  it("gives typed values, with defaults for what is unset or empty", () => {
    const config = loadConfig(schema, { ...redis, PORT: "8080", INTERVAL_MS: "", VERBOSE: "false" });
    expect(config).toMatchObject({ PORT: 8080, INTERVAL_MS: 500, VERBOSE: false, LOG_LEVEL: "info", OPS_PORT: 9464 });
  });

  it("names every faulty variable at once, with what is expected", () => {
    const error = failure({ PORT: "99999", INTERVAL_MS: "soon", LOG_LEVEL: "loud" });
    expect(error.code).toBe("CONFIG_INVALID");
    for (const part of [
      "REDIS_URL: a redis://",
      "PORT: a port number",
      "INTERVAL_MS: a whole number",
      "LOG_LEVEL: one of fatal",
    ]) {
      expect(error.message).toContain(part);
    }
  });

  it("never shows a value", () => {
    const error = failure({
      REDIS_URL: "http://user:hunter2@host",
      SIGN_API_URL: "ftp://hunter2",
      PORT: "hunter2",
      VERBOSE: "hunter2",
    });
    expect(error.message).toMatch(/REDIS_URL.*SIGN_API_URL|SIGN_API_URL.*REDIS_URL/);
    expect(error.message).not.toContain("hunter2");
  });

  it.each([
    "redis://localhost",
    "rediss://user:pw@redis.example:6380/0",
    "redis://a:7000,redis://b:7001",
    "redis+sentinel://a:26379,b:26379/main",
  ])("takes %s as a Redis address", (REDIS_URL) => {
    expect(loadConfig(schema, { REDIS_URL }).REDIS_URL).toBe(REDIS_URL);
  });

  it("takes a folder or a bucket as the place of recordings, and nothing else", () => {
    const blob = z.object(blobConfigShape);
    for (const BLOB_URL of ["file:///data/recordings", "s3://bucket", "s3://bucket/prefix"])
      expect(loadConfig(blob, { BLOB_URL })).toEqual({ BLOB_URL });
    for (const BLOB_URL of ["/data", "file://host/data", "s3://", "https://bucket"])
      expect(() => loadConfig(blob, { BLOB_URL })).toThrow(/BLOB_URL/);
  });

  it("takes the slash from the end of a base address", () => {
    expect(loadConfig(schema, { ...redis, SIGN_API_URL: "http://127.0.0.1:9000/" }).SIGN_API_URL).toBe("http://127.0.0.1:9000");
  });
});

describe("loadConfigs", () => {
  const schemas = { gateway: z.object({ PORT: port.default(3000) }), ingest: z.object({ INTERVAL_MS: durationMs.default(500) }) };

  it("gives each schema its own values", () => {
    expect(loadConfigs(schemas, { PORT: "1" })).toEqual({ gateway: { PORT: 1 }, ingest: { INTERVAL_MS: 500 } });
  });

  it("names the faults of all schemas at once", () => {
    expect(() => loadConfigs(schemas, { PORT: "x", INTERVAL_MS: "x" })).toThrow(/PORT.*INTERVAL_MS/);
  });
});
