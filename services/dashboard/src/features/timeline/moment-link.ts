/** A moment of a recording, as an address names it. */
export interface MomentLink {
  readonly recordingId: string;
  /** In event time. */
  readonly atMs?: number;
  /** Since where the recording is counted from. */
  readonly sinceMs?: number;
}

export type ReadLink = MomentLink | { readonly problem: "recording" | "time" };

const RECORDING = /^ses_[a-z0-9]{8,40}-\d{1,16}$/;
const CLOCK = /^(?:(\d{1,3}):)?(\d{1,4}):(\d{2})$/;
const SECONDS = /^(\d{1,7})s?$/;
/** Digits that no number of seconds has. */
const EPOCH_MS = /^\d{12,15}$/;

/**
 * The moment that an address leads to: `/?recording=ses_…-1&t=1:02:03`. `t` may be a clock or seconds, since the beginning or where
 * the creator's video begins, or a time in epoch milliseconds, which stays the same when that mark is moved. Undefined where the
 * address names no recording.
 */
export function momentIn(search: string): ReadLink | undefined {
  const asked = new URLSearchParams(search);
  const recordingId = asked.get("recording");
  if (recordingId === null) return undefined;
  if (!RECORDING.test(recordingId)) return { problem: "recording" };
  const t = asked.get("t");
  if (t === null) return { recordingId };
  if (EPOCH_MS.test(t)) return { recordingId, atMs: Number(t) };
  const seconds = secondsIn(t.trim());
  return seconds === undefined ? { problem: "time" } : { recordingId, sinceMs: seconds * 1_000 };
}

function secondsIn(text: string): number | undefined {
  const plain = SECONDS.exec(text);
  if (plain) return Number(plain[1]);
  const [, hours = "0", minutes, seconds] = CLOCK.exec(text) ?? [];
  if (minutes === undefined || seconds === undefined || Number(seconds) > 59) return undefined;
  return Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds);
}

/** The address of a moment, from that of the page: whom the desk watches is not a part of it. */
export function linkTo(address: string, recordingId: string, atMs: number): string {
  const url = new URL(address);
  url.hash = "";
  url.search = "";
  url.searchParams.set("recording", recordingId);
  url.searchParams.set("t", String(Math.round(atMs)));
  return url.href;
}

/** The address without the moment that it led to. */
export function withoutMoment(address: string): string {
  const url = new URL(address);
  url.searchParams.delete("recording");
  url.searchParams.delete("t");
  return url.href;
}

interface Linked {
  readonly recording: { readonly fromMs: number; readonly toMs: number; readonly isGrowing: boolean };
  readonly entry: { readonly zeroMs?: number | undefined };
}

/** Where in a recording a link leads, and whether that is in it. What grows has more by now than was told of it. */
export function placeOfLink(
  { atMs, sinceMs }: MomentLink,
  { recording, entry }: Linked,
): { readonly atMs: number; readonly isInside: boolean } {
  const { fromMs, toMs, isGrowing } = recording;
  const to = atMs ?? (sinceMs === undefined ? fromMs : (entry.zeroMs ?? fromMs) + sinceMs);
  return { atMs: to, isInside: to >= fromMs && (isGrowing || to <= toMs) };
}
