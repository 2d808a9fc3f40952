import { describe, expect, it } from "vitest";
import { loadPartsConfig } from "./parts-config.ts";

const places = { privateRedis: { port: 6400, password: "pass-word" }, simulatorPort: 9100, dashboardDir: "dashboard" };

describe("the variables of all parts", () => {
  it("reach each part from one environment", () => {
    const env = { COACH_API_URL: "http://localhost:8080/v1", COACH_MODEL_NAME: "local", COACH_BUDGET_PER_DAY: "7", PORT: "3100" };
    const { jobs, gateway, privateRedis } = loadPartsConfig(env, places);
    expect(jobs).toMatchObject({ COACH_API_URL: "http://localhost:8080/v1", COACH_MODEL_NAME: "local", COACH_BUDGET_PER_DAY: 7 });
    expect(gateway.PORT).toBe(3100);
    expect(privateRedis?.port).toBe(6400);
    expect(gateway.REDIS_URL).toBe("redis://:pass-word@127.0.0.1:6400");
  });

  it("may leave the language model out", () => {
    expect(loadPartsConfig({}, places).jobs.COACH_API_URL).toBeUndefined();
  });

  it("are refused together, by name, when they are set by halves", () => {
    expect(() => loadPartsConfig({ COACH_API_KEY: "sk-secret", PORT: "none" }, places)).toThrow(
      /^(?!.*sk-secret)(?=.*PORT)(?=.*COACH_API_URL)/,
    );
  });
});

it("keeps recordings in the data folder, unless it is told where", () => {
  expect(loadPartsConfig({ FRONTROW_DATA_DIR: "/data" }, places).jobs.BLOB_URL).toBe("file:///data/recordings");
  expect(loadPartsConfig({ BLOB_URL: "s3://bucket/prefix" }, places).jobs.BLOB_URL).toBe("s3://bucket/prefix");
});
