/** Event time that passes in a second, in seconds. */
export const speeds = [0.1, 0.25, 0.5, 1, 2, 4, 8, 16, 32, 100] as const;

/** The next speed in a direction; the same at either end. */
export function nextSpeed(speed: number, direction: "faster" | "slower"): number {
  if (direction === "faster") return speeds.find((each) => each > speed) ?? speed;
  return speeds.findLast((each) => each < speed) ?? speed;
}
