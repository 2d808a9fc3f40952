import { describe, expect, it } from "vitest";
import { configSchema } from "./config.ts";

const parse = (env: Record<string, string>) => configSchema.safeParse({ REDIS_URL: "redis://localhost", ...env });

describe("PUBLIC_URL and ALLOWED_ORIGINS", () => {
  it("are origins as a browser spells them", () => {
    expect(parse({ PUBLIC_URL: "https://Frontrow.example/, http://box.local:3000" }).data?.PUBLIC_URL).toEqual([
      "https://frontrow.example",
      "http://box.local:3000",
    ]);
    expect(parse({ ALLOWED_ORIGINS: "*" }).data?.ALLOWED_ORIGINS).toEqual(["*"]);
    expect(parse({}).data).toMatchObject({ PUBLIC_URL: [], ALLOWED_ORIGINS: [] });
  });

  it("are refused when they could never be one", () => {
    for (const origin of [
      "frontrow.example",
      "https://frontrow.example/desk",
      "https://frontrow.example:443",
      "*.example",
      "null",
    ]) {
      expect(parse({ PUBLIC_URL: origin }).success, origin).toBe(false);
      expect(parse({ ALLOWED_ORIGINS: origin }).success, origin).toBe(false);
    }
    expect(parse({ PUBLIC_URL: "*" }).success).toBe(false);
  });
});
