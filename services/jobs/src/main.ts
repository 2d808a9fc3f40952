import { createRedis } from "@frontrow/redis/client";
import { runService } from "@frontrow/runtime/run-service";
import { configSchema } from "./config.ts";
import { createJobs } from "./jobs.ts";

await runService({
  name: "jobs",
  schema: configSchema,
  create: ({ config, logger, registry }) => {
    const redis = createRedis(config.REDIS_URL, logger);
    // Stopped in reverse: a sweep under way ends before its connection does.
    return [redis, createJobs({ config, redis, logger, registry })];
  },
});
