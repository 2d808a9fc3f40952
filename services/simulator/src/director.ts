import type { Creator } from "./rooms/creator.ts";
import type { Creators } from "./rooms/creators.ts";
import type { People } from "./scenarios/people.ts";
import { loadPlayback, type PlaybackOptions } from "./scenarios/playback.ts";
import { contentOf, type SayingInput, sayingSchema } from "./scenarios/saying.ts";
import { createScript, type Script } from "./scenarios/script.ts";
import { type ScriptOptionsInput, scriptOptionsSchema } from "./scenarios/script-options.ts";
import type { RoomMessage } from "./wire/message.ts";

/** Decides what happens in a broadcast instead of its audience. */
export interface Director {
  /** Begins a broadcast of which every message is known. @throws z.ZodError when the options are malformed */
  script(name: string, options: ScriptOptionsInput): Script;
  /** The script that was begun last for this creator. */
  scriptOf(name: string): Script | undefined;
  /** Begins a broadcast that repeats a recording. @throws Error when the file cannot be read */
  playback(name: string, options: PlaybackOptions): Promise<void>;
  /** Has viewers say this now, all in one batch. Gives the messages' ids. */
  say(name: string, ...sayings: readonly SayingInput[]): string[];
}

export function createDirector(deps: {
  creators: Creators;
  people: People;
  avatarBase: () => string;
  now: () => number;
}): Director {
  const { creators, people, now } = deps;
  const scripts = new WeakMap<Creator, Script>();

  /** A creator who was set up by hand is not forgotten. */
  const kept = (name: string): Creator => {
    creators.keep(name);
    return creators.of(name);
  };

  return {
    script(name, optionsInput) {
      const options = scriptOptionsSchema.parse(optionsInput);
      const creator = kept(name);
      const script = createScript(options, { people, host: creator.host });
      scripts.set(creator, script);
      creator.goLive(script);
      return script;
    },
    scriptOf(name) {
      const creator = creators.peek(name);
      return creator && scripts.get(creator);
    },
    async playback(name, options) {
      const show = await loadPlayback(options, people);
      kept(name).goLive(show);
    },
    say(name, ...sayings) {
      const creator = kept(name);
      const room = creator.room ?? creator.goLive();
      const createTimeMs = now();
      const newId = (): string => room.nextId(createTimeMs);
      const messages: RoomMessage[] = sayings.map((saying) => ({
        ...contentOf(sayingSchema.parse(saying), deps.avatarBase(), newId),
        msgId: newId(),
        createTimeMs,
      }));
      room.publish(messages, createTimeMs);
      return messages.map(({ msgId }) => msgId);
    },
  };
}
