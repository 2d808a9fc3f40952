import type { Cursor } from "@frontrow/protocol/codec";
import type { DeskFact } from "@frontrow/protocol/desk";
import type { Position } from "@frontrow/protocol/entry";
import type { DeskId, SessionId } from "@frontrow/protocol/ids";
import type { ItemPosition } from "../stream/subscription.ts";

/** What a client that comes back gets. */
export type ResumePlan =
  /** What it missed: the desk's facts, and the session's items when the desk views one. */
  | { readonly how: "catchUp"; readonly desk: Position | undefined; readonly session: ItemPosition | undefined }
  /** The desk's facts since its position, if that is known, and the session from a snapshot. */
  | { readonly how: "snapshot"; readonly desk: Position | undefined };

interface Resume {
  readonly cursor: Cursor | undefined;
  readonly deskId: DeskId;
  /** What the desk views now. */
  readonly viewed: SessionId | undefined;
}

/**
 * Whether a client can be given exactly what it missed. What its cursor names still has to be in the logs: this only says
 * that it is the right place to look.
 */
export function planResume({ cursor, deskId, viewed }: Resume): ResumePlan {
  const desk = cursor?.desk?.log === deskId ? cursor.desk : undefined;
  const foreign = cursor?.desk !== undefined && desk === undefined;
  if (!cursor || foreign) return { how: "snapshot", desk };
  if (cursor.session?.log !== viewed) return { how: "snapshot", desk };
  // A client that viewed nothing, and has nothing to view, has missed facts only.
  if (!cursor.session && !desk) return { how: "snapshot", desk };
  return { how: "catchUp", desk, session: cursor.session };
}

/** Whether missed facts changed what the desk views: then what the client has on its screen is of another watch. */
export const changesView = (facts: readonly DeskFact[]): boolean =>
  facts.some((fact) => fact.type === "watched" || fact.type === "unwatched");
