import type { Liveness, RoomDetails } from "../live-source.ts";
import type { Signal } from "./room-signals.ts";

/** What two signals say together, or whom to ask next. */
export type Finding =
  | Liveness
  /** One says live, and the other does not agree: the room itself decides. `isDenied`: the other one can know, and says no. */
  | { readonly state: "askRoom"; readonly roomId: string; readonly isDenied: boolean }
  /** Nobody knows: the sign service is asked, which costs. `isDisputed`: somebody denies it, who may just not let us in. */
  | { readonly state: "askSign"; readonly isDisputed: boolean; readonly otherwise: Liveness };

/**
 * Two signals, because either is wrong now and then: a page from a cache says live when the broadcast is over, the API says
 * offline when it is asked too often, and that there is nobody where it does not let us in. A captcha or no answer denies nothing.
 */
export function combineSignals(page: Signal, api: Signal): Finding {
  if (page.state === "live" && api.state === "live") {
    if (page.roomId === api.roomId) return { state: "live", roomId: page.roomId, details: { ...page.details, ...api.details } };
    return { state: "askRoom", roomId: laterRoom(page.roomId, api.roomId), isDenied: false };
  }
  if (page.state === "live") return { state: "askRoom", roomId: page.roomId, isDenied: canKnow(api) };
  if (api.state === "live") return { state: "askRoom", roomId: api.roomId, isDenied: canKnow(page) };
  if (page.state === "offline" || api.state === "offline") {
    return { state: "offline", details: { ...detailsOf(page), ...detailsOf(api) } };
  }
  if (page.state === "unknown" && api.state === "unknown") return { state: "unknown" };
  const isBlocked = page.state === "blocked" || api.state === "blocked";
  const isDisputed = page.state === "unknown" || api.state === "unknown";
  if (isBlocked) return { state: "askSign", isDisputed, otherwise: { state: "blocked" } };
  return { state: "askSign", isDisputed, otherwise: { state: api.state === "unknown" ? "unknown" : "unreachable" } };
}

/** The room's own verdict over a signal that said live. Where the room says nothing, the claim holds unless it is denied. */
export function decideByRoom(room: Signal, claim: { roomId: string; details: RoomDetails; isDenied: boolean }): Finding {
  const { roomId, details, isDenied } = claim;
  if (room.state === "live") return { state: "live", roomId, details: { ...details, ...room.details } };
  if (room.state === "offline") return { state: "offline", details: { ...details, ...room.details } };
  if (!isDenied) return { state: "live", roomId, details };
  return { state: "askSign", isDisputed: true, otherwise: { state: room.state === "blocked" ? "blocked" : "unreachable" } };
}

/** The sign service's word, when all others have said nothing. */
export function decideByLookUp(lookUp: Signal, otherwise: Liveness): Liveness {
  switch (lookUp.state) {
    case "live":
    case "offline":
    case "unknown":
      return lookUp;
    default:
      return otherwise;
  }
}

const canKnow = ({ state }: Signal): boolean => state === "offline" || state === "unknown";

export const detailsOf = (signal: Signal): RoomDetails => ("details" in signal ? signal.details : {});

/** Room ids are decimal and grow with time. */
function laterRoom(one: string, other: string): string {
  const isLater = one.length - other.length || (one > other ? 1 : -1);
  return isLater > 0 ? one : other;
}
