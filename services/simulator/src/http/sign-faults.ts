import type { FaultOf } from "../faults/fault.ts";
import type { FaultSwitches } from "../faults/fault-switches.ts";
import { json, type Reply } from "./reply.ts";

/** What the sign service answers instead, when a fault has this call. */
export function signFault(handle: string, faults: FaultSwitches, nowMs: number): Reply | undefined {
  if (!faults.active) return undefined;
  const limited = faults.take("sign-429", handle);
  if (limited) return rateLimited(limited, nowMs);
  const failed = faults.take("sign-status", handle);
  if (failed) return json(failed.status, { code: failed.status, message: failed.message });
  if (faults.take("sign-garbage", handle)) return GARBAGE;
  if (faults.take("sign-drop", handle)) return "hang-up";
  const stall = faults.take("sign-stall", handle);
  if (!stall) return undefined;
  if (stall.delayMs === undefined) return "silence";
  return { status: 504, headers: {}, body: "too late", delayMs: stall.delayMs };
}

const GARBAGE: Reply = {
  status: 200,
  headers: { "content-type": "text/html", "x-set-tt-cookie": "ttwid=simulated" },
  body: "<html>not what you asked for</html>",
};

function rateLimited(fault: FaultOf<"sign-429">, nowMs: number): Reply {
  const headers: Record<string, string> = {};
  if (fault.retryAfterSeconds !== undefined) headers["retry-after"] = String(fault.retryAfterSeconds);
  if (fault.resetInSeconds !== undefined) headers["x-ratelimit-reset"] = String(Math.floor(nowMs / 1000) + fault.resetInSeconds);
  if (fault.body === "json") {
    return json(429, { code: 429, message: "Too many connections started, try again later.", limit_label: "minute" }, headers);
  }
  return { status: 429, headers: { "content-type": "text/plain", ...headers }, body: fault.body === "text" ? "slow down" : "" };
}
