import { type ShownReplay, shownReplay } from "../../live/replay.ts";
import { useServerClock } from "../../live/server-clock.ts";
import { useCommands, useView } from "../../live/view-store.ts";
import type { ReplayAct } from "./replay-keys.ts";
import { nextSpeed } from "./speeds.ts";
import { stepTo } from "./step-kind.ts";

/** Whether the broadcast on the screen can be stepped back in. */
export const useCanStepBack = (): boolean => useView((view) => view.replay === undefined && view.broadcast !== undefined);

/**
 * Does what a key or button asks for: to the replay that is on the screen, or, while the desk is LIVE, to the broadcast, which the
 * desk then is behind. Answers whether there was anything to do.
 */
export function useReplayAct(): (asked: ReplayAct) => boolean {
  const { setMode, replay: command } = useCommands();
  const now = useServerClock();
  const replay = useView((view) => view.replay);
  const canStepBack = useCanStepBack();

  const stepBack = (asked: ReplayAct): boolean => {
    if (!canStepBack) return false;
    // By the clock and not by the numbers, which are a little behind the rows.
    if (asked.act === "toggle") setMode({ mode: "REPLAY", atMs: now(), paused: true });
    else if (asked.act === "by" && asked.ms < 0) setMode({ mode: "REPLAY", atMs: now() + asked.ms });
    else return false;
    return true;
  };

  const move = (asked: ReplayAct, shown: ShownReplay): void => {
    switch (asked.act) {
      case "toggle":
        command({ action: shown.state === "playing" ? "pause" : shown.state === "paused" ? "resume" : "play" });
        break;
      case "by":
        command({ action: "seek", value: { byMs: asked.ms } });
        break;
      case "faster":
      case "slower": {
        const speed = nextSpeed(shown.speed, asked.act);
        if (speed !== shown.speed) command({ action: "speed", value: speed });
        break;
      }
      case "previous":
      case "next":
        command({ action: "step", value: stepTo(asked.act) });
        break;
      case "start":
        command({ action: "seek", value: { atMs: shown.fromMs } });
        break;
      case "edge":
        if (shown.isBehindLive && shown.isGrowing) setMode({ mode: "LIVE" });
        else command({ action: "seek", value: { edge: true } });
        break;
      case "live":
        setMode({ mode: "LIVE" });
    }
  };

  return (asked) => {
    if (!replay) return stepBack(asked);
    const shown = shownReplay(replay, now());
    if (shown) move(asked, shown);
    // A replay that does not open can be left all the same.
    else if (asked.act === "live") setMode({ mode: "LIVE" });
    return true;
  };
}

/** Goes to a moment, and there to an event: in the replay that is on the screen, else back in the broadcast. */
export function useSeekTo(): (atMs: number, eventId?: string) => void {
  const { setMode, replay: command } = useCommands();
  const isReplay = useView((view) => view.replay !== undefined);
  return (atMs, eventId) => {
    const at = Math.max(0, Math.round(atMs));
    if (!isReplay) setMode({ mode: "REPLAY", atMs: at });
    else command({ action: "seek", value: { atMs: at, ...(eventId === undefined ? {} : { eventId }) } });
  };
}
