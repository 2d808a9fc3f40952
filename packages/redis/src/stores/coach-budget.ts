import type { DeskId } from "@frontrow/protocol/ids";
import type { RedisClient } from "../client/client.ts";
import { defineScript, oneOf } from "../define-script.ts";
import { keys } from "../keys.ts";

/** How often the language model may be called; hours and days are of UTC. */
export interface CoachLimits {
  readonly perDeskHour: number;
  readonly perDay: number;
  /** What all guests together may take of the day; all of it when absent. */
  readonly guestsPerDay?: number;
}

export interface CoachCall {
  readonly deskId: DeskId;
  /** Who pays for the desk; undefined for a guest's, whose calls are all guests'. */
  readonly payer?: string | undefined;
  /** The same for one call, however often it is asked for. */
  readonly call: string;
  /** Its answer is worth nothing after this, by Redis' clock. */
  readonly untilMs: number;
}

/** `late`: it could only come too late. `desk`, `guests`, `day`: the desk's hour, the guests' day, or everybody's day, is spent. */
export type CoachGrant = "granted" | "late" | "desk" | "guests" | "day";

/** The calls of the language model that all processes make together: what is granted counts, whether or not it is made. */
export interface CoachBudget {
  spend(call: CoachCall): Promise<CoachGrant>;
}

export function createCoachBudget(client: RedisClient, limits: CoachLimits): CoachBudget {
  return { spend: (call) => spendCall(client, { ...call, ...limits }) };
}

const spendCall = defineScript<CoachCall & CoachLimits, CoachGrant>("spend-coach-call.lua", {
  keys: () => [keys.coachBudget()],
  args: ({ deskId, payer, call, untilMs, perDeskHour, perDay, guestsPerDay = perDay }) => [
    deskId,
    call,
    untilMs,
    perDeskHour,
    perDay,
    payer === undefined ? guestsPerDay : perDay,
    payer === undefined ? 1 : 0,
  ],
  reply: oneOf("granted", "late", "desk", "guests", "day"),
});
