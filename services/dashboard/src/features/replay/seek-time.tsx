import { hoursMinutes, hoursMinutesSeconds } from "../../ui/format.ts";
import styles from "./seek-time.module.css";

interface SeekTimeProps {
  readonly atMs: number;
  /** The event that happened then, where it is known. */
  readonly eventId?: string | undefined;
  readonly className?: string | undefined;
}

/**
 * When something happened, which is also the way there: a press replays from it, or steps back to it while it is LIVE. Rows come by
 * the hundred, so one listener on the page hears all of them: `useSeekTimes`.
 */
export const SeekTime = ({ atMs, eventId, className }: SeekTimeProps) => (
  <button
    type="button"
    className={`${styles["seek"]} ${className ?? ""}`}
    title={`Replay from ${hoursMinutesSeconds(atMs)}`}
    data-seek={atMs}
    data-event={eventId}
  >
    <span className="visually-hidden">Replay from </span>
    <time dateTime={new Date(atMs).toISOString()}>{hoursMinutes(atMs)}</time>
  </button>
);
