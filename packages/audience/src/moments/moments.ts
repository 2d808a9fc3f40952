import type { EventOf, User } from "@frontrow/protocol/event";
import type { Insight, Moment, Spike } from "@frontrow/protocol/insight";
import type { Booking } from "../totals/gifts.ts";
import type { ConcurrentViewersState } from "../viewers/concurrent-viewers.ts";
import type { ActivityState } from "../windows/activity.ts";
import { type BattleChange, type BattlesState, closeBattles, createBattles, foldBattle, isBattleOngoing } from "./battles.ts";
import { createGifting, foldGifting, type GiftingState, giftParams } from "./gifting.ts";
import { detectMilestones, type MilestoneMetric, type MilestonesState } from "./milestones.ts";
import { createRaids, detectRaid, type Raid, type RaidsState } from "./raids.ts";
import { createSpikes, detectSpikes, type SpikesState } from "./spikes.ts";

const MAX_MOMENTS = 100;
/** First gifts in the list, so that a broadcast in which everybody gives has room for other moments. */
const MAX_FIRST_GIFTS = 30;

/** The moments of the broadcast, and the state of their detectors. */
export interface MomentsState {
  /** The last moments, oldest first. */
  list: (Spike | Moment)[];
  readonly spikes: SpikesState;
  readonly milestones: MilestonesState;
  readonly raids: RaidsState;
  readonly battles: BattlesState;
  readonly gifting: GiftingState;
  /** When the last raid was; 0 before the first. */
  lastRaidAtMs: number;
  lastRaid: Raid | undefined;
  /** Grows with each change of the list. */
  version: number;
}

export const createMoments = (): MomentsState => ({
  list: [],
  spikes: createSpikes(),
  milestones: {},
  raids: createRaids(),
  battles: createBattles(),
  gifting: createGifting(),
  lastRaidAtMs: 0,
  lastRaid: undefined,
  version: 0,
});

/** What moments are detected in. */
export interface MomentInputs {
  readonly activity: ActivityState;
  readonly concurrentViewers: ConcurrentViewersState;
  readonly totals: Readonly<Record<MilestoneMetric, number>>;
  /** TikTok's id of the creator; "" where it is not known. */
  readonly hostId: string;
}

/** At the end of an interval with a source: detects milestones, raids, ends of battles, spikes and lulls. */
export function detectMoments(state: MomentsState, inputs: MomentInputs, intervalEndMs: number, insights: Insight[]): void {
  for (const { metric, value } of detectMilestones(state.milestones, inputs.totals)) {
    record(state, momentOf("milestone", `mil_${metric}_${value}`, intervalEndMs, { params: { metric, value } }), insights);
  }
  const raid = detectRaid(state.raids, inputs, intervalEndMs);
  if (raid) {
    state.lastRaidAtMs = intervalEndMs;
    state.lastRaid = raid;
    record(state, momentOf("raid", `raid_${intervalEndMs}`, intervalEndMs, { params: { ...raid } }), insights);
  }
  for (const change of closeBattles(state.battles, intervalEndMs, inputs.hostId))
    record(state, battleMoment(change, intervalEndMs), insights);
  const { activity, concurrentViewers } = inputs;
  const spikeInputs = { activity, concurrentViewers, isBattle: isBattleOngoing(state.battles, intervalEndMs) };
  for (const spike of detectSpikes(state.spikes, spikeInputs, intervalEndMs)) record(state, spike, insights);
}

/** Records the change that a message about a battle reports. Late messages are of battles that we did not see. */
export function recordBattle(state: MomentsState, event: EventOf<"battle">, hostId: string, insights: Insight[]): void {
  if (event.late) return;
  const change = foldBattle(state.battles, event, hostId);
  if (change) record(state, battleMoment(change, event.atMs), insights);
}

const battleMoment = ({ kind, battleId, eventId, params }: BattleChange, atMs: number): Moment =>
  momentOf(kind, `${kind}_${battleId}`, atMs, { eventId, params });

/** Records a first or largest gift. `isFirst`: the viewer had given nothing before this booking. */
export function recordGift(state: MomentsState, booking: Booking, isFirst: boolean, insights: Insight[]): void {
  const { eventId, atMs, user } = booking;
  for (const kind of foldGifting(state.gifting, booking, isFirst)) {
    const about = { eventId, ...(user ? { user } : {}), params: giftParams(booking) };
    record(state, momentOf(kind, `${kind}_${eventId}`, atMs, about), insights);
  }
}

/** Publishes a viewer's first message. It is not kept in the list: there are as many as viewers. */
export function publishFirstChat({ id, atMs, late }: EventOf<"chat" | "emote">, user: User, insights: Insight[]): void {
  if (late) return;
  insights.push(momentOf("firstChat", `firstChat_${id}`, atMs, { eventId: id, params: { name: user.nickname } }));
}

export const momentsOf = ({ list }: MomentsState): (Spike | Moment)[] => [...list];

const momentOf = (
  kind: Moment["kind"],
  id: string,
  atMs: number,
  about: Pick<Moment, "eventId" | "user" | "params">,
): Moment => ({ type: "moment", id, kind, atMs, ...about });

/** Publishes a moment and keeps it: in the place of the one with its id, or as the newest. */
function record(state: MomentsState, moment: Spike | Moment, insights: Insight[]): void {
  insights.push(moment);
  state.version++;
  // Only spikes are published twice.
  const index = moment.type === "spike" ? state.list.findIndex(({ id }) => id === moment.id) : -1;
  if (index >= 0) state.list[index] = moment;
  else state.list.push(moment);
  dropOldest(state, moment);
}

function dropOldest({ list }: MomentsState, { kind }: Spike | Moment): void {
  const hasTooMany = kind === "firstGift" && list.filter((moment) => moment.kind === kind).length > MAX_FIRST_GIFTS;
  if (hasTooMany)
    list.splice(
      list.findIndex((moment) => moment.kind === kind),
      1,
    );
  else if (list.length > MAX_MOMENTS) list.shift();
}
