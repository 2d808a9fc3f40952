import type { SourceStatus } from "@frontrow/sdk/client";
import { reasonOf } from "../connection/sentence.ts";

export interface StandbyWords {
  readonly title: string;
  readonly text: string;
}

/** What the whole page says while there is nothing to show of a creator. */
export function standbyWords({ state, username = "", code }: SourceStatus): StandbyWords {
  const reason = reasonOf(code);
  if (state === "failed" && code === "CREATOR_UNKNOWN") {
    return { title: `TikTok knows nobody called @${username}`, text: "Check the spelling and try again." };
  }
  if (state === "failed") return { title: `We could not watch @${username}`, text: reason ?? "Try again in a moment." };
  if (state === "ended") {
    return { title: `The broadcast of @${username} is over`, text: "When the next one begins, we start by ourselves." };
  }
  return {
    title: `@${username} is not live yet`,
    text: reason ?? "We will start by ourselves. You can leave this page open.",
  };
}
