/** What the keys do to a replay, as the dialog lists them; the first two also step back in a broadcast that is LIVE. */
export const replayKeys = [
  { key: "Space k", label: "Play or pause" },
  { key: "← →", label: "10 seconds back or forward, a minute with Shift" },
  { key: "j l", label: "Slower or faster" },
  { key: ", .", label: "Step to the one before or after" },
  { key: "Home End", label: "To the beginning, or to the newest" },
  { key: "b", label: "Set a bookmark here, also while it is LIVE" },
  { key: "v", label: "Go LIVE" },
] as const;

export type ReplayAct =
  | { readonly act: "toggle" | "faster" | "slower" | "previous" | "next" | "start" | "edge" | "live" }
  | { readonly act: "by"; readonly ms: number };

const acts: Readonly<Record<string, ReplayAct>> = {
  k: { act: "toggle" },
  j: { act: "slower" },
  l: { act: "faster" },
  ",": { act: "previous" },
  ".": { act: "next" },
  v: { act: "live" },
  " ": { act: "toggle" },
  Home: { act: "start" },
  End: { act: "edge" },
};

interface Pressed {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly isComposing: boolean;
}

/** What the element with the focus does with keys by itself. */
export interface KeyUse {
  /** Text is typed into it. */
  readonly types: boolean;
  /** It is pressed, or scrolls. */
  readonly usesSpace: boolean;
  /** Something in it is moved by arrows. */
  readonly usesArrows: boolean;
}

export const SHORT_MS = 10_000;
export const LONG_MS = 60_000;

/** What a key press does to a replay, unless it belongs to the browser or to what has the focus. */
export function replayActOf(pressed: Pressed, use: KeyUse): ReplayAct | undefined {
  if (use.types || pressed.isComposing || pressed.ctrlKey || pressed.metaKey || pressed.altKey) return undefined;
  const { key, shiftKey } = pressed;
  if (key === "ArrowLeft" || key === "ArrowRight") {
    const ms = shiftKey ? LONG_MS : SHORT_MS;
    return use.usesArrows ? undefined : { act: "by", ms: key === "ArrowLeft" ? -ms : ms };
  }
  if (key.length > 1 || key === " ") return use.usesSpace ? undefined : acts[key];
  return acts[key.toLowerCase()];
}
