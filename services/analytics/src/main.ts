import { createRedis } from "@frontrow/redis/client";
import { runService } from "@frontrow/runtime/run-service";
import { createAnalytics } from "./analytics.ts";
import { configSchema } from "./config.ts";

await runService({
  name: "analytics",
  schema: configSchema,
  create: ({ config, logger, registry }) => {
    const redis = createRedis(config.REDIS_URL, logger);
    // Stopped in reverse: sessions are handed over while Redis is still there.
    return [redis, createAnalytics({ config, redis, logger, registry })];
  },
});
