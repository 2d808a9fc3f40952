import { SentinelConnector } from "ioredis";

/**
 * ioredis' connector to the primary that sentinels name, without a fail-over detector that outlives its connection.
 *
 * A detector disconnects whatever the connector does, once a sentinel tells of a fail-over. When the primary is gone, that
 * news comes while its successor is being asked for; ioredis 6.0.0 takes the attempt that ends so for its last, and the
 * client stays closed. Each connection has a detector of its own, so the earlier one is of no use any more.
 */
export class FailoverSafeSentinelConnector extends SentinelConnector {
  override connect(...args: Parameters<SentinelConnector["connect"]>): ReturnType<SentinelConnector["connect"]> {
    // Private in ioredis, so by its name. Not left to be cleaned up once more: that sets timers for sockets that are closed.
    (this["failoverDetector"] as { cleanup(): void } | null)?.cleanup();
    this["failoverDetector"] = null;
    return super.connect(...args);
  }
}
