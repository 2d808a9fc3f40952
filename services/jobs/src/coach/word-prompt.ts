import { type CoachJob, coachJobId } from "@frontrow/protocol/coach-job";
import type { CoachLimit, Language } from "@frontrow/protocol/desk";
import { isResolved } from "@frontrow/protocol/question-queue";
import type { CoachBudget } from "@frontrow/redis/coach-budget";
import type { DeskStore } from "@frontrow/redis/desks";
import type { LogStore } from "@frontrow/redis/log";
import type { Words } from "@frontrow/words/words";
import type { CoachModel } from "./model.ts";
import { checkWording } from "./model-output.ts";
import { recentChats } from "./recent-chats.ts";

export interface WordPromptDeps {
  readonly desks: Pick<DeskStore, "read" | "change">;
  readonly log: Pick<LogStore, "readBack">;
  readonly budget: CoachBudget;
  /** Undefined where none is set up: every prompt keeps the rule's words then. */
  readonly model: CoachModel | undefined;
  wordsOf(language: Language): Words;
}

/**
 * `worded`: the desk's log has the words. Otherwise the rule's words stand. `off`: there is no model. `unwanted`: the desk is
 * gone, uses another language, has turned the model off or resolved the question. `late`: the prompt is over. `desk`, `guests`,
 * `day`: that budget is spent, and the desk is told.
 */
export type WordOutcome = "worded" | "off" | "unwanted" | "late" | CoachLimit["reason"];

/**
 * Has one prompt worded for one desk. Safe to repeat: the desk takes the first words for a prompt, and an attempt that is
 * repeated under the same number is paid for once. Throws a `CoachFailure` when this attempt gave no words.
 */
export async function wordPrompt(
  deps: WordPromptDeps,
  job: CoachJob,
  attempt: number,
  signal: AbortSignal,
): Promise<WordOutcome> {
  const { deskId, sessionId, prompt, language, payer } = job;
  if (!deps.model) return "off";
  if (!(await isWanted(deps, job))) return "unwanted";
  const call = `${coachJobId(job)}_${attempt}`;
  const grant = await deps.budget.spend({ deskId, payer, call, untilMs: prompt.untilMs });
  if (grant === "late") return grant;
  if (grant !== "granted") {
    await deps.desks.change(deskId, { type: "limitCoach", reason: grant, retryAtMs: nextBudgetMs(grant, Date.now()) });
    return grant;
  }
  const cue = deps.wordsOf(language).prompt(prompt);
  const chats = await recentChats(deps.log, sessionId);
  const text = checkWording(await deps.model.word({ language, prompt, cue, chats }, signal), language, prompt.params);
  // The desk may have changed its mind meanwhile.
  if (!(await isWanted(deps, job))) return "unwanted";
  const change = { type: "wordPrompt", promptId: prompt.id, text, language } as const;
  const { outcome } = await deps.desks.change(deskId, change, `words_${coachJobId(job)}`);
  return outcome === "absent" ? "unwanted" : "worded";
}

/** When the next hour, or day, of UTC begins. */
function nextBudgetMs(reason: CoachLimit["reason"], nowMs: number): number {
  const periodMs = reason === "desk" ? 3_600_000 : 86_400_000;
  return (Math.floor(nowMs / periodMs) + 1) * periodMs;
}

async function isWanted({ desks }: WordPromptDeps, { deskId, language, prompt }: CoachJob): Promise<boolean> {
  const desk = await desks.read(deskId);
  return desk?.state.usesModel === true && desk.state.language === language && !isResolved(prompt, desk.state.answers);
}
