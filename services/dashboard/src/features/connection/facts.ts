import type { ViewState } from "../../live/view-state.ts";
import { hoursMinutesSeconds } from "../../ui/format.ts";

type Connected = Pick<ViewState, "link" | "source">;

/** Whether there is more to tell than the sentence says. */
export const hasTrouble = ({ link, source }: Connected): boolean =>
  source.status.code !== undefined || link.connection.state === "closed";

/** What somebody who helps would ask for: the codes that are kept out of the sentence. */
export function factsOf({ link, source }: Connected): readonly (readonly [name: string, value: string])[] {
  const { code, message, username, session } = source.status;
  const { connection } = link;
  const facts: (readonly [string, string | undefined])[] = [
    ["Code", connection.state === "closed" ? `CLOSED_${connection.code}` : code],
    ["Message", message],
    ["Name", username],
    ["Broadcast", session],
    ["Since", hoursMinutesSeconds(connection.state === "open" ? source.sinceMs : link.sinceMs)],
  ];
  return facts.filter((fact): fact is readonly [string, string] => fact[1] !== undefined);
}
