import { setTimeout as pause } from "node:timers/promises";
import type { FastifyInstance, FastifyReply } from "fastify";
import type { FaultOf } from "../faults/fault.ts";
import type { FaultSwitches } from "../faults/fault-switches.ts";
import { liveStatus } from "../rooms/creator.ts";
import type { Creators, RoomPlace } from "../rooms/creators.ts";
import type { SignAccounts, WindowState } from "../rooms/sign-accounts.ts";
import { encodeMessage } from "../wire/encode-message.ts";
import { encodeFetchResult } from "../wire/fetch-result.ts";
import { internalExt } from "../wire/frame.ts";

export interface SignDeps {
  readonly creators: Creators;
  readonly accounts: SignAccounts;
  readonly faults: FaultSwitches;
  readonly now: () => number;
}

/** The sign service: where a client gets its WebSocket address, its cookie and the first batch. */
export function registerSignRoutes(server: FastifyInstance, deps: SignDeps): void {
  const { creators, accounts, faults, now } = deps;

  server.all<{ Params: { name: string } }>("/webcast/anchors/:name/room_id", ({ params, headers }, reply) => {
    const creator = creators.of(params.name);
    creator.counters.lookUps += 1;
    const refused = spendCall(reply, keyIn(headers), deps, creator.handle);
    if (refused) return refused;
    if (creator.state === "unknown") return reply.code(404).send({ code: 404, ok: false, message: "user not found" });
    const isLive = liveStatus[creator.state] !== liveStatus.offline;
    return reply.send({ code: 200, ok: true, room_id: creator.room?.roomId ?? "", is_live: isLive });
  });

  server.all<{ Params: { roomId: string } }>("/webcast/rooms/:roomId/connect", async ({ params, headers }, reply) => {
    const { roomId } = params;
    const place = creators.room(roomId);
    if (place) place.creator.counters.signs += 1;
    const failed = await failAsSwitched(reply, place?.creator.handle ?? "", faults, now());
    if (failed) return failed;
    const refused = spendCall(reply, keyIn(headers), deps, place?.creator.handle ?? "");
    if (refused) return refused;
    if (!place) return reply.code(404).send({ code: 404, message: "this room is not known to the sign service" });
    if (!faults.take("sign-no-cookie", place.creator.handle)) {
      reply.header("x-set-tt-cookie", `ttwid=simulated-${roomId}; path=/`);
    }
    // How the client reached us it can reach us again.
    const pushServer = `ws://${headers.host ?? ""}/webcast/im/`;
    return reply
      .header("x-room-id", roomId)
      .header("x-request-id", `simulated-${place.creator.counters.signs}`)
      .type("application/x-protobuf")
      .send(firstBatch(place, pushServer, deps));
  });

  server.get("/accounts/me/rate_limits", ({ headers }, reply) => {
    const states = accounts.describe(keyIn(headers));
    const told = faults.take("account-limits", "");
    if (told) return reply.code(told.status).type("application/json").send(told.body);
    if (!states) return reply.code(401).send({ code: 401, message: "there is no account of this key" });
    const limits = states.map(({ window, max, remaining, resetAtMs }) => {
      const reset_at = resetAtMs === undefined ? null : new Date(resetAtMs).toISOString();
      return [window, { max, remaining, reset_at }];
    });
    return reply.send({ code: 200, ...Object.fromEntries(limits) });
  });

  // Nothing is signed here: the address comes back as it is.
  server.all<{ Body?: string }>("/tiktok/sign_url", ({ body }) => {
    const { url, userAgent } = JSON.parse(body ?? "") as { url?: string; userAgent?: string };
    return { code: 200, response: { signedUrl: url, userAgent: userAgent ?? "simulator", tokens: {} } };
  });
}

const keyIn = (headers: Record<string, unknown>): string | undefined => {
  const key = headers["x-api-key"];
  return typeof key === "string" ? key : undefined;
};

