import type { LiveEvent } from "@frontrow/protocol/event";

/** The fields that every event has. */
export type EventBase = Pick<LiveEvent, "id" | "atMs" | "sentAtMs">;

/** Why a message is not an event: it says nothing that Frontrow has a name for. */
export type IgnoreReason =
  | "emptyText"
  | "battleTalk"
  | "otherBarrage"
  | "otherEnvelope"
  | "otherLink"
  | "otherControl"
  | "otherSocial"
  | "otherSubscription"
  | "emptyMessage";
