import type { AutomatedPrompt, Insight, PromptTrigger } from "@frontrow/protocol/insight";
import { hash32 } from "../hash.ts";
import { type CandidatesState, createCandidates, retractCandidates } from "./candidates.ts";
import type { Finding, History, Rule, Situation } from "./rule.ts";
import { milestoneNear, openQuestion, raid } from "./rules/event.ts";
import { energyDrop, giftMomentum, moodTurning, quietChat } from "./rules/room.ts";
import { greetNewcomers, greetSupporter, thankGifter, welcomeBack } from "./rules/viewer.ts";

const MAX_PROMPTS = 20;
/** Minimum time between prompts: nobody takes in more than three a minute while talking. */
const MIN_PAUSE_MS = 20_000;
const FIRST_MINUTE_MS = 60_000;
const MAX_SUBJECTS = 200;

/** Of equal priorities the first rule wins. */
const rules: readonly Rule[] = [
  raid,
  thankGifter,
  openQuestion,
  moodTurning,
  quietChat,
  giftMomentum,
  energyDrop,
  milestoneNear,
  greetSupporter,
  welcomeBack,
  greetNewcomers,
];

export interface PromptsState {
  /** The last prompts, oldest first. */
  list: AutomatedPrompt[];
  readonly candidates: CandidatesState;
  /** When each trigger prompted last. */
  lastAtMs: Partial<Record<PromptTrigger, number>>;
  /** Triggers that prompted, and whose condition has not been resolved since. */
  unresolved: PromptTrigger[];
  /** The last subjects: the hash of trigger and subject, and when it was prompted; the latest last. */
  subjects: { readonly hash: number; readonly atMs: number }[];
  greetedViewers: number;
  /** Grows with each prompt. */
  version: number;
}

export const createPrompts = (): PromptsState => ({
  list: [],
  candidates: createCandidates(),
  lastAtMs: {},
  unresolved: [],
  subjects: [],
  greetedViewers: 0,
  version: 0,
});

/** At the end of an interval with a source: publishes the most urgent finding of all rules, one in twenty seconds at most. */
export function selectPrompt(state: PromptsState, situation: Situation, insights: Insight[]): void {
  if (state.unresolved.length > 0) state.unresolved = state.unresolved.filter((trigger) => !isResolved(trigger, situation));
  if (situation.nowMs - (state.list.at(-1)?.atMs ?? 0) < MIN_PAUSE_MS) return;
  const best = mostUrgent(state, situation);
  if (!best) return;
  const prompt = promptOf(best.rule, best.finding, situation.nowMs);
  insights.push(prompt);
  record(state, best, prompt, situation);
}

/** Retracts the prompts about these questions, and the candidates among these viewers: moderation removed them. */
export function retractPrompts(state: PromptsState, questionIds: readonly string[], userIds: readonly string[]): void {
  retractCandidates(state.candidates, userIds);
  const remaining = state.list.filter(({ questionId }) => questionId === undefined || !questionIds.includes(questionId));
  if (remaining.length === state.list.length) return;
  state.list = remaining;
  state.version++;
}

export const promptsOf = ({ list }: PromptsState): AutomatedPrompt[] => [...list];

interface Candidate {
  readonly rule: Rule;
  readonly finding: Finding;
}

const ruleOf = (trigger: PromptTrigger): Rule | undefined => rules.find((rule) => rule.trigger === trigger);
const isResolved = (trigger: PromptTrigger, situation: Situation): boolean => ruleOf(trigger)?.isResolved?.(situation) ?? true;

function mostUrgent(state: PromptsState, situation: Situation): Candidate | undefined {
  const isBeginning = situation.nowMs - situation.sinceMs < FIRST_MINUTE_MS;
  const { candidates, greetedViewers, subjects } = state;
  const wasPrompted = (trigger: PromptTrigger, subject: string, withinMs = Number.POSITIVE_INFINITY): boolean => {
    const wanted = subjectHash(trigger, subject);
    return subjects.some(({ hash, atMs }) => hash === wanted && situation.nowMs - atMs < withinMs);
  };
  const history: History = { candidates, greetedViewers, wasPrompted };
  let best: Candidate | undefined;
  for (const rule of rules) {
    if (isBeginning && !rule.isGreeting) continue;
    if (situation.nowMs - (state.lastAtMs[rule.trigger] ?? 0) < rule.coolDownMs || state.unresolved.includes(rule.trigger))
      continue;
    const finding = rule.evaluate(situation, history);
    if (finding && finding.priority > (best?.finding.priority ?? 0)) best = { rule, finding };
  }
  return best;
}

const subjectHash = (trigger: PromptTrigger, subject: string): number => hash32(`${trigger} ${subject}`);

const promptOf = ({ trigger, validForMs }: Rule, { params, priority, questionId }: Finding, atMs: number): AutomatedPrompt => ({
  type: "automatedPrompt",
  // By the moment, because a subject may come again hours later.
  id: `prm_${trigger}_${atMs}`,
  trigger,
  priority,
  atMs,
  untilMs: atMs + validForMs,
  ...(questionId ? { questionId } : {}),
  params,
});

function record(state: PromptsState, { rule, finding }: Candidate, prompt: AutomatedPrompt, { viewers }: Situation): void {
  const { trigger } = rule;
  state.list.push(prompt);
  if (state.list.length > MAX_PROMPTS) state.list.shift();
  state.version++;
  state.lastAtMs[trigger] = prompt.atMs;
  if (rule.isResolved) state.unresolved = [...state.unresolved, trigger];
  const subjects = (finding.subjects ?? []).map((subject) => ({ hash: subjectHash(trigger, subject), atMs: prompt.atMs }));
  if (subjects.length > 0) state.subjects = [...state.subjects, ...subjects].slice(-MAX_SUBJECTS);
  if (trigger === "greetNewcomers") state.greetedViewers = viewers.table.size;
}
