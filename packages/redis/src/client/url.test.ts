import { FrontrowError } from "@frontrow/protocol/errors";
import { describe, expect, it } from "vitest";
import { connectionOptions, parseRedisUrl } from "./url.ts";

describe("parseRedisUrl", () => {
  it("reads one server, with its user and database", () => {
    expect(parseRedisUrl("redis://me:p%40ss@one:7000/2")).toEqual({
      kind: "single",
      at: { host: "one", port: 7000 },
      access: { username: "me", password: "p@ss", db: 2, tls: false },
    });
    expect(parseRedisUrl("rediss://one")).toMatchObject({ at: { host: "one", port: 6379 }, access: { tls: true } });
    expect(parseRedisUrl("redis://[::1]:7000")).toMatchObject({ at: { host: "::1", port: 7000 } });
  });

  it("reads a cluster by its seeds, whole addresses or hosts alone", () => {
    const seeds = [
      { host: "one", port: 7000 },
      { host: "two", port: 6379 },
    ];
    expect(parseRedisUrl("redis://one:7000,redis://two")).toMatchObject({ kind: "cluster", seeds });
    expect(parseRedisUrl("rediss://:secret@one:7000, two")).toMatchObject({
      kind: "cluster",
      seeds,
      access: { password: "secret", tls: true },
    });
  });

  it("takes one seed with a comma behind it for a cluster", () => {
    expect(parseRedisUrl("redis://one,")).toMatchObject({ kind: "cluster", seeds: [{ host: "one" }] });
  });

  it("reads sentinels and the name of their primary", () => {
    expect(parseRedisUrl("redis+sentinel://me:secret@one:5000,two/mymaster/1?sentinelPassword=other&tls=true")).toEqual({
      kind: "sentinel",
      sentinels: [
        { host: "one", port: 5000 },
        { host: "two", port: 26379 },
      ],
      master: "mymaster",
      access: { username: "me", password: "secret", sentinelPassword: "other", db: 1, tls: true },
    });
  });

  it.each([
    "",
    "nonsense",
    "http://one",
    "redis://",
    "redis://one/name",
    "redis://one,http://two",
    "redis://one/1,two",
    "redis://secret@one:port",
    "redis+sentinel://one:26379",
    "redis+sentinel://one/m/1/2",
  ])("refuses %j, and does not repeat what may hold a password", (url) => {
    let error: unknown;
    try {
      parseRedisUrl(url);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(FrontrowError);
    expect((error as FrontrowError).code).toBe("REDIS_UNAVAILABLE");
    expect((error as FrontrowError).message).not.toContain("secret");
  });
});

describe("connectionOptions", () => {
  const singleOptions = () => {
    const made = connectionOptions(parseRedisUrl("redis://one"), 1000);
    if ("cluster" in made) throw new Error("one address is no cluster");
    return made.options;
  };

  it("spreads its attempts, from a moment to two seconds", () => {
    const single = singleOptions();
    const delays = [1, 2, 5, 100].map((attempt) => Number(single.retryStrategy?.(attempt)));
    expect(delays[0]).toBeLessThanOrEqual(50);
    expect(delays[3]).toBeGreaterThanOrEqual(1000);
    expect(delays[3]).toBeLessThanOrEqual(2000);
  });

  it("sends on what a demoted primary refuses", () => {
    const single = singleOptions();
    expect(single.reconnectOnError?.(new Error("READONLY You can't write against a read only replica."))).toBe(2);
    expect(single.reconnectOnError?.(new Error("ERR no"))).toBe(false);
  });
});
