import type { ActivityState } from "../../activity.ts";
import type { ChatState } from "../chat.ts";
import type { MilestoneMetric } from "../moments/milestones.ts";
import type { MomentsState } from "../moments/moments.ts";
import type { PeopleState } from "../people.ts";
import type { QuestionsState } from "../questions/questions.ts";
import type { ScoresState } from "../scores/scores.ts";

/** What prompts look at, as of the end of a beat. */
export interface Looked {
  readonly nowMs: number;
  readonly sinceMs: number;
  readonly activity: ActivityState;
  readonly chat: ChatState;
  readonly people: PeopleState;
  readonly questions: QuestionsState;
  readonly moments: MomentsState;
  readonly scores: ScoresState;
  readonly totals: Readonly<Record<MilestoneMetric, number>>;
  readonly viewersNow: number;
  /** What people talked about, if anything; asked for only when it is to be said. */
  readonly topic: () => string | undefined;
}
