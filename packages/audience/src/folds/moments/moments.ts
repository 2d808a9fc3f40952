import type { EventOf, User } from "@frontrow/protocol/event";
import type { Insight, Moment, Spike } from "@frontrow/protocol/insight";
import type { ActivityState } from "../../activity.ts";
import type { Booking } from "../gifts.ts";
import type { CrowdState } from "../scores/crowd.ts";
import { type BattleNews, type BattlesState, beatBattles, createBattles, foldBattle, isBattleOn } from "./battles.ts";
import { createGifting, foldGifting, type GiftingState, giftParams } from "./gifting.ts";
import { beatMilestones, type MilestoneMetric, type MilestonesState } from "./milestones.ts";
import { beatRaids, createRaids, type Raid, type RaidsState } from "./raids.ts";
import { beatSpikes, createSpikes, type SpikesState } from "./spikes.ts";

const KEPT = 100;
/** So that a broadcast in which everybody gives has room for what else happens. */
const FIRST_GIFTS_KEPT = 30;

/** What is worth remembering of the broadcast, and what is needed to notice it. */
export interface MomentsState {
  /** The last of them, oldest first. */
  list: (Spike | Moment)[];
  readonly spikes: SpikesState;
  readonly milestones: MilestonesState;
  readonly raids: RaidsState;
  readonly battles: BattlesState;
  readonly gifting: GiftingState;
  /** Of the last raid; 0 before the first. */
  raidedAtMs: number;
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
  raidedAtMs: 0,
  lastRaid: undefined,
  version: 0,
});

export interface Looked {
  readonly activity: ActivityState;
  readonly crowd: CrowdState;
  readonly totals: Readonly<Record<MilestoneMetric, number>>;
  readonly viewers: number;
}

/** At the end of a beat that had a source: what stood out in it, was reached, or came over us. */
export function beatMoments(state: MomentsState, looked: Looked, beatEndMs: number, insights: Insight[]): void {
  for (const { metric, value } of beatMilestones(state.milestones, looked.totals)) {
    note(state, momentOf("milestone", `mil_${metric}_${value}`, beatEndMs, { params: { metric, value } }), insights);
  }
  const raid = beatRaids(state.raids, looked, beatEndMs);
  if (raid) {
    state.raidedAtMs = beatEndMs;
    state.lastRaid = raid;
    note(state, momentOf("raid", `raid_${beatEndMs}`, beatEndMs, { params: { ...raid } }), insights);
  }
  for (const news of beatBattles(state.battles, beatEndMs)) note(state, battleMoment(news, beatEndMs), insights);
  const { activity, crowd } = looked;
  const scene = { activity, crowd, isBattle: isBattleOn(state.battles, beatEndMs) };
  for (const spike of beatSpikes(state.spikes, scene, beatEndMs)) note(state, spike, insights);
}

/** Late messages tell of battles that we did not see. */
export function noteBattle(state: MomentsState, event: EventOf<"battle">, insights: Insight[]): void {
  if (event.late) return;
  const news = foldBattle(state.battles, event);
  if (news) note(state, battleMoment(news, event.atMs), insights);
}

const battleMoment = ({ kind, battleId, eventId, params }: BattleNews, atMs: number): Moment =>
  momentOf(kind, `${kind}_${battleId}`, atMs, { eventId, params });

/** A booking that was credited already; `isFirst` when its viewer had given nothing before. */
export function noteGift(state: MomentsState, booking: Booking, isFirst: boolean, insights: Insight[]): void {
  const { eventId, atMs, user } = booking;
  for (const kind of foldGifting(state.gifting, booking, isFirst)) {
    const about = { eventId, ...(user ? { user } : {}), params: giftParams(booking) };
    note(state, momentOf(kind, `${kind}_${eventId}`, atMs, about), insights);
  }
}

/** The first that a viewer writes: said, and not remembered, as there are as many as viewers. */
export function sayFirstChat({ id, atMs, late }: EventOf<"chat">, user: User, insights: Insight[]): void {
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

/** Says it and remembers it: in the place of what had its id, or as the newest. */
function note(state: MomentsState, moment: Spike | Moment, insights: Insight[]): void {
  insights.push(moment);
  state.version++;
  // Only spikes are said twice.
  const held = moment.type === "spike" ? state.list.findIndex(({ id }) => id === moment.id) : -1;
  if (held >= 0) state.list[held] = moment;
  else state.list.push(moment);
  forgetOldest(state, moment);
}

function forgetOldest({ list }: MomentsState, { kind }: Spike | Moment): void {
  const isCrowded = kind === "firstGift" && list.filter((moment) => moment.kind === kind).length > FIRST_GIFTS_KEPT;
  if (isCrowded)
    list.splice(
      list.findIndex((moment) => moment.kind === kind),
      1,
    );
  else if (list.length > KEPT) list.shift();
}