/** Spends a call of the account and says in the headers what is left; answers 429 when nothing is. */
function spendCall(reply: FastifyReply, key: string | undefined, deps: SignDeps, handle: string): FastifyReply | undefined {
  const spent = deps.accounts.spend(key);
  if (spent) reply.headers(headersOf(spent.tightest));
  const told = deps.faults.take("sign-headers", handle);
  for (const name of ["limit", "remaining", "reset"] as const) {
    if (told?.[name] !== undefined) reply.header(`x-ratelimit-${name}`, told[name]);
  }
  if (!spent || spent.isGranted) return undefined;
  const { window, resetAtMs } = spent.tightest;
  // An account without any calls has no window that ends.
  if (resetAtMs !== undefined) reply.header("retry-after", Math.ceil((resetAtMs - deps.now()) / 1000));
  return reply
    .code(429)
    .send({ code: 429, message: "Too many connections started.", limit_label: `rate_limit_account_${window}` });
}

const headersOf = ({ max, remaining, resetAtMs }: WindowState) => ({
  "x-ratelimit-limit": max,
  "x-ratelimit-remaining": remaining,
  ...(resetAtMs !== undefined && { "x-ratelimit-reset": Math.ceil(resetAtMs / 1000) }),
});

function firstBatch({ room, creator }: RoomPlace, pushServer: string, { faults, now }: SignDeps): Buffer {
  const nowMs = now();
  const { history, cursor } = room.sign(nowMs);
  if (faults.take("sign-end-in-batch", creator.handle)) {
    const end = { type: "control", action: "ended", msgId: room.nextId(nowMs), createTimeMs: nowMs } as const;
    history.push(encodeMessage(end, room.roomId));
  }
  return encodeFetchResult({
    messages: history,
    cursor: faults.take("sign-empty-cursor", creator.handle) ? "" : cursor,
    internalExt: internalExt(nowMs),
    nowMs,
    pushServer,
    routeParams: { imprp: "simulated", wrss: room.roomId },
    heartbeatMs: 10_000,
    isFirst: true,
  });
}

/** Answers, or leaves unanswered, as a fault of this call says; undefined when none is switched on. */
async function failAsSwitched(
  reply: FastifyReply,
  handle: string,
  faults: FaultSwitches,
  nowMs: number,
): Promise<FastifyReply | undefined> {
  if (!faults.active) return undefined;
  const limited = faults.take("sign-429", handle);
  if (limited) return rateLimited(reply, limited, nowMs);
  const failed = faults.take("sign-status", handle);
  if (failed) return reply.code(failed.status).send({ code: failed.status, message: failed.message });
  if (faults.take("sign-garbage", handle)) {
    return reply.type("text/html").header("x-set-tt-cookie", "ttwid=simulated").send("<html>not what you asked for</html>");
  }
  if (faults.take("sign-drop", handle)) {
    reply.hijack().raw.destroy();
    return reply;
  }
  const stall = faults.take("sign-stall", handle);
  if (!stall) return undefined;
  // Without a delay the request stays open until the client gives up.
  if (stall.delayMs === undefined) return reply.hijack();
  await pause(stall.delayMs, undefined, { ref: false });
  return reply.code(504).send("too late");
}

function rateLimited(reply: FastifyReply, fault: FaultOf<"sign-429">, nowMs: number): FastifyReply {
  reply.code(429);
  if (fault.retryAfterSeconds !== undefined) reply.header("retry-after", fault.retryAfterSeconds);
  if (fault.resetInSeconds !== undefined) reply.header("x-ratelimit-reset", Math.floor(nowMs / 1000) + fault.resetInSeconds);
  if (fault.body === "json") {
    return reply.send({ code: 429, message: "Too many connections started, try again later.", limit_label: "minute" });
  }
  return reply.type("text/plain").send(fault.body === "text" ? "slow down" : "");
}
