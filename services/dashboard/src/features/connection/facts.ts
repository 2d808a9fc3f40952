import type { SourceStatus } from "@frontrow/sdk/client";
import type { ViewState } from "../../live/view-state.ts";
import { hoursMinutesSeconds } from "../../ui/format.ts";

type Connected = Pick<ViewState, "link" | "source" | "replay" | "replayRefusal">;

/** Whether there is more to tell than the sentence says. */
export const hasTrouble = (view: Connected): boolean => troubleOf(view) !== undefined || view.link.connection.state === "closed";

/** A replay is not troubled by what its source does. */
function troubleOf({ source, replay, replayRefusal }: Connected): Pick<SourceStatus, "code" | "message"> | undefined {
  const held = replayRefusal ?? (replay ? replay.told : source.status);
  return held?.code === undefined ? undefined : held;
}

/** What somebody who helps would ask for: the codes that are kept out of the sentence. */
export function factsOf(view: Connected): readonly (readonly [name: string, value: string])[] {
  const { link, source, replay } = view;
  const { username, session } = source.status;
  const { code, message } = troubleOf(view) ?? {};
  const { connection } = link;
  const facts: (readonly [string, string | undefined])[] = [
    ["Code", connection.state === "closed" ? `CLOSED_${connection.code}` : code],
    ["Message", message],
    ["Name", username],
    ["Broadcast", replay ? replay.view.session : session],
    ["Recording", replay?.view.recordingId],
    ["Since", hoursMinutesSeconds(connection.state === "open" ? source.sinceMs : link.sinceMs)],
  ];
  return facts.filter((fact): fact is readonly [string, string] => fact[1] !== undefined);
}
