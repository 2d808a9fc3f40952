import type { EventOf } from "@frontrow/protocol/event";
import type { BarrageBody, WireText, WireUser } from "../source/messages.ts";
import type { Host } from "./host.ts";
import type { EventBase, IgnoreReason } from "./outcome.ts";
import { userOf } from "./user.ts";
import { countOf } from "./values.ts";

const SUBSCRIBED = 4;
const GAVE_SUBSCRIPTIONS = 7;
const GIFTER_CAME = 9;
const FAN_CAME = 11;
const MASKED_CAME = 15;

/**
 * A banner: an arrival that TikTok announces to the room, or a subscription. Of super fans the text's key says which of the
 * two it is: that one of them joined is an arrival, although its key has the same words.
 */
export function barrageOf(
  base: EventBase,
  body: BarrageBody,
  host: Host,
): EventOf<"member"> | EventOf<"subscribe"> | IgnoreReason {
  const user = userOf(senderOf(body), host);
  const gifterLevel = countOf(body.userGradeParam?.currentGrade) || (user?.gifterLevel ?? 0);
  const fanLevel = countOf(body.fansLevelParam?.currentGrade) || (user?.fanLevel ?? 0);
  const arrival = (kind: "gifterLevel" | "fanClub" | "superFan" | "other", level: number) =>
    ({ type: "member", ...base, user, entrance: { kind, level } }) as const;
  switch (superFanNews(body)) {
    case "joined":
      return arrival("superFan", fanLevel);
    case "became":
      return { type: "subscribe", ...base, user, months: 0 };
    case "box":
      return "otherBarrage";
  }
  switch (body.msgType) {
    case GIFTER_CAME:
      return arrival("gifterLevel", gifterLevel);
    case FAN_CAME:
      return arrival("fanClub", fanLevel);
    case MASKED_CAME:
      return arrival("other", 0);
    case SUBSCRIBED:
      return { type: "subscribe", ...base, user, months: 0 };
    case GAVE_SUBSCRIPTIONS: {
      const given = Math.max(1, countOf(body.subscribeGiftParam?.giftSubCount));
      return { type: "subscribe", ...base, user, months: 0, given };
    }
    default:
      return "otherBarrage";
  }
}

function superFanNews(body: BarrageBody): "joined" | "became" | "box" | undefined {
  const key = textsOf(body)
    .map((text) => text.key)
    .concat(body.subType)
    .find((each) => each.toLowerCase().includes("superfan"))
    ?.toLowerCase();
  if (key === undefined) return undefined;
  if (key.includes("superfanbox")) return "box";
  return key.includes("superfanjoin") || body.subType === "fans_entrance" || body.msgType === FAN_CAME ? "joined" : "became";
}

const textsOf = (body: BarrageBody): WireText[] =>
  [body.common?.displayText, body.content, body.commonBarrageContent].filter((text) => text !== undefined);

/** Whom a banner is about stands in one of many places. */
function senderOf(body: BarrageBody): WireUser | undefined {
  const direct = body.user ?? body.userGradeParam?.user ?? body.fansLevelParam?.user;
  if (direct) return direct;
  for (const { pieces } of textsOf(body)) {
    for (const { userValue } of pieces) if (userValue?.user) return userValue.user;
  }
  return undefined;
}
