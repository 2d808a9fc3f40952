import { useEffect, useEffectEvent, useState } from "react";
import { useStore } from "zustand";
import { rowsPhase } from "../../live/phase.ts";
import { useCalmView, useView } from "../../live/view-store.ts";
import { createPersistedIds } from "./persisted-ids.ts";
import { createSpeaker } from "./speaker.ts";
import { speechAct } from "./speech-rule.ts";
import { useSpeechSettings } from "./speech-settings.ts";
import type { CoachView } from "./use-coach.ts";
import { voiceFor } from "./voices.ts";

export const speaker = createSpeaker("speechSynthesis" in globalThis ? globalThis.speechSynthesis : undefined);
const spokenPrompts = createPersistedIds(() => sessionStorage, "frontrow.prompts.said");

/**
 * Speaks what the coach shows, as far as this machine's settings allow. Answers whether the browser holds it back until somebody
 * touches the page.
 */
export function useSpeech({ shown, due, said }: CoachView): { readonly isBlocked: boolean } {
  const settings = useSpeechSettings();
  const mode = useView((view) => view.desk?.mode ?? "LIVE");
  const language = useView((view) => view.desk?.language ?? "en");
  const isCurrent = useCalmView((view) => rowsPhase(view) === "live");
  const spoken = useStore(spokenPrompts);
  const [speaking, setSpeaking] = useState<string>();
  const [isBlocked, setIsBlocked] = useState(false);

  const act = speechAct({
    settings,
    mode,
    isCurrent: isCurrent && !isBlocked,
    shown: said && shown,
    due: new Set(due.map(({ id }) => id)),
    speaking,
    spoken,
  });
  const perform = useEffectEvent(() => {
    if (act === "stop") speaker.stop();
    if (act !== "say" || !shown || !said) return;
    spokenPrompts.add(shown.id);
    setSpeaking(shown.id);
    const { rate, volume, voices } = settings;
    const voice = voiceFor(speaker.voices(), language, voices[language]);
    speaker.say({ text: said.text, language, voice, rate, volume }, (end) => {
      setSpeaking(undefined);
      if (end !== "blocked") return;
      spokenPrompts.remove(shown.id);
      setIsBlocked(true);
    });
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: what to do is decided in rendering; another prompt is another thing to do.
  useEffect(() => perform(), [act, shown?.id]);
  useEffect(() => () => speaker.stop(), []);
  useEffect(() => {
    if (!isBlocked) return;
    const stop = new AbortController();
    const free = () => setIsBlocked(false);
    for (const touch of ["pointerdown", "keydown"]) addEventListener(touch, free, { signal: stop.signal });
    return () => stop.abort();
  }, [isBlocked]);
  return { isBlocked };
}
