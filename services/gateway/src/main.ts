import { createRedis } from "@frontrow/redis/client";
import { runService } from "@frontrow/runtime/run-service";
import { configSchema } from "./config.ts";
import { createGateway } from "./gateway.ts";

await runService({
  name: "gateway",
  schema: configSchema,
  create: ({ config, logger, registry }) => {
    const redis = createRedis(config.REDIS_URL, logger);
    // Stopped in reverse: sockets are told to go elsewhere while Redis can still be told that they left.
    return [redis, createGateway({ config, redis, logger, registry })];
  },
});
