import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { RedisClient } from "./client/client.ts";
import { retryUntilAnswered } from "./client/retry.ts";

export type ScriptArgument = string | number | Buffer;

interface Definition<Call, Reply> {
  keys(call: Call): string[];
  args(call: Call): ScriptArgument[];
  reply(raw: unknown, call: Call): Reply;
}

/** A Lua file bound to a typed call: the only place that knows the order of its keys and arguments. */
export type Script<Call, Reply> = (redis: RedisClient, call: Call) => Promise<Reply>;

/**
 * Binds `lua/<file>` to a typed call. The script runs by its digest; its source is sent when the server does not know it
 * yet (a new server, or a primary that just took over).
 *
 * A call may run more than once, as it is sent again when its reply was lost or the slot was on the move: write scripts so
 * that repeating a call changes nothing.
 */
export function defineScript<Call, Reply>(file: string, definition: Definition<Call, Reply>): Script<Call, Reply> {
  let loaded: { source: string; digest: string } | undefined;
  const load = () => {
    const source = readScript(file);
    return { source, digest: createHash("sha1").update(source).digest("hex") };
  };
  return async (redis, call) => {
    loaded ??= load();
    const { source, digest } = loaded;
    const keys = definition.keys(call);
    const rest = [...keys, ...definition.args(call)];
    const run = async (): Promise<unknown> => {
      try {
        return await redis.evalsha(digest, keys.length, ...rest);
      } catch (error) {
        if (!(error instanceof Error && error.message.startsWith("NOSCRIPT"))) throw error;
        return await redis.eval(source, keys.length, ...rest);
      }
    };
    return definition.reply(await retryUntilAnswered(redis, run), call);
  };
}

/** The source of a script, with the files that it includes: Lua in Redis has no `require`. */
export function readScript(file: string): string {
  const source = readFileSync(new URL(`../lua/${file}`, import.meta.url), "utf8");
  return source.replace(/^-- include (\S+)$/gm, (_, included: string) => readScript(included));
}

/** Reads a reply that is one of a few words. */
export const oneOf =
  <const W extends string>(...words: W[]) =>
  (raw: unknown): W => {
    const word = words.find((candidate) => candidate === raw);
    if (word === undefined) throw new TypeError(`a script answered ${JSON.stringify(raw)}, not one of ${words.join(", ")}`);
    return word;
  };
