import type { Liveness, RoomDetails } from "../live-source.ts";
import type { Signal } from "./room-signals.ts";

/**
 * What two signals say together; "ask" means that one says live and the other doesn't agree, and that the room itself should
 * be asked.
 *
 * Two signals, because either is wrong now and then: a page from a cache says live when the broadcast is over, the API says
 * offline when it is asked too often. About names the API is right, and the page is silent behind a captcha.
 */
export function judge(page: Signal, api: Signal): Liveness | { readonly state: "ask"; readonly roomId: string } {
  if (page.says === "live" && api.says === "live") {
    if (page.roomId === api.roomId) return { state: "live", roomId: page.roomId, details: { ...page.details, ...api.details } };
    return { state: "ask", roomId: laterRoom(page.roomId, api.roomId) };
  }
  if (page.says === "live") return { state: "ask", roomId: page.roomId };
  if (api.says === "live") return { state: "ask", roomId: api.roomId };
  if (page.says === "offline" || api.says === "offline") {
    return { state: "offline", details: { ...detailsOf(page), ...detailsOf(api) } };
  }
  if (api.says === "unknown") return { state: "unknown" };
  return { state: page.says === "blocked" || api.says === "blocked" ? "blocked" : "unreachable" };
}

/** The room's own verdict over a signal that said live. */
export function judgeRoom(room: Signal, claimed: RoomDetails): Liveness {
  if (room.says === "live") return { state: "live", roomId: room.roomId, details: { ...claimed, ...room.details } };
  if (room.says === "offline") return { state: "offline", details: { ...claimed, ...room.details } };
  return { state: room.says === "blocked" ? "blocked" : "unreachable" };
}

export const detailsOf = (signal: Signal): RoomDetails => ("details" in signal ? signal.details : {});

/** Room ids are decimal and grow with time. */
function laterRoom(one: string, other: string): string {
  const isLater = one.length - other.length || (one > other ? 1 : -1);
  return isLater > 0 ? one : other;
}
