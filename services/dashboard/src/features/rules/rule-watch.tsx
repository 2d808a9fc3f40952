import type { Rule } from "@frontrow/protocol/library/rule";
import { useEffect, useEffectEvent, useState } from "react";
import { announces } from "../../live/replay.ts";
import { useLibrary } from "../../live/use-library.ts";
import { useClientEvents, useDispatch } from "../../live/view-store.ts";
import { getSpeech } from "../coach/speech-settings.ts";
import { ringBell } from "./bell.ts";
import { watchRules } from "./watched-rules.ts";

const NONE: readonly Rule[] = [];

/** Has the desk's rules ring over what is on the screen: in a notice, and with a sound where that was asked for. */
export default function RuleWatch() {
  const { answer } = useLibrary("rules", "rules", (library) => library.rules());
  const rules = answer.state === "ready" ? answer.value : NONE;
  const [watched] = useState(watchRules);
  const dispatch = useDispatch();
  useEffect(() => watched.change(rules), [watched, rules]);

  const ring = useEffectEvent((found: ReturnType<typeof watched.take>, replay: Parameters<typeof announces>[0]) => {
    // Played fast, rings come too fast to be read.
    if (!announces(replay)) return;
    const rung = found.flatMap((each) => {
      const rule = rules.find(({ ruleId }) => ruleId === each.ruleId);
      return rule ? [{ ...each, name: rule.name, hasSound: rule.hasSound }] : [];
    });
    if (rung.length === 0) return;
    dispatch({
      type: "rang",
      rings: rung.map(({ ruleId, atMs, name, text }) => ({ ruleId, atMs, name, text })),
      nowMs: Date.now(),
    });
    const { isMuted, volume } = getSpeech();
    // What a replay rings was heard, or missed, long ago.
    if (!replay && !isMuted && rung.some(({ hasSound }) => hasSound)) ringBell(volume);
  });
  useClientEvents((event, { replay }) => {
    const found = watched.take(event);
    if (found.length > 0) ring(found, replay);
  });
  return null;
}
