import { decodeCursor } from "@frontrow/protocol/cursor";

/** What a frame says that matters to who may see it. */
interface Frame {
  readonly type?: string;
  readonly log?: string;
  readonly epoch?: number;
  readonly pos?: string;
  readonly data?: { readonly session?: string; readonly epoch?: number };
}

/** Sessions and epochs of which something was sent, in order, each once in a row: `ses_… 3`. */
export function shownIn(frames: readonly string[]): string[] {
  const all = frames.flatMap((text) => {
    const { type, log, epoch, pos, data } = JSON.parse(text) as Frame;
    if (log?.startsWith("ses_")) return [`${log} ${epoch}`];
    if (type === "history") return [`${data?.session} ${data?.epoch}`];
    const at = pos ? decodeCursor(pos)?.session : undefined;
    return at ? [`${at.log} ${at.epoch}`] : [];
  });
  return all.filter((each, index) => each !== all[index - 1]);
}

/** Where in the frames a client was told last that its desk shows something else; -1: never. */
export const lastModeChange = (frames: readonly string[]): number =>
  frames.findLastIndex((text) => /"type":"(modeSet|modeChanged)"/.test(text));
