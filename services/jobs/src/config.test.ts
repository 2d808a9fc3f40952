import { loadConfig } from "@frontrow/runtime/config";
import { describe, expect, it } from "vitest";
import { configSchema } from "./config.ts";

const load = (env: Record<string, string>) => loadConfig(configSchema, { REDIS_URL: "redis://localhost", ...env });

describe("the coach's variables", () => {
  it("may all be absent", () => {
    expect(load({}).COACH_API_URL).toBeUndefined();
  });

  it("need no key for an endpoint that asks for none", () => {
    const config = load({ COACH_API_URL: "http://localhost:8080/v1/", COACH_MODEL_NAME: "local" });
    expect(config).toMatchObject({ COACH_API_URL: "http://localhost:8080/v1", COACH_MODEL_NAME: "local" });
  });

  it("are refused by halves, without saying their values", () => {
    expect(() => load({ COACH_API_URL: "http://localhost/v1" })).toThrow(/COACH_MODEL_NAME/);
    expect(() => load({ COACH_API_KEY: "sk-secret" })).toThrow(/^(?!.*sk-secret).*COACH_API_URL/);
  });
});
