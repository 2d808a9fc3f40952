import { createGateway } from "@frontrow/gateway/gateway";
import { createRedis } from "@frontrow/redis/client";
import { createMetricsRegistry } from "@frontrow/runtime/metrics";
import { gatewayConfig } from "../lib/configs.ts";
import { benchLogger as logger } from "../lib/logger.ts";
import { serveRole } from "../lib/role.ts";

serveRole({
  async start({ url, env = {} }: { url: string; env?: Record<string, string> }) {
    const redis = createRedis(url, logger);
    await redis.start();
    const gateway = createGateway({ config: gatewayConfig(url, env), redis, logger, registry: createMetricsRegistry() });
    await gateway.start();
    return gateway.port;
  },
});
