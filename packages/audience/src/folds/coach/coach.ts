import type { AutomatedPrompt, Insight, PromptTrigger } from "@frontrow/protocol/insight";
import { hashOf } from "../../hash.ts";
import { energyDrop, giftMomentum, moodTurning, quietChat } from "./climate.ts";
import type { Looked } from "./looked.ts";
import { milestoneNear, openQuestion, raid } from "./occasions.ts";
import { createPending, type PendingState, withdrawPending } from "./pending.ts";
import { greetNewcomers, thankGifter, welcomeBack } from "./persons.ts";
import type { Before, Found, Rule } from "./rule.ts";

const KEPT = 20;
/** Nobody takes in more than three a minute beside talking. */
const PAUSE_MS = 20_000;
const FIRST_MINUTE_MS = 60_000;
const SUBJECTS = 200;

/** Of equals in urgency the one that stands first wins. */
const rules: readonly Rule[] = [
  raid,
  thankGifter,
  openQuestion,
  moodTurning,
  quietChat,
  giftMomentum,
  energyDrop,
  milestoneNear,
  welcomeBack,
  greetNewcomers,
];

export interface CoachState {
  /** The last of them, oldest first. */
  list: AutomatedPrompt[];
  readonly pending: PendingState;
  /** When each trigger was said last. */
  lastAtMs: Partial<Record<PromptTrigger, number>>;
  /** Said, and its condition has not been over since. */
  standing: PromptTrigger[];
  /** What was talked about, as hashes with their trigger, and when; the latest last. */
  subjects: { readonly hash: number; readonly atMs: number }[];
  greetedViewers: number;
  /** Grows with each prompt. */
  version: number;
}

export const createCoach = (): CoachState => ({
  list: [],
  pending: createPending(),
  lastAtMs: {},
  standing: [],
  subjects: [],
  greetedViewers: 0,
  version: 0,
});

/** At the end of a beat that had a source: says the most urgent that is true now, at most one in twenty seconds. */
export function beatCoach(state: CoachState, looked: Looked, insights: Insight[]): void {
  state.standing = state.standing.length === 0 ? state.standing : state.standing.filter((trigger) => !isOver(trigger, looked));
  if (looked.nowMs - (state.list.at(-1)?.atMs ?? 0) < PAUSE_MS) return;
  const best = mostUrgent(state, looked);
  if (!best) return;
  const prompt = promptOf(best.rule, best.found, looked.nowMs);
  insights.push(prompt);
  remember(state, best, prompt, looked);
}

/** Moderation took the questions and viewers off the screen that these are about. */
export function withdrawPrompts(state: CoachState, questionIds: readonly string[], userIds: readonly string[]): void {
  withdrawPending(state.pending, userIds);
  const left = state.list.filter(({ questionId }) => questionId === undefined || !questionIds.includes(questionId));
  if (left.length === state.list.length) return;
  state.list = left;
  state.version++;
}

export const promptsOf = ({ list }: CoachState): AutomatedPrompt[] => [...list];

interface Candidate {
  readonly rule: Rule;
  readonly found: Found;
}

const ruleOf = (trigger: PromptTrigger): Rule | undefined => rules.find((rule) => rule.trigger === trigger);
const isOver = (trigger: PromptTrigger, looked: Looked): boolean => ruleOf(trigger)?.isOver?.(looked) ?? true;

function mostUrgent(state: CoachState, looked: Looked): Candidate | undefined {
  const isBeginning = looked.nowMs - looked.sinceMs < FIRST_MINUTE_MS;
  const { pending, greetedViewers, subjects } = state;
  const isSaid = (trigger: PromptTrigger, subject: string, withinMs = Number.POSITIVE_INFINITY): boolean => {
    const wanted = subjectHash(trigger, subject);
    return subjects.some(({ hash, atMs }) => hash === wanted && looked.nowMs - atMs < withinMs);
  };
  const before: Before = { pending, greetedViewers, isSaid };
  let best: Candidate | undefined;
  for (const rule of rules) {
    if (isBeginning && !rule.isGreeting) continue;
    if (looked.nowMs - (state.lastAtMs[rule.trigger] ?? 0) < rule.coolDownMs || state.standing.includes(rule.trigger)) continue;
    const found = rule.find(looked, before);
    if (found && found.priority > (best?.found.priority ?? 0)) best = { rule, found };
  }
  return best;
}

const subjectHash = (trigger: PromptTrigger, subject: string): number => hashOf(`${trigger} ${subject}`);

const promptOf = ({ trigger, lastsMs }: Rule, { params, priority, questionId }: Found, atMs: number): AutomatedPrompt => ({
  type: "automatedPrompt",
  // By the moment: a subject may come again, hours later.
  id: `prm_${trigger}_${atMs}`,
  trigger,
  priority,
  atMs,
  untilMs: atMs + lastsMs,
  ...(questionId ? { questionId } : {}),
  params,
});

function remember(state: CoachState, { rule, found }: Candidate, prompt: AutomatedPrompt, { people }: Looked): void {
  const { trigger } = rule;
  state.list.push(prompt);
  if (state.list.length > KEPT) state.list.shift();
  state.version++;
  state.lastAtMs[trigger] = prompt.atMs;
  if (rule.isOver) state.standing = [...state.standing, trigger];
  const said = (found.subjects ?? []).map((subject) => ({ hash: subjectHash(trigger, subject), atMs: prompt.atMs }));
  if (said.length > 0) state.subjects = [...state.subjects, ...said].slice(-SUBJECTS);
  if (trigger === "greetNewcomers") state.greetedViewers = people.table.size;
}
