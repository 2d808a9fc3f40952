import { useEffect, useState } from "react";
import { useCommands, useView } from "../../live/view-store.ts";
import { closeReport } from "./open-report.ts";

/** Time before a moment from which it is replayed: what led to it belongs to it. */
const LEAD_MS = 5_000;

/** Replays a recording from a moment on, and leaves the report once the desk does. */
export function useReplayFrom(recordingId: string) {
  const { setMode, replay: command } = useCommands();
  const replay = useView((view) => view.replay?.view);
  const refusal = useView((view) => view.replayRefusal);
  /** What was on the screen when it was asked for; undefined while nothing is. */
  const [asked, setAsked] = useState<{ readonly instead: string | undefined }>();
  useEffect(() => {
    if (asked && replay && replay.session !== asked.instead) closeReport();
  }, [asked, replay]);
  return {
    isOpening: asked !== undefined && !refusal,
    refusal: asked && refusal,
    replayFrom(atMs: number, leadMs = LEAD_MS) {
      if (replay?.recordingId === recordingId) {
        command({ action: "seek", value: { atMs: atMs - leadMs } });
        closeReport();
        return;
      }
      setAsked({ instead: replay?.session });
      setMode({ mode: "REPLAY", recordingId, atMs: atMs - leadMs });
    },
  };
}

export type ReplayFrom = ReturnType<typeof useReplayFrom>["replayFrom"];
