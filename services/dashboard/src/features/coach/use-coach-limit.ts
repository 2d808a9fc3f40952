import { coachLimitSentences } from "@frontrow/protocol/fact-message";
import { useServerNow } from "../../live/server-clock.ts";
import { useView } from "../../live/view-store.ts";
import { hoursMinutes } from "../../ui/format.ts";

/** Why a language model words no prompts now, and until when; undefined while it does, or was not asked to. */
export function useCoachLimit(): string | undefined {
  const desk = useView((view) => view.desk);
  const nowMs = useServerNow();
  const limit = desk?.usesModel ? desk.coachLimit : undefined;
  if (!limit || limit.retryAtMs <= nowMs) return undefined;
  return `${coachLimitSentences[limit.reason]} That is at ${hoursMinutes(limit.retryAtMs)}.`;
}
