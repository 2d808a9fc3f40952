import type { SessionId } from "@frontrow/protocol/ids";
import { recordingIdOf } from "@frontrow/protocol/recording-id";
import type { DeskData } from "@frontrow/sdk/client";
import { FrontrowRequestError } from "@frontrow/sdk/client";
import type { Library } from "@frontrow/sdk/library";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useCommands, useView } from "./view-store.ts";

/** What was read of the desk's library. While it is read again, what was there stays. */
export type LibraryAnswer<T> =
  | { readonly state: "loading" }
  | { readonly state: "failed"; readonly code: string; readonly message: string }
  | { readonly state: "ready"; readonly value: T };

export interface LibraryReading<T> {
  readonly answer: LibraryAnswer<T>;
  readonly retry: () => void;
  /** Reads again; what was there stays meanwhile. */
  readonly refresh: () => void;
}

/**
 * Reads something of the desk's library, and again whenever somebody at this desk changed `data`. `key` names what is read: another
 * one begins anew, and what is read no longer is aborted; undefined reads nothing.
 */
export function useLibrary<T>(
  key: string | undefined,
  data: DeskData,
  load: (library: Library, signal: AbortSignal) => Promise<T>,
): LibraryReading<T> {
  const commands = useCommands();
  const changes = useView((view) => view.dataChanges[data]);
  const [attempt, setAttempt] = useState(0);
  const [read, setRead] = useState<{ readonly key: string; readonly answer: LibraryAnswer<T> }>();
  const ask = useRef(() => {});

  const readOnce = useEffectEvent(async (of: string, signal: AbortSignal): Promise<void> => {
    let answer: LibraryAnswer<T>;
    try {
      answer = { state: "ready", value: await load(await commands.library(), signal) };
    } catch (error) {
      answer = failed(error);
    }
    if (signal.aborted) return;
    setRead((before) =>
      answer.state === "failed" && before?.key === of && before.answer.state === "ready" ? before : { key: of, answer },
    );
  });
  useEffect(() => {
    const reading = new AbortController();
    ask.current = key === undefined ? () => {} : oneAtATime(() => readOnce(key, reading.signal));
    return () => reading.abort();
  }, [key]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another key or attempt, or a change of the data, reads again.
  useEffect(() => ask.current(), [key, changes, attempt]);

  return {
    answer: read !== undefined && read.key === key ? read.answer : { state: "loading" },
    retry() {
      setRead(undefined);
      setAttempt((before) => before + 1);
    },
    refresh: () => setAttempt((before) => before + 1),
  };
}

/** Reads when it is asked to; however often that is while it reads, once more after. Data that changes all the time is read all the same. */
function oneAtATime(read: () => Promise<void>): () => void {
  let isReading = false;
  let isDue = false;
  const run = async () => {
    isReading = true;
    while (isDue) {
      isDue = false;
      await read();
    }
    isReading = false;
  };
  return () => {
    isDue = true;
    if (!isReading) void run();
  };
}

function failed(error: unknown): LibraryAnswer<never> {
  const code = error instanceof FrontrowRequestError ? error.code : "UNKNOWN";
  return { state: "failed", code, message: String((error as Error | undefined)?.message) };
}

/** The recording that is on the screen: the one that is replayed, or that of the broadcast which is watched. */
export const useShownRecording = (): string | undefined =>
  useView(({ replay, desk, source: { status } }) => {
    if (replay) return replay.view.recordingId;
    if (desk?.records === false || !status.session || !status.sinceMs) return undefined;
    return recordingIdOf(status.session as SessionId, status.sinceMs);
  });
