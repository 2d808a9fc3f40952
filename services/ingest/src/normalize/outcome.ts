import type { LiveEvent } from "@frontrow/protocol/event";

/** What every event has. */
export type Base = Pick<LiveEvent, "id" | "atMs" | "sentAtMs">;

/** Why a message is not an event: it says nothing that Frontrow has a name for. */
export type NoEvent =
  | "emptyText"
  | "battleTalk"
  | "envelopeHidden"
  | "unpinned"
  | "otherControl"
  | "otherSocial"
  | "emptyMessage";
