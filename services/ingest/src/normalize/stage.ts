import type { EventOf, Person } from "@frontrow/protocol/event";
import type { LinkBody, LinkLayerBody, SourceMessage } from "../source/messages.ts";
import type { Host } from "./host.ts";
import type { EventBase, IgnoreReason } from "./outcome.ts";
import { personOf } from "./user.ts";
import { idTextOf } from "./values.ts";

/** More than a stage has places for. */
const MAX_ON_STAGE = 32;

/** A message that lists everybody on stage as one message a person, so that a message is one event. Others stay as they are. */
export function splitGuests(message: SourceMessage): readonly SourceMessage[] {
  if (message.method !== "WebcastLinkMessage" && message.method !== "WebcastLinkLayerMessage") return [message];
  const { people } = stageOf(message.body);
  if (people.length < 2) return [message];
  return people.map((_, part) => ({ ...message, id: part === 0 ? message.id : `${message.id}:${part}`, part }));
}

type LinkMessage = Extract<SourceMessage, { method: "WebcastLinkMessage" | "WebcastLinkLayerMessage" }>;

/** Hosts of other rooms: they have viewers and gifts of their own. */
const CO_HOSTS = 2;

/**
 * A guest who is on stage, or left it. Who is on a list joined: TikTok repeats the list, and joining twice changes nothing.
 * Often the next list, without somebody, is all that tells that they left.
 */
export function guestOf(base: EventBase, { body, part = 0 }: LinkMessage, host: Host): EventOf<"guest"> | IgnoreReason {
  if (body.scene === CO_HOSTS) return "otherLink";
  const { people, isAll } = stageOf(body);
  const onStage = people.filter((person) => !host.is(person)).map(({ id }) => id);
  const all = isAll ? { onStage } : {};
  const joined = people[part];
  if (joined && !host.is(joined)) return { type: "guest", ...base, guest: joined, state: "joined", ...all };
  const guest = isAll && onStage.length === 0 ? (joined ?? namelessOf(host.id)) : leftOf(body);
  return guest ? { type: "guest", ...base, guest, state: "left", ...all } : "otherLink";
}

/** Who is on stage by a message's word, the host among them, and whether these are all. */
function stageOf(body: LinkBody | LinkLayerBody): { readonly people: readonly Person[]; readonly isAll: boolean } {
  const { people, isAll } = "enterContent" in body ? namedIn(body) : idsIn(body);
  return { people: people.filter((person) => person !== undefined).slice(0, MAX_ON_STAGE), isAll };
}

interface Listed {
  readonly people: readonly (Person | undefined)[];
  readonly isAll: boolean;
}

function namedIn({ enterContent, linkedListChangeContent, listChangeContent }: LinkBody): Listed {
  const list = enterContent ?? linkedListChangeContent ?? listChangeContent;
  const people = (list?.linkedUsers ?? []).map(({ user }) => personOf(user));
  return { people, isAll: !enterContent && list !== undefined };
}

function idsIn({ joinDirectContent: direct, listChangeContent }: LinkLayerBody): Listed {
  if (direct?.joiner) return { people: [namelessOf(direct.joiner.user?.userId)], isAll: false };
  const list = listChangeContent?.list ?? direct?.allUsers;
  return { people: (list?.linkedList ?? []).map(({ user }) => namelessOf(user?.userId)), isAll: list !== undefined };
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
