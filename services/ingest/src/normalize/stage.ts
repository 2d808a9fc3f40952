import type { EventOf, Person } from "@frontrow/protocol/event";
import type { LinkBody, LinkLayerBody, SourceMessage } from "../source/messages.ts";
import type { Host } from "./host.ts";
import type { EventBase, IgnoreReason } from "./outcome.ts";
import { personOf } from "./user.ts";
import { idTextOf } from "./values.ts";

/** More than a stage has places for. */
const MAX_GUESTS = 32;

/** A message that lists everybody on stage as one message a person, so that a message is one event. Others stay as they are. */
export function splitGuests(message: SourceMessage): readonly SourceMessage[] {
  if (message.method !== "WebcastLinkMessage" && message.method !== "WebcastLinkLayerMessage") return [message];
  const listed = joinedOf(message.body).slice(0, MAX_GUESTS);
  if (listed.length < 2) return [message];
  return listed.map((_, part) => ({ ...message, id: part === 0 ? message.id : `${message.id}:${part}`, part }));
}

type LinkMessage = Extract<SourceMessage, { method: "WebcastLinkMessage" | "WebcastLinkLayerMessage" }>;

/** Hosts of other rooms: they have viewers and gifts of their own. */
const CO_HOSTS = 2;

/** A guest who is on stage, or left it. Who is on a list joined: TikTok repeats the list, and joining twice changes nothing. */
export function guestOf(base: EventBase, { body, part = 0 }: LinkMessage, host: Host): EventOf<"guest"> | IgnoreReason {
  if (body.scene === CO_HOSTS) return "otherLink";
  const joined = joinedOf(body)[part];
  const guest = joined ?? leftOf(body);
  if (!guest || host.is(guest)) return "otherLink";
  return { type: "guest", ...base, guest, state: joined ? "joined" : "left" };
}

function joinedOf(body: LinkBody | LinkLayerBody): Person[] {
  if ("enterContent" in body) {
    const list = body.enterContent ?? body.linkedListChangeContent ?? body.listChangeContent;
    return (list?.linkedUsers ?? []).map(({ user }) => personOf(user)).filter((person) => person !== undefined);
  }
  const { joinDirectContent: direct, listChangeContent } = body;
  const listed = direct?.joiner ? [direct.joiner] : (listChangeContent?.list ?? direct?.allUsers)?.linkedList;
  return (listed ?? []).map(({ user }) => namelessOf(user?.userId)).filter((person) => person !== undefined);
}

function leftOf(body: LinkBody | LinkLayerBody): Person | undefined {
  if ("enterContent" in body) {
    const { leaveContent, kickOutContent, sysKickOutContent } = body;
    return namelessOf(leaveContent?.userId ?? kickOutContent?.fromUserId ?? sysKickOutContent?.userId);
  }
  return namelessOf(body.leaveContent?.leaver?.userId ?? body.kickOutContent?.offliner?.userId);
}

/** Somebody of whom a message has the id alone. */
function namelessOf(userId: string | undefined): Person | undefined {
  const id = idTextOf(userId);
  return id ? { id, handle: "", nickname: "", avatarUrl: "" } : undefined;
}
