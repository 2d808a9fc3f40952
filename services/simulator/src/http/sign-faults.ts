import type { ServerResponse } from "node:http";
import type { FaultOf } from "../faults/fault.ts";
import type { FaultSwitches } from "../faults/fault-switches.ts";
import { json, send } from "./respond.ts";

/** Whether a fault has answered this call of the sign service, or decided that it is never answered. */
export function answerSignFault(response: ServerResponse, handle: string, faults: FaultSwitches): boolean {
  if (!faults.active) return false;
  const limited = faults.take("sign-429", handle);
  if (limited) {
    answerLimited(response, limited);
    return true;
  }
  const failed = faults.take("sign-status", handle);
  if (failed) {
    json(response, failed.status, { code: failed.status, message: failed.message });
    return true;
  }
  if (faults.take("sign-garbage", handle)) {
    send(response, 200, Buffer.from("<html>not what you asked for</html>"), {
      "content-type": "text/html",
      "x-set-tt-cookie": "ttwid=x",
    });
    return true;
  }
  if (faults.take("sign-drop", handle)) {
    response.destroy();
    return true;
  }
  const stall = faults.take("sign-stall", handle);
  if (!stall) return false;
  if (stall.delayMs === undefined) return true;
  const timer = setTimeout(() => json(response, 504, { code: 504, message: "too late" }), stall.delayMs);
  response.once("close", () => clearTimeout(timer));
  return true;
}

function answerLimited(response: ServerResponse, fault: FaultOf<"sign-429">): void {
  const headers: Record<string, string> = {};
  if (fault.retryAfterSeconds !== undefined) headers["retry-after"] = String(fault.retryAfterSeconds);
  if (fault.resetInSeconds !== undefined)
    headers["x-ratelimit-reset"] = String(Math.floor(Date.now() / 1000) + fault.resetInSeconds);
  if (fault.body === "json") {
    json(response, 429, { code: 429, message: "Too many connections started, try again later.", limit_label: "minute" }, headers);
  } else send(response, 429, fault.body === "text" ? "slow down" : "", { "content-type": "text/plain", ...headers });
}
