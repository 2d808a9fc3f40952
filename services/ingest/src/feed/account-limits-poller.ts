import { createHash } from "node:crypto";
import type { RedisClient } from "@frontrow/redis/client";
import { createRateLimit } from "@frontrow/redis/rate-limits";
import type { SignLedger } from "@frontrow/redis/sign-ledger";
import type { Logger } from "@frontrow/runtime/logger";
import { type IngestConfig, signServiceOf } from "../config.ts";
import { requestAccountLimits } from "../source/tiktok/account-limits.ts";

interface Dependencies {
  readonly client: RedisClient;
  readonly config: IngestConfig;
  readonly ledger: Pick<SignLedger, "noteLimits">;
  readonly logger: Pick<Logger, "info" | "warn">;
}

/**
 * Keeps the ledger told what the sign service allows the account of our key: asked when the first worker starts, and then now
 * and then, by one of them. Without an answer nothing changes: the service says 429 when a limit is reached.
 */
export function createAccountLimitsPoller({ client, config, ledger, logger }: Dependencies) {
  const service = signServiceOf(config);
  // A little less than the interval, or a timer that is early would pass its turn on to nobody.
  const turns = createRateLimit(client, "sign-limits", { count: 1, windowMs: config.SIGN_LIMITS_INTERVAL_MS * 0.9 });
  const stopping = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let asking: Promise<void> | undefined;

  async function ask(payer: string): Promise<void> {
    if (!(await turns.spend(payer)).ok) return;
    try {
      const limits = await requestAccountLimits(service, stopping.signal);
      await ledger.noteLimits(limits);
      logger.info({ limits }, "the sign service said what it allows the account");
    } catch (err) {
      if (!stopping.signal.aborted) logger.warn({ err }, "the sign service did not say what it allows the account");
    }
  }

  return {
    start(): void {
      const { apiKey } = service;
      if (apiKey === undefined) return;
      // Another key is another account, though it has our name: it is asked about at once.
      const payer = `${config.SIGN_ACCOUNT}-${createHash("sha256").update(apiKey).digest("hex").slice(0, 12)}`;
      const askNow = (): void => {
        asking = ask(payer);
      };
      askNow();
      timer = setInterval(askNow, config.SIGN_LIMITS_INTERVAL_MS);
    },
    async stop(): Promise<void> {
      clearInterval(timer);
      stopping.abort();
      await asking;
    },
  };
}
