import type { User } from "@frontrow/protocol/event";
import type { AutomatedPrompt, Moment, Params, PromptTrigger, Spike } from "@frontrow/protocol/insight";

type Happened = Spike | Moment;
const called = (user: User) => user.nickname || user.handle;

const spike = (index: number, atMs: number, more: Partial<Spike>): Spike => ({
  type: "spike",
  id: `spk${index}`,
  kind: "spike",
  atMs,
  fromMs: atMs - 20_000,
  toMs: atMs,
  lanes: [],
  duringBattle: false,
  ...more,
});
const moment = (index: number, atMs: number, kind: Moment["kind"], params: Params, user?: User): Moment => ({
  type: "moment",
  id: `mom${index}`,
  kind,
  atMs,
  ...(user ? { user } : {}),
  params,
});
const lane = (name: Spike["lanes"][number]["lane"], value: number, baseline: number, deviations: number) => ({
  lane: name,
  value,
  baseline,
  deviations,
});

const kinds: readonly ((index: number, atMs: number, user: User) => Happened)[] = [
  (index, atMs) =>
    spike(index, atMs, { lanes: [lane("gifts", 3, 0.2, 14), lane("diamonds", 5_000, 40, 12), lane("chats", 94, 28, 7)] }),
  (index, atMs) => moment(index, atMs, "milestone", { metric: "likes", value: 10_000 * 2 ** (index % 5) }),
  (index, atMs) =>
    spike(index, atMs, { kind: "lull", fromMs: atMs - 60_000, lanes: [lane("chats", 2, 31, index % 2 === 0 ? -7.4 : -4.2)] }),
  (index, atMs) => moment(index, atMs, "raid", { joins: 412, seconds: 24, viewers: 1_580 }),
  (index, atMs, user) => moment(index, atMs, "topGift", { name: called(user), gift: "Galaxy", diamonds: 1_000 }, user),
  (index, atMs) => moment(index, atMs, "battleOpened", {}),
  (index, atMs) => spike(index, atMs, { lanes: [lane("chats", 132, 31, 9), lane("likes", 2_900, 700, 6)], duringBattle: true }),
  (index, atMs) => moment(index, atMs, "battleFinished", { own: 18_220, best: 15_900 }),
  (index, atMs) => spike(index, atMs, { lanes: [lane("follows", 41, 3, 11)] }),
];

/** The `index`th thing that happened. */
export function momentAt(index: number, atMs: number, user: User): Happened {
  const make = kinds[index % kinds.length] as (typeof kinds)[number];
  return make(index, atMs, user);
}

const prompts: readonly (readonly [trigger: PromptTrigger, priority: number, params: (user: User) => Params])[] = [
  ["openQuestion", 4, (user) => ({ name: called(user), question: "متى البث القادم؟", waitedSeconds: 190, count: 5 })],
  ["greetNewcomers", 2, (user) => ({ count: 14, name: called(user), other: "ZOË" })],
  ["giftMomentum", 4, (user) => ({ gifts: 7, diamonds: 2_140, seconds: 30, name: called(user) })],
  ["quietChat", 3, () => ({ chats: 6, usual: 31, topic: "gold leaf" })],
  ["thankGifter", 5, (user) => ({ name: called(user), gift: "TikTok Universe", diamonds: 44_999 })],
  ["milestoneNear", 3, () => ({ metric: "likes", value: 50_000, missing: 430 })],
  ["greetSupporter", 4, (user) => ({ name: called(user), kind: "gifterLevel", level: 38 })],
  ["welcomeBack", 2, (user) => ({ name: called(user), awayMinutes: 22 })],
  ["moodTurning", 3, () => ({ direction: "down", from: 34, to: 8 })],
  ["energyDrop", 3, () => ({ points: 18, minutes: 4 })],
  ["raid", 5, () => ({ joins: 412, seconds: 24 })],
];

/** The `index`th thing that the creator could say. */
export function promptAt(index: number, atMs: number, user: User): AutomatedPrompt {
  const [trigger, priority, params] = prompts[index % prompts.length] as (typeof prompts)[number];
  return {
    type: "automatedPrompt",
    id: `prm${index}`,
    trigger,
    priority,
    atMs,
    untilMs: atMs + 60_000,
    ...(trigger === "openQuestion" ? { questionId: "qst1" } : {}),
    params: params(user),
  };
}
