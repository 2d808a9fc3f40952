import type { AccountLimits } from "@frontrow/redis/sign-ledger";
import { withDeadline } from "@frontrow/runtime/deadline";
import { readBounded, type SignService, signHeaders } from "./sign.ts";
import { accountLimitsOf } from "./sign-limits.ts";

/** An answer is some 300 bytes. */
const MAX_ANSWER_BYTES = 64 * 1024;

/**
 * Asks the sign service what it allows the account of our key; its SDK calls this `getRateLimits`. It is none of the calls that
 * are counted, and has a limit of its own: ask rarely. Rejects when there is no such answer.
 */
export async function requestAccountLimits(service: SignService, signal: AbortSignal): Promise<AccountLimits> {
  return withDeadline(signal, service.timeoutMs, async (deadline) => {
    const response = await fetch(`${service.url}/accounts/me/rate_limits`, {
      headers: signHeaders(service, "application/json"),
      // A key is not for wherever we are sent.
      redirect: "error",
      signal: deadline,
    });
    if (response.status === 200) {
      const body = await readBounded(response, MAX_ANSWER_BYTES);
      if (body === "tooLarge") throw new Error("sign service: the account's limits are too large to be that");
      return accountLimitsOf(JSON.parse(Buffer.from(body).toString("utf8")));
    }
    await response.body?.cancel();
    throw new Error(`sign service: status ${response.status} where the account's limits should be`);
  });
}
