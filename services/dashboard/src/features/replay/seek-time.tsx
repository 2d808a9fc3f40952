import { useView } from "../../live/view-store.ts";
import { hoursMinutes, hoursMinutesSeconds } from "../../ui/format.ts";
import styles from "./seek-time.module.css";
import { useSeekTo } from "./use-replay-actions.ts";

interface SeekTimeProps {
  readonly atMs: number;
  /** The event that happened then, where it is known. */
  readonly eventId?: string | undefined;
  readonly className?: string | undefined;
}

/** When something happened, which is also the way there: a press replays from it, or steps back to it while it is LIVE. */
export function SeekTime({ atMs, eventId, className }: SeekTimeProps) {
  const seekTo = useSeekTo();
  const isRecorded = useView(({ replay, desk }) => replay !== undefined || desk?.records !== false);
  const time = (
    <time dateTime={new Date(atMs).toISOString()} title={isRecorded ? undefined : hoursMinutesSeconds(atMs)}>
      {hoursMinutes(atMs)}
    </time>
  );
  if (!isRecorded) return <span className={className}>{time}</span>;
  return (
    <button
      type="button"
      className={`${styles["seek"]} ${className ?? ""}`}
      title={`Replay from ${hoursMinutesSeconds(atMs)}`}
      data-testid="seek-time"
      onClick={() => seekTo(atMs, eventId)}
    >
      <span className="visually-hidden">Replay from </span>
      {time}
    </button>
  );
}
