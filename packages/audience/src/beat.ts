/**
 * The fold's own pulse: whatever looks back over windows (scores, moments, prompts, slow rates) is concluded at the end of
 * each such span of event time, out of all that happened before it. So it makes no difference in which order things came
 * within a span, how entries were divided, or when somebody looked.
 */
export const BEAT_MS = 5_000;

/** The end of the beat that `atMs` lies in; a moment on the boundary begins the next one. */
export const beatEndAfter = (atMs: number): number => (Math.floor(atMs / BEAT_MS) + 1) * BEAT_MS;
