import { z } from "zod";
import type { Director } from "../director.ts";
import { type FaultKind, faultSchema, faultScopeSchema } from "../faults/fault.ts";
import type { FaultSwitches } from "../faults/fault-switches.ts";
import type { Creator } from "../rooms/creator.ts";
import type { Creators } from "../rooms/creators.ts";
import { settingsChangeSchema } from "../rooms/settings.ts";
import { playbackOptionsSchema } from "../scenarios/playback.ts";
import { sayingSchema } from "../scenarios/saying.ts";
import { scriptOptionsSchema } from "../scenarios/script-options.ts";
import { json, type Reply } from "./reply.ts";

export interface ControlDeps {
  readonly creators: Creators;
  readonly faults: FaultSwitches;
  readonly director: Director;
}

const stateChangeSchema = z.strictObject({
  state: z.enum(["live", "offline", "paused", "resumed", "ended", "suspended", "unknown"]),
});
const sayingsSchema = z.strictObject({ messages: z.array(sayingSchema).min(1).max(1_000) });
const faultChangeSchema = faultScopeSchema.extend({ fault: faultSchema });
const faultClearSchema = z.strictObject({ kind: z.string().optional(), creator: z.string().optional() });

interface ControlCall {
  readonly name: string;
  readonly query: URLSearchParams;
  readonly body: () => unknown;
}

/** The control API, under `/control`: what a test in another process, or a person with curl, can have happen. */
export function createControlRoutes({ creators, faults, director }: ControlDeps) {
  const routes: readonly (readonly [method: string, path: RegExp, answer: (call: ControlCall) => unknown])[] = [
    ["GET", /^creators$/, () => [...creators.all()].map(describe)],
    ["GET", /^creators\/([^/]+)$/, ({ name }) => describe(creators.of(name))],
    [
      "PATCH",
      /^creators\/([^/]+)$/,
      ({ name, body }) => {
        const creator = kept(name);
        creator.change(settingsChangeSchema.parse(body()));
        return describe(creator);
      },
    ],
    [
      "POST",
      /^creators\/([^/]+)\/state$/,
      ({ name, body }) => {
        const creator = kept(name);
        enterState(creator, stateChangeSchema.parse(body()).state);
        return describe(creator);
      },
    ],
    [
      "POST",
      /^creators\/([^/]+)\/drop$/,
      ({ name }) => {
        const dropped = creators.of(name).openConnections;
        creators.of(name).drop();
        return { dropped };
      },
    ],
    [
      "POST",
      /^creators\/([^/]+)\/say$/,
      ({ name, body }) => ({ msgIds: director.say(name, ...sayingsSchema.parse(body()).messages) }),
    ],
    [
      "POST",
      /^creators\/([^/]+)\/script$/,
      ({ name, body }) => {
        director.script(name, scriptOptionsSchema.parse(body()));
        return describe(creators.of(name));
      },
    ],
    [
      "POST",
      /^creators\/([^/]+)\/playback$/,
      async ({ name, body }) => {
        await director.playback(name, playbackOptionsSchema.parse(body()));
        return describe(creators.of(name));
      },
    ],
    ["GET", /^creators\/([^/]+)\/truth$/, ({ name, query }) => truth(name, query.has("messages"))],
    ["GET", /^faults$/, () => faults.list()],
    [
      "POST",
      /^faults$/,
      ({ body }) => {
        const { fault, ...scope } = faultChangeSchema.parse(body());
        faults.set(fault, scope);
        return faults.list();
      },
    ],
    [
      "DELETE",
      /^faults$/,
      ({ query }) => {
        const { kind, creator } = faultClearSchema.parse(Object.fromEntries(query));
        faults.clear({ kind: kind as FaultKind | undefined, creator });
        return faults.list();
      },
    ],
  ];

  const kept = (name: string): Creator => {
    creators.keep(name);
    return creators.of(name);
  };

  const truth = (name: string, withMessages: boolean): unknown => {
    const script = director.scriptOf(name);
    if (!script) throw new Error(`${name} has no script`);
    return { state: script.state, totals: script.totals(), ...(withMessages && { messages: script.messages }) };
  };

  return async (method: string, path: string, query: URLSearchParams, body: string): Promise<Reply> => {
    const route = routes.find(([of, pattern]) => of === method && pattern.test(path));
    if (!route) return json(404, { code: "NOT_FOUND", message: `the control API has no ${method} ${path}` });
    const name = decodeURIComponent(route[1].exec(path)?.[1] ?? "");
    try {
      return json(200, await route[2]({ name, query, body: () => JSON.parse(body || "{}") }));
    } catch (error) {
      return json(400, { code: "BAD_REQUEST", message: error instanceof z.ZodError ? z.prettifyError(error) : String(error) });
    }
  };
}

function enterState(creator: Creator, state: z.infer<typeof stateChangeSchema>["state"]): void {
  switch (state) {
    case "live":
      creator.goLive();
      return;
    case "offline":
      creator.goOffline();
      return;
    case "paused":
      creator.pause();
      return;
    case "resumed":
      creator.resume();
      return;
    case "ended":
    case "suspended":
      creator.end(state);
      return;
    case "unknown":
      creator.vanish();
  }
}

function describe(creator: Creator) {
  const { handle, state, room, settings, counters, openConnections } = creator;
  return {
    name: handle,
    state,
    roomId: room?.roomId,
    startedAtMs: room?.startedAtMs,
    messages: room?.published ?? 0,
    connections: { open: openConnections, ...counters },
    settings,
  };
}
