import { join } from "node:path";
import type { FastifyError, FastifyInstance } from "fastify";
import { z } from "zod";
import type { Director } from "../director.ts";
import { type FaultKind, faultSchema, faultScopeSchema } from "../faults/fault.ts";
import type { FaultSwitches } from "../faults/fault-switches.ts";
import type { Creator } from "../rooms/creator.ts";
import type { Creators } from "../rooms/creators.ts";
import { settingsChangeSchema } from "../rooms/settings.ts";
import { type SignAccounts, signLimitsSchema } from "../rooms/sign-accounts.ts";
import { playbackOptionsSchema } from "../scenarios/playback.ts";
import { sayingSchema } from "../scenarios/saying.ts";
import { scriptOptionsSchema } from "../scenarios/script-options.ts";
import { guardControl } from "./control-guard.ts";

export interface ControlDeps {
  readonly creators: Creators;
  readonly accounts: SignAccounts;
  readonly faults: FaultSwitches;
  readonly director: Director;
  /** Where recordings are, which are played by their names. */
  readonly recordingsDir: string | undefined;
}

const stateChangeSchema = z.strictObject({
  state: z.enum(["live", "offline", "paused", "resumed", "ended", "suspended", "faded", "unknown"]),
});
const renameSchema = z.strictObject({ to: z.string().min(1).max(100) });
const sayingsSchema = z.strictObject({ messages: z.array(sayingSchema).min(1).max(1_000) });
const faultChangeSchema = faultScopeSchema.extend({ fault: faultSchema });
const faultClearSchema = z.strictObject({ kind: z.string().optional(), creator: z.string().optional() });

/** A name, and no path: whoever reaches the port may not have any file of this machine opened. */
const recordingSchema = playbackOptionsSchema.extend({
  file: z.string().regex(/^\w[\w.-]*$/, "the name of a file in SIMULATOR_RECORDINGS_DIR"),
});

/** A request about one creator; its body is JSON as text, none where nothing has to be said. */
type CreatorCall = { Params: { name: string }; Querystring: Record<string, string>; Body: string | undefined };

/** The control API, under `/control`: what a test in another process, or a person with curl, can have happen. */
export function registerControlRoutes(control: FastifyInstance, deps: ControlDeps): void {
  control.setErrorHandler((error: FastifyError, _request, reply) => {
    const message = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    return reply.code(error.statusCode ?? 400).send({ code: "BAD_REQUEST", message });
  });
  control.setNotFoundHandler(({ method, url }, reply) => {
    const path = url.replace(/^\/control\/?/, "").replace(/\?.*/, "");
    return reply.code(404).send({ code: "NOT_FOUND", message: `the control API has no ${method} ${path}` });
  });
  guardControl(control);
  registerCreatorRoutes(control, deps);
  registerFaultRoutes(control, deps.faults);
  control.put<{ Params: { key: string }; Body: string | undefined }>("/sign-accounts/:key", ({ params, body }) => {
    deps.accounts.set(params.key, signLimitsSchema.parse(jsonOf(body)));
    return { ok: true };
  });
}

function registerCreatorRoutes(control: FastifyInstance, { creators, director, recordingsDir }: ControlDeps): void {
  control.get("/creators", () => [...creators.all()].map(describe));
  control.get<CreatorCall>("/creators/:name", ({ params }) => describe(creators.of(params.name)));
  control.patch<CreatorCall>("/creators/:name", ({ params, body }) => {
    const creator = kept(params.name);
    creator.change(settingsChangeSchema.parse(jsonOf(body)));
    return describe(creator);
  });
  control.post<CreatorCall>("/creators/:name/state", ({ params, body }) => {
    const creator = kept(params.name);
    enterState(creator, stateChangeSchema.parse(jsonOf(body)).state);
    return describe(creator);
  });
  control.post<CreatorCall>("/creators/:name/rename", ({ params, body }) => {
    const { to } = renameSchema.parse(jsonOf(body));
    creators.rename(params.name, to);
    return describe(creators.of(to));
  });
  control.post<CreatorCall>("/creators/:name/drop", ({ params }) => {
    const creator = creators.of(params.name);
    const dropped = creator.openConnections;
    creator.drop();
    return { dropped };
  });
  control.post<CreatorCall>("/creators/:name/say", ({ params, body }) => ({
    msgIds: director.say(params.name, ...sayingsSchema.parse(jsonOf(body)).messages),
  }));
  control.post<CreatorCall>("/creators/:name/script", ({ params, body }) => {
    director.script(params.name, scriptOptionsSchema.parse(jsonOf(body)));
    return describe(creators.of(params.name));
  });
  control.post<CreatorCall>("/creators/:name/playback", async ({ params, body }) => {
    const { file, ...options } = recordingSchema.parse(jsonOf(body));
    if (recordingsDir === undefined) throw new Error("there are no recordings: set SIMULATOR_RECORDINGS_DIR to their folder");
    await director.playback(params.name, { ...options, file: join(recordingsDir, file) }).catch((error: unknown) => {
      // Its message would name the folder.
      if (isMissing(error)) throw new Error(`there is no recording ${file} in SIMULATOR_RECORDINGS_DIR`);
      throw error;
    });
    return describe(creators.of(params.name));
  });
  control.get<CreatorCall>("/creators/:name/truth", ({ params, query }) => {
    const script = director.scriptOf(params.name);
    if (!script) throw new Error(`${params.name} has no script`);
    return { state: script.state, totals: script.totals(), ...("messages" in query && { messages: script.messages }) };
  });

  function kept(name: string): Creator {
    creators.keep(name);
    return creators.of(name);
  }
}

function registerFaultRoutes(control: FastifyInstance, faults: FaultSwitches): void {
  control.get("/faults", () => faults.list());
  control.post<{ Body: string | undefined }>("/faults", ({ body }) => {
    const { fault, ...scope } = faultChangeSchema.parse(jsonOf(body));
    faults.set(fault, scope);
    return faults.list();
  });
  control.delete("/faults", ({ query }) => {
    const { kind, creator } = faultClearSchema.parse(query);
    faults.clear({ kind: kind as FaultKind | undefined, creator });
    return faults.list();
  });
}

const isMissing = (error: unknown): boolean => error instanceof Error && "code" in error;

const jsonOf = (body: string | undefined): unknown => JSON.parse(body || "{}");

function enterState(creator: Creator, state: z.infer<typeof stateChangeSchema>["state"]): void {
  switch (state) {
    case "live":
      creator.goLive();
      return;
    case "offline":
      creator.goOffline();
      break;
    case "faded":
      creator.fade();
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
