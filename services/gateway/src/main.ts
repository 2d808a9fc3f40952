import { createRedis } from "@frontrow/redis/client";
import { runService } from "@frontrow/runtime/run-service";
import { configSchema } from "./config.ts";
import { createGateway } from "./gateway.ts";

await runService({
  name: "gateway",
  schema: configSchema,
  create: ({ config, logger, registry }) => {
    const redis = createRedis(config.REDIS_URL, logger);
    // Stopped in reverse: sockets are sent elsewhere while it can still be recorded in Redis that they left.
    return [redis, createGateway({ config, redis, logger, registry })];
  },
});
