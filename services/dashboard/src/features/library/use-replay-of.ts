import { useEffect, useEffectEvent, useState } from "react";
import { useCommands, useView } from "../../live/view-store.ts";

export interface ReplayOf {
  /** What was asked for and does not play yet. */
  readonly asked: string | undefined;
  /** Why it does not. */
  readonly refusal: { readonly code: string; readonly message: string } | undefined;
  /** Replays a recording, from its begin or from a moment of it. */
  readonly replay: (recordingId: string, atMs?: number) => void;
}

/** Replays what is chosen. `onReplay` follows once it plays, so that a refusal is read where it was asked. */
export function useReplayOf(onReplay: () => void): ReplayOf {
  const { setMode, replay: command } = useCommands();
  const shown = useView((view) => view.replay?.view);
  const refusal = useView((view) => view.replayRefusal);
  const [openedIn] = useState(shown);
  const [asked, setAsked] = useState<string>();

  const begun = useEffectEvent(onReplay);
  useEffect(() => {
    if (shown && shown.session !== openedIn?.session) begun();
  }, [shown, openedIn]);

  return {
    asked: refusal ? undefined : asked,
    refusal: asked === undefined ? undefined : refusal,
    replay(recordingId, atMs) {
      if (shown?.recordingId === recordingId && atMs !== undefined) {
        command({ action: "seek", value: { atMs } });
        onReplay();
        return;
      }
      setAsked(recordingId);
      setMode({ mode: "REPLAY", recordingId, ...(atMs === undefined ? {} : { atMs }) });
    },
  };
}
