import type { DeskId } from "@frontrow/protocol/ids";
import type { RedisClient } from "../client/client.ts";
import { defineScript, oneOf } from "../define-script.ts";
import { keys } from "../keys.ts";

/** How often the language model may be called; hours and days are of UTC. */
export interface CoachLimits {
  readonly perDeskHour: number;
  readonly perDay: number;
}

export interface CoachCall {
  readonly deskId: DeskId;
  /** The same for one call, however often it is asked for. */
  readonly call: string;
  /** Its answer is worth nothing after this, by Redis' clock. */
  readonly untilMs: number;
}

/** `late`: it could only come too late. `desk`, `day`: the desk's hour, or everybody's day, is spent. */
export type CoachGrant = "granted" | "late" | "desk" | "day";

/** The calls of the language model that all processes make together: what is granted counts, whether or not it is made. */
export interface CoachBudget {
  spend(call: CoachCall): Promise<CoachGrant>;
}

export function createCoachBudget(client: RedisClient, limits: CoachLimits): CoachBudget {
  return { spend: (call) => spendCall(client, { ...call, ...limits }) };
}

const spendCall = defineScript<CoachCall & CoachLimits, CoachGrant>("spend-coach-call.lua", {
  keys: () => [keys.coachBudget()],
  args: ({ deskId, call, untilMs, perDeskHour, perDay }) => [deskId, call, untilMs, perDeskHour, perDay],
  reply: oneOf("granted", "late", "desk", "day"),
});
