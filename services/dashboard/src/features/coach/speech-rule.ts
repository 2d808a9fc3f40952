import type { DeskMode } from "@frontrow/protocol/desk";
import type { SpeechSettings } from "./speech-settings.ts";

/** All that decides whether the page speaks now. */
export interface SpeechMoment {
  readonly settings: Pick<SpeechSettings, "isOn" | "isMuted" | "leastPriority">;
  readonly mode: DeskMode;
  /** What is on the screen is now, not from when the connection was lost or the broadcast ended. */
  readonly isCurrent: boolean;
  /** The prompt on the screen, when its words are known. */
  readonly shown: { readonly id: string; readonly priority: number } | undefined;
  /** Ids of the prompts that are still worth saying. */
  readonly due: ReadonlySet<string>;
  /** The prompt that is being spoken. */
  readonly speaking: string | undefined;
  /** Ids of those whose speaking began before. */
  readonly spoken: ReadonlySet<string>;
}

/**
 * What to do: `say` the prompt that is shown, `stop` speaking, or nothing.
 *
 * One thing is said at a time and nothing twice. What comes meanwhile waits as what is shown, so that never more than one
 * waits. What is spoken when it is no longer worth saying stops in the middle. A hidden tab speaks, because that is where a
 * creator needs it. A replay is silent: what it would ask for was done or missed long ago.
 */
export function speechAct(moment: SpeechMoment): "say" | "stop" | "nothing" {
  const { settings, shown, due, speaking, spoken } = moment;
  if (speaking !== undefined) return mayBeHeard(moment) && due.has(speaking) ? "nothing" : "stop";
  const isWorthSaying = shown !== undefined && !spoken.has(shown.id) && shown.priority >= settings.leastPriority;
  return isWorthSaying && mayBeHeard(moment) ? "say" : "nothing";
}

const mayBeHeard = ({ settings, mode, isCurrent }: SpeechMoment): boolean =>
  settings.isOn && !settings.isMuted && isCurrent && mode === "LIVE";
