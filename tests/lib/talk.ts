import type { LiveEvent } from "@frontrow/protocol/event";
import type { DeskId } from "@frontrow/protocol/ids";
import type { RecordingId } from "@frontrow/protocol/recording";
import { createRecordingStore } from "@frontrow/redis/recordings";
import { eventually } from "@frontrow/testkit/eventually";
import { userNamed } from "@frontrow/testkit/users";
import { expect } from "vitest";
import { scriptSession } from "./scripted-session.ts";
import type { Stack } from "./stack.ts";

const ENTRY_EVENTS = 20;
const ana = userNamed("ana");
const plain = { language: "en", sentiment: 0, question: false, questionPriority: 0, toxicity: 0, spam: 0 };
const base = (id: string, atMs: number) => ({ id, atMs, sentAtMs: atMs });

/** A recorded broadcast in which one word is said a second, from a while ago on: the n-th is `id(n)`, at `atMs(n)`. */
export interface Talk {
  readonly handle: string;
  readonly session: string;
  readonly recordingId: RecordingId;
  /** How many words were said. */
  readonly words: number;
  id(word: number): string;
  atMs(word: number): number;
  /** Says the next words. */
  say(words?: number): Promise<void>;
  /** Appends other events. */
  append(...events: readonly LiveEvent[]): Promise<void>;
  /** Lets a desk have the recording, as if it had watched. */
  give(deskId: string): Promise<void>;
  /** Ends it; resolves when the recording is complete. */
  end(): Promise<void>;
}

/** Begins one that is watched by who asks for `demo:` and the name; `silenceMs` is what passes after a word besides its second. */
export async function startTalk(
  stack: Pick<Stack, "redis">,
  name: string,
  words: number,
  silenceMs: (word: number) => number = () => 0,
): Promise<Talk> {
  const handle = `demo:${name}`;
  const script = await scriptSession(stack, handle);
  const recordings = createRecordingStore(stack.redis.client);
  const broadcast = { handle, roomId: "1", nickname: name };
  const times = [Date.now() - 3_600_000];
  const hold = async (deskId: string) => {
    const held = await recordings.hold(deskId as DeskId, script.id, broadcast);
    if (held.outcome !== "held") throw new Error(held.outcome);
    return held.recordingId;
  };
  const recordingId = await hold(`dsk_keeper${"a".repeat(18)}`);
  let said = 0;
  const timeOf = (word: number): number => {
    for (let next = times.length; next <= word; next++) times.push((times[next - 1] as number) + 1_000 + silenceMs(next - 1));
    return times[word] as number;
  };
  const talk: Talk = {
    handle,
    session: script.id,
    recordingId,
    get words() {
      return said;
    },
    id: (word) => `${name}:${word}`,
    atMs: timeOf,
    async say(count = 1) {
      const next = Array.from({ length: count }, (_, n): LiveEvent => {
        const word = said + n;
        return { ...base(talk.id(word), timeOf(word)), ...plain, type: "chat", user: ana, text: `word ${word}` };
      });
      said += count;
      for (let from = 0; from < next.length; from += ENTRY_EVENTS) await script.append(...next.slice(from, from + ENTRY_EVENTS));
    },
    append: (...events) => script.append(...events),
    async give(deskId) {
      await hold(deskId);
    },
    async end() {
      await script.end(timeOf(said - 1));
      await eventually(async () => expect(await recordings.read(script.id)).toMatchObject({ state: "complete" }), 30_000);
    },
  };
  await talk.say(words);
  return talk;
}
