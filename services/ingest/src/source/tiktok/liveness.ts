import type { Liveness, RoomDetails } from "../live-source.ts";
import type { Signal } from "./room-signals.ts";

/**
 * What two signals say together. "askRoom" means that one says live and the other doesn't agree: the room itself decides.
 *
 * Two signals, because either is wrong now and then: a page from a cache says live when the broadcast is over, the API says
 * offline when it is asked too often. About names the API is right, and the page is silent behind a captcha.
 */
export function combineSignals(page: Signal, api: Signal): Liveness | { readonly state: "askRoom"; readonly roomId: string } {
  if (page.state === "live" && api.state === "live") {
    if (page.roomId === api.roomId) return { state: "live", roomId: page.roomId, details: { ...page.details, ...api.details } };
    return { state: "askRoom", roomId: laterRoom(page.roomId, api.roomId) };
  }
  if (page.state === "live") return { state: "askRoom", roomId: page.roomId };
  if (api.state === "live") return { state: "askRoom", roomId: api.roomId };
  if (page.state === "offline" || api.state === "offline") {
    return { state: "offline", details: { ...detailsOf(page), ...detailsOf(api) } };
  }
  if (api.state === "unknown") return { state: "unknown" };
  return { state: page.state === "blocked" || api.state === "blocked" ? "blocked" : "unreachable" };
}

/** The room's own verdict over a signal that said live. */
export function decideByRoom(room: Signal, claimed: RoomDetails): Liveness {
  if (room.state === "live") return { state: "live", roomId: room.roomId, details: { ...claimed, ...room.details } };
  if (room.state === "offline") return { state: "offline", details: { ...claimed, ...room.details } };
  return { state: room.state === "blocked" ? "blocked" : "unreachable" };
}

export const detailsOf = (signal: Signal): RoomDetails => ("details" in signal ? signal.details : {});

/** Room ids are decimal and grow with time. */
function laterRoom(one: string, other: string): string {
  const isLater = one.length - other.length || (one > other ? 1 : -1);
  return isLater > 0 ? one : other;
}
