import { readFile } from "node:fs/promises";
import { z } from "zod";
import type { Show } from "../rooms/show.ts";
import type { MessageContent, RoomMessage } from "../wire/message.ts";
import { type CaptureRow, capturedAtMs, capturedContent } from "./capture.ts";
import type { People } from "./people.ts";
import { hashOf } from "./random.ts";

export const playbackOptionsSchema = z.strictObject({
  /** NDJSON, one decoded message a line: {capture, type, data}. */
  file: z.string().min(1),
  /** Only this recording of the file; all of them one after the other when absent. */
  capture: z.string().optional(),
  speed: z.number().positive().max(1000).default(1),
  /** Silences are cut to this, at the recording's own speed. */
  maxPauseMs: z.int().min(0).default(5_000),
});
export type PlaybackOptions = z.infer<typeof playbackOptionsSchema>;

interface Due {
  readonly afterMs: number;
  readonly content: MessageContent;
}

const TICK_MS = 100;

/**
 * A capture, ready to be played as a broadcast: with new message ids and today's times.
 *
 * @throws Error when the file cannot be read or a line of it is no JSON
 */
export async function loadPlayback(options: PlaybackOptions, people: People): Promise<Show> {
  const due = schedule(parseRows(await readFile(options.file, "utf8"), options.capture), options, people);
  let next = 0;
  let startedAtMs: number | undefined;
  return {
    play(stage, nowMs) {
      if (startedAtMs === undefined && stage.connections === 0) return TICK_MS;
      startedAtMs ??= nowMs;
      const messages: RoomMessage[] = [];
      for (let event = due[next]; event && startedAtMs + event.afterMs <= nowMs; event = due[next]) {
        const createTimeMs = Math.round(startedAtMs + event.afterMs);
        messages.push({ ...event.content, msgId: stage.nextId(createTimeMs), createTimeMs });
        next += 1;
      }
      if (messages.length > 0) stage.publish(messages, nowMs);
      return TICK_MS;
    },
  };
}

function parseRows(text: string, capture: string | undefined): CaptureRow[] {
  const rows = text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map(parseRow)
    .filter((row) => capture === undefined || row.capture === capture);
  if (rows.length === 0) throw new Error("the file holds no events of this capture");
  return rows;
}

/** The error names the line and not what is in it: it goes back over the control API. */
function parseRow(line: string, index: number): CaptureRow {
  try {
    return JSON.parse(line) as CaptureRow;
  } catch {
    throw new Error(`event ${index + 1} of the file is no JSON`);
  }
}

/** Recordings follow each other; within one, events keep their distances, but for long silences. */
function schedule(rows: readonly CaptureRow[], options: PlaybackOptions, people: People): Due[] {
  const personOf = (hash: string) => people.at("en", hashOf(hash) % 1_000_000);
  const due: Due[] = [];
  let atMs = 0;
  for (const recording of new Set(rows.map((row) => row.capture))) {
    let beforeMs: number | undefined;
    for (const { row, happenedAtMs } of inOrder(rows.filter((candidate) => candidate.capture === recording))) {
      atMs += Math.min(options.maxPauseMs, happenedAtMs - (beforeMs ?? happenedAtMs)) / options.speed;
      beforeMs = happenedAtMs;
      due.push({ afterMs: atMs, content: capturedContent(row, personOf) });
    }
  }
  return due;
}

/** By time; a message that has none stays beside the one it came after. */
function inOrder(recording: readonly CaptureRow[]): { row: CaptureRow; happenedAtMs: number }[] {
  let latestMs = recording.map(capturedAtMs).find((time) => time !== undefined) ?? 0;
  return recording
    .map((row) => {
      latestMs = capturedAtMs(row) ?? latestMs;
      return { row, happenedAtMs: latestMs };
    })
    .sort((a, b) => a.happenedAtMs - b.happenedAtMs);
}
