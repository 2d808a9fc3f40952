import type { Language } from "@frontrow/protocol/desk";
import type { ChatEvent } from "@frontrow/protocol/event";
import type { AutomatedPrompt } from "@frontrow/protocol/insight";

/** One prompt to be worded, and what a model may know about the moment. Only the language is ours: the rest is what strangers wrote. */
export interface CoachRequest {
  readonly language: Language;
  readonly prompt: AutomatedPrompt;
  /** What the rule says, and why, in the same language. */
  readonly cue: { readonly text: string; readonly reason: string };
  /** The last chats, oldest first. */
  readonly chats: readonly ChatEvent[];
}

/** Words a prompt in one call. Gives the model's output, which nobody has checked yet; throws a `CoachFailure`. */
export interface CoachModel {
  word(request: CoachRequest, signal: AbortSignal): Promise<string>;
}

/**
 * `limited`: the endpoint's rate limit. `unavailable`: it failed, or could not be reached. `timedOut`: it took too long.
 * `unreadable`: the output is not the JSON that was asked for. `unsayable`: it is, but not fit to be shown to a creator.
 * `options`: the endpoint did not take the call's options, and the next call has none. `refused`: it will never take such a call.
 */
export type CoachFailureReason = "limited" | "unavailable" | "timedOut" | "unreadable" | "unsayable" | "options" | "refused";

/** Why a call gave no words. The message is constant: it holds no chat, no secret and nothing that the model wrote. */
export class CoachFailure extends Error {
  override readonly name = "CoachFailure";
  readonly reason: CoachFailureReason;
  /** How long the endpoint asks us to wait before the next call. */
  readonly retryAfterMs: number | undefined;

  constructor(reason: CoachFailureReason, message: string, retryAfterMs?: number) {
    super(message);
    this.reason = reason;
    this.retryAfterMs = retryAfterMs;
  }

  /** Whether another try may end otherwise. */
  get isRetryable(): boolean {
    return this.reason !== "refused";
  }
}
