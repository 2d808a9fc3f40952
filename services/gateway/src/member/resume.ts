import type { CreatorStatus } from "@frontrow/protocol/creator";
import type { Cursor } from "@frontrow/protocol/cursor";
import type { DeskFact, DeskMode } from "@frontrow/protocol/desk";
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

interface DeskView {
  readonly viewed: SessionId | undefined;
  readonly status: CreatorStatus | undefined;
}

/**
 * The session that the desk views for this client. An ended broadcast is not shown to newcomers any more, but a client that
 * has it on the screen goes on with it.
 */
export function viewedAtResume({ viewed, status }: DeskView, cursor: Cursor | undefined): SessionId | undefined {
  const latest = status?.sessionId as SessionId | undefined;
  return viewed ?? (cursor?.session?.log === latest ? latest : undefined);
}

/**
 * Whether a client can be given exactly what it missed. What its cursor names still has to be in the logs: this only says
 * that it is the right place to look.
 */
export function planResume({ cursor, deskId, viewed }: Resume): ResumePlan {
  const desk = cursor?.desk?.log === deskId ? cursor.desk : undefined;
  const isForeign = cursor?.desk !== undefined && desk === undefined;
  if (!cursor || isForeign) return { how: "snapshot", desk };
  if (cursor.session?.log !== viewed) return { how: "snapshot", desk };
  // A client that viewed nothing, and has nothing to view, has missed facts only.
  if (!cursor.session && !desk) return { how: "snapshot", desk };
  return { how: "catchUp", desk, session: cursor.session };
}

/**
 * Where the session continues after these missed facts (undefined: the log cannot give them); undefined for a snapshot.
 * The session's position still has to be in its log.
 */
export function continuesFrom(
  plan: ResumePlan,
  missed: readonly DeskFact[] | undefined,
  mode: DeskMode,
): { readonly session: ItemPosition | undefined } | undefined {
  const isDeskKnown = plan.desk === undefined || (missed !== undefined && !changesView(missed, mode));
  return plan.how === "catchUp" && isDeskKnown ? { session: plan.session } : undefined;
}

/**
 * Whether missed facts changed what a desk of this mode views: then what the client has on its screen is of another watch, or was
 * ended by a change of mode. Whom a desk watches changes nothing in its replay.
 */
export const changesView = (facts: readonly DeskFact[], mode: DeskMode): boolean =>
  facts.some(({ type }) => type === "modeSet" || (mode === "LIVE" && (type === "watched" || type === "unwatched")));
