import type { Command } from "@frontrow/protocol/command";
import type { GatewayConfig } from "../config.ts";
import { type RateLimit, TokenBucket } from "./rate-limit.ts";

/** What is no command costs as much as so many that are. */
const GARBAGE_COST = 2;
/** So many refusals for being too fast, without a pause, are abuse. */
const REFUSALS = 100;
/** So many tries at a desk's token are. */
const WRONG_RESUMES = 5;
/** Refusals are answered only so often: they must not cost more than what they refuse. */
const ANSWER_EVERY_MS = 1_000;
const CALM_MS = 30_000;

/** What every socket of a process may ask. */
export interface PatienceLimits {
  readonly messages: RateLimit;
  /** Changes of what a desk watches: each can cost a connection to TikTok. */
  readonly watches: RateLimit;
}

export const patienceLimits = (config: GatewayConfig): PatienceLimits => ({
  messages: { burst: config.MESSAGE_BURST, perSecond: config.MESSAGES_PER_SECOND },
  watches: { burst: config.WATCH_BURST, perSecond: config.WATCHES_PER_SECOND },
});

/** How much a socket may ask of us. */
export class Patience {
  readonly #messages: TokenBucket;
  readonly #watches: TokenBucket;
  #refusals = 0;
  #wrongResumes = 0;
  #answeredAtMs = Number.NEGATIVE_INFINITY;
  #refusedAtMs = 0;

  constructor({ messages, watches }: PatienceLimits, nowMs: number) {
    this.#messages = new TokenBucket(messages, nowMs);
    this.#watches = new TokenBucket(watches, nowMs);
  }

  /** Judges a message; without a command it is garbage. `limited` is to be answered, `ignored` is not. */
  take(nowMs: number, command: Command | undefined): "ok" | "limited" | "ignored" | "abuse" {
    const watches = command?.type === "changeUsername" || (command?.type === "setMode" && command.username !== undefined);
    const withinLimits = this.#messages.take(nowMs, command ? 1 : GARBAGE_COST) && (!watches || this.#watches.take(nowMs));
    if (withinLimits) return "ok";
    if (nowMs - this.#refusedAtMs > CALM_MS) this.#refusals = 0;
    this.#refusedAtMs = nowMs;
    this.#refusals += 1;
    if (this.#refusals > REFUSALS) return "abuse";
    if (nowMs - this.#answeredAtMs < ANSWER_EVERY_MS) return "ignored";
    this.#answeredAtMs = nowMs;
    return "limited";
  }

  refusedResume(): "ok" | "abuse" {
    this.#wrongResumes += 1;
    return this.#wrongResumes > WRONG_RESUMES ? "abuse" : "ok";
  }
}
