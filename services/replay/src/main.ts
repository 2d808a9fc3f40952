import { createObjectStore } from "@frontrow/blob/create-object-store";
import { createRedis } from "@frontrow/redis/client";
import { runService } from "@frontrow/runtime/run-service";
import { configSchema } from "./config.ts";
import { createReplay } from "./replay.ts";

await runService({
  name: "replay",
  schema: configSchema,
  create: ({ config, logger, registry }) => {
    const redis = createRedis(config.REDIS_URL, logger);
    const blob = createObjectStore(config.BLOB_URL, { endpoint: config.BLOB_ENDPOINT });
    // Stopped in reverse: replays are handed over while Redis is still there.
    return [redis, createReplay({ config, redis, blob, logger, registry })];
  },
});
