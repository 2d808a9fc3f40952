import { createGateway } from "@frontrow/gateway/gateway";
import { createRedis } from "@frontrow/redis/client";
import { createMetricsRegistry } from "@frontrow/runtime/metrics";
import { quietLogger } from "@frontrow/testkit/quiet-logger";
import { gatewayConfig } from "../lib/configs.ts";
import { serveRole } from "../lib/role.ts";

serveRole({
  async start({ url, env = {} }: { url: string; env?: Record<string, string> }) {
    const redis = createRedis(url, quietLogger);
    await redis.start();
    const gateway = createGateway({ config: gatewayConfig(url, env), redis, logger: quietLogger, registry: createMetricsRegistry() });
    await gateway.start();
    return gateway.port;
  },
});
