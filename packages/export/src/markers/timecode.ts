const two = (number: number) => String(number).padStart(2, "0");

/** The frame that is shown at a time: whole frames of a whole rate, so that none is dropped and time codes are those of the clock. */
export const frameAt = (offsetMs: number, framesPerSecond: number): number => Math.floor((offsetMs * framesPerSecond) / 1_000);

/** HH:MM:SS:FF, not drop-frame. */
export function timecodeOf(frame: number, framesPerSecond: number): string {
  const seconds = Math.floor(frame / framesPerSecond);
  return `${clockOf(seconds)}:${two(frame % framesPerSecond)}`;
}

/** HH:MM:SS. */
export const clockOf = (seconds: number): string =>
  [seconds / 3_600, (seconds / 60) % 60, seconds % 60].map((part) => two(Math.floor(part))).join(":");
