import type { Language } from "@frontrow/protocol/desk";
import type { Explained, Explanation } from "@frontrow/protocol/explanation";
import type { Leaderboard, Scores, ViewerStats, ViewerUpdate } from "@frontrow/protocol/insight";
import type { ModeRequest, RecordingSummary, ReplayCommand } from "@frontrow/sdk/client";
import type { Library } from "@frontrow/sdk/library";

/** The scores that can say what they are made of; `entertainment` is made of the four after it. */
export type ScoreName = "entertainment" | "engagement" | "reception" | "energy" | "retention" | "churnRisk" | "monetization";

/** What a number is made of: a total has an explanation, a score the parts of all scores; neither before it was counted. */
export interface Breakdown {
  readonly session: string;
  readonly explanation?: Explanation | undefined;
  readonly scores?: Omit<Scores, "type"> | undefined;
}

export interface Audience {
  readonly session: string;
  readonly summary?: Omit<ViewerUpdate, "type" | "ranking"> | undefined;
  /** The most engaged, best first. */
  readonly viewers: readonly ViewerStats[];
}

/** Who gave: all of them, and the best, who are newer. */
export interface Giving {
  readonly session: string;
  readonly gifters: Leaderboard["gifters"];
  readonly leaderboard: Pick<Leaderboard, "gifters">;
}

/** What a person can make Frontrow do from this page. */
export interface Commands {
  watch(username: string): void;
  unwatch(): void;
  /** Opens the link again after the server has closed it for good. */
  reconnect(): void;
  dismissNotice(id: string): void;
  answerQuestion(id: string): void;
  ignoreQuestion(id: string): void;
  /** Neither answered nor ignored after all. */
  reopenQuestion(id: string): void;
  /** Whether a language model may word prompts for this desk. */
  setCoach(coach: { readonly usesModel: boolean }): void;
  setLanguage(language: Language): void;
  /** Begins a replay, steps back in the broadcast on the screen, or goes back to what is live. */
  setMode(request: ModeRequest): void;
  /** Moves the replay that is on the screen. */
  replay(command: ReplayCommand): void;
  /** Whether what this desk watches is recorded. */
  setRecording(recording: { readonly records: boolean }): void;
  /** What this desk can replay, newest first, and the samples. Asks the server, like those below. */
  recordings(): Promise<readonly RecordingSummary[]>;
  /** The desk's library; loaded when it is first asked for. */
  library(): Promise<Library>;
  /** Asks the server; rejects when it does not answer. */
  explain(metric: Explained | ScoreName): Promise<Breakdown>;
  viewers(): Promise<Audience>;
  /** All gifters, best first. */
  gifts(): Promise<Giving>;
}
