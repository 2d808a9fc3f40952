import type { ExportKind, RecordingExport } from "@frontrow/protocol/library/export";
import { compact, spoken } from "../../ui/format.ts";

export interface ExportChoice {
  readonly kind: ExportKind;
  readonly name: string;
  /** What is in it, and what opens it. */
  readonly note: string;
  /** Its time codes count frames of the creator's video. */
  readonly hasFrames?: true;
}

export interface ExportGroup {
  readonly title: string;
  readonly choices: readonly ExportChoice[];
}

/** What a recording can be exported as, in the words of who needs it. */
export const exportGroups: readonly ExportGroup[] = [
  {
    title: "For the video",
    choices: [
      { kind: "chapters", name: "Chapters for a video", note: "Lines to paste into the description of a video" },
      { kind: "edl", name: "Markers for DaVinci Resolve", note: "EDL, with time codes", hasFrames: true },
      { kind: "fcpxml", name: "Markers for Final Cut Pro", note: "FCPXML", hasFrames: true },
      {
        kind: "markers",
        name: "Markers as a table",
        note: "CSV: moments, bookmarks and the best questions, for any editor",
        hasFrames: true,
      },
    ],
  },
  {
    title: "As a table (CSV)",
    choices: [
      { kind: "chats", name: "Chat", note: "A row a message" },
      { kind: "gifts", name: "Gifts", note: "A row a gift, with diamonds" },
      { kind: "viewers", name: "Viewers", note: "A row a person: what they wrote, gave and watched" },
      { kind: "questions", name: "Questions", note: "With what became of them" },
      { kind: "minutes", name: "Figures by the minute", note: "Viewers, chat, gifts, mood" },
    ],
  },
  {
    title: "All of it",
    choices: [
      { kind: "recording", name: "Everything, to import again", note: "A file for Frontrow, here or elsewhere" },
      { kind: "report", name: "The report", note: "CSV: a row for each figure" },
    ],
  },
];

const names = new Map(
  exportGroups.flatMap(({ title, choices }) =>
    choices.map(({ kind, name }) => [kind, title.startsWith("As a table") ? `${name} as a table` : name]),
  ),
);

/** How an export is called where it stands alone: "Chat as a table". */
export const exportName = (kind: ExportKind): string => names.get(kind) ?? kind;

export const framesOf = [24, 25, 30, 50, 60] as const;
export type FramesPerSecond = (typeof framesOf)[number];

/** How far an export is, as a share of its work; undefined where that is not known: it waits, or all is read and the file is finished. */
export function exportShare({ state, done, total }: Pick<RecordingExport, "state" | "done" | "total">): number | undefined {
  if (state !== "running" || total === 0 || done >= total) return undefined;
  return done / total;
}

/** What an export is at, in words. */
export function exportProgress(progress: Pick<RecordingExport, "state" | "done" | "total">): string {
  if (progress.state === "waiting") return "Waiting for its turn";
  const share = exportShare(progress);
  // Never rounded up: 100 % is said by the file.
  return share === undefined
    ? "Finishing the file"
    : `${Math.floor(share * 100)} % · ${compact(progress.done)} of ${compact(progress.total)}`;
}

/** What of the markers is not in the file, and why. */
export const leftOutText = (leftOut: number): string =>
  `${leftOut} ${leftOut === 1 ? "marker is" : "markers are"} left out: before where the video begins, or more than its format takes`;

/** Whether the time codes of a kind count frames. */
export const hasFrames = (kind: ExportKind): boolean =>
  exportGroups.some(({ choices }) => choices.some((choice) => choice.kind === kind && choice.hasFrames));

/** How long a file can still be downloaded. */
export const exportUntil = (untilMs: number, nowMs: number): string =>
  untilMs <= nowMs ? "gone" : `for ${spoken(untilMs - nowMs)} more`;

const units = ["bytes", "KB", "MB", "GB"] as const;
/** A size as file managers say it: "1.2 MB". */
export function fileSize(bytes: number): string {
  const power = bytes < 1_000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1_000 ** power;
  return `${power === 0 || value >= 100 ? Math.round(value) : Math.round(value * 10) / 10} ${units[power]}`;
}
