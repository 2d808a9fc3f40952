import type { Params, PromptTrigger } from "@frontrow/protocol/insight";
import type { SentimentState } from "../conversation/sentiment.ts";
import type { MilestoneMetric } from "../moments/milestones.ts";
import type { MomentsState } from "../moments/moments.ts";
import type { QuestionsState } from "../questions/questions.ts";
import type { ScoresState } from "../scores/scores.ts";
import type { ViewersState } from "../viewers/viewers.ts";
import type { ActivityState } from "../windows/activity.ts";
import type { CandidatesState } from "./candidates.ts";

/** What rules are evaluated on, as of the end of an interval. */
export interface Situation {
  readonly nowMs: number;
  readonly sinceMs: number;
  readonly activity: ActivityState;
  readonly sentiment: SentimentState;
  readonly viewers: ViewersState;
  readonly questions: QuestionsState;
  readonly moments: MomentsState;
  readonly scores: ScoresState;
  readonly totals: Readonly<Record<MilestoneMetric, number>>;
  readonly viewersNow: number;
  /** The largest topic of the chat, if any; computed when it is asked for. */
  readonly topic: () => string | undefined;
}

/** What a rule found worth prompting now. */
export interface Finding {
  readonly params: Params;
  /** 5 is the most urgent. */
  readonly priority: number;
  /** What the prompt is about: not prompted again while it is among the last 200 subjects. */
  readonly subjects?: readonly string[];
  readonly questionId?: string;
}

/** What a rule knows of earlier prompts, and the viewers that may be thanked or welcomed. */
export interface History {
  readonly candidates: CandidatesState;
  /** Whether the subject is among the last 200, and, with `withinMs`, not longer ago than that. */
  wasPrompted(trigger: PromptTrigger, subject: string, withinMs?: number): boolean;
  /** The number of viewers when newcomers were greeted last. */
  readonly greetedViewers: number;
}

export interface Rule {
  readonly trigger: PromptTrigger;
  /** Minimum time between two prompts of the rule. */
  readonly coolDownMs: number;
  /** Time for which a prompt of the rule is worth saying. */
  readonly validForMs: number;
  /** May prompt in the session's first minute, in which nothing else is known. */
  readonly isGreeting?: true;
  evaluate(situation: Situation, history: History): Finding | undefined;
  /** Whether the condition has passed by a margin (hysteresis). Until then the rule does not prompt again. */
  isResolved?(situation: Situation): boolean;
}
