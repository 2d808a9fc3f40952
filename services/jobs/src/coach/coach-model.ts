import type { Language } from "@frontrow/protocol/desk";
import type { ChatEvent } from "@frontrow/protocol/event";
import type { AutomatedPrompt } from "@frontrow/protocol/insight";

/** One prompt to be worded, and what a model may know of the moment. All of it but the language is other people's data. */
export interface CoachRequest {
  readonly language: Language;
  readonly prompt: AutomatedPrompt;
  /** What the rule says, and why, in the same language. */
  readonly cue: { readonly text: string; readonly reason: string };
  /** The last chats, oldest first. */
  readonly chats: readonly ChatEvent[];
}

/** Words a prompt in one call. Answers with what the model said, which nobody has checked yet; throws a `CoachFailure`. */
export interface CoachModel {
  word(request: CoachRequest, signal: AbortSignal): Promise<string>;
}

/**
 * `limited`: too many calls. `unavailable`: it failed, or could not be reached. `timedOut`: it took too long. `unreadable`: the
 * answer is not what was asked for. `unsayable`: it is, but nothing to say to a creator. `options`: it did not take the call's options,
 * and the next call has none. `refused`: it will never take such a call.
 */
export type CoachFailureReason = "limited" | "unavailable" | "timedOut" | "unreadable" | "unsayable" | "options" | "refused";

/** No words from the model. Its message is constant: neither chat nor secrets nor what the model said are in it. */
export class CoachFailure extends Error {
  override readonly name = "CoachFailure";
  readonly reason: CoachFailureReason;
  /** How long the model asks to be left alone. */
  readonly retryAfterMs: number | undefined;

  constructor(reason: CoachFailureReason, message: string, retryAfterMs?: number) {
    super(message);
    this.reason = reason;
    this.retryAfterMs = retryAfterMs;
  }

  /** Whether another try may end otherwise. */
  get mayPass(): boolean {
    return this.reason !== "refused";
  }
}
