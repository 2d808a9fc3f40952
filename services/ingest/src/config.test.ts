import { describe, expect, it } from "vitest";
import { configSchema, signBudgetOf } from "./config.ts";

describe("the budget of sign calls", () => {
  const budgetOf = (env: Record<string, string>) => signBudgetOf(configSchema.parse({ REDIS_URL: "redis://127.0.0.1", ...env }));

  it("is a small one of our own without a key, and none with a key, whose limits only the service knows", () => {
    expect(budgetOf({})).toEqual({ perMinute: 5, perHour: 30, perDay: 100 });
    expect(budgetOf({ SIGN_API_KEY: "key" })).toEqual({ perMinute: 0, perHour: 0, perDay: 0 });
    expect(budgetOf({ SIGN_API_KEY: "key", SIGN_CALLS_PER_DAY: "7" })).toEqual({ perMinute: 0, perHour: 0, perDay: 7 });
  });
});
