import { createRedis } from "@frontrow/redis/client";
import { runService } from "@frontrow/runtime/run-service";
import { configSchema } from "./config.ts";
import { createIngest } from "./ingest.ts";

await runService({
  name: "ingest",
  schema: configSchema,
  create: ({ config, logger, registry }) => {
    const redis = createRedis(config.REDIS_URL, logger);
    // Stopped in reverse: creators are handed over while Redis still answers.
    return [redis, createIngest({ config, redis, logger, registry })];
  },
});
