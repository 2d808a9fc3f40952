import { questionId as questionIdSchema } from "@frontrow/protocol/desk";
import { FrontrowError } from "@frontrow/protocol/errors";
import { routes } from "@frontrow/protocol/http";
import { type DeskId, deskId as deskIdSchema } from "@frontrow/protocol/ids";
import type { CreatorStore } from "@frontrow/redis/creators";
import type { DeskRecord, DeskStore } from "@frontrow/redis/desks";
import type { MetricsStore } from "@frontrow/redis/metrics-store";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { z } from "zod";
import type { DeskChanges } from "../desk-changes.ts";
import { digestOf, isToken, newDeskId, newToken } from "../token.ts";
import { refusal } from "./problem.ts";
import { pathOf } from "./server.ts";
import { registerSessionRoutes, sessionOf } from "./sessions.ts";

interface Dependencies {
  readonly desks: DeskStore;
  readonly changes: DeskChanges;
  readonly creators: Pick<CreatorStore, "read">;
  readonly metrics: Pick<MetricsStore, "read">;
  isRedisReady(): boolean;
  /** Whether this address may open one more desk now. */
  mayOpen(request: FastifyRequest): boolean;
}

/** The HTTP interface of `@frontrow/protocol/http`. A desk's routes demand its token. */
export function registerApi(server: FastifyInstance, deps: Dependencies): void {
  const { desks, changes, creators, metrics } = deps;

  async function authorised(request: FastifyRequest): Promise<DeskRecord> {
    const id = deskIdSchema.safeParse((request.params as { deskId: string }).deskId);
    const record = id.success ? await desks.read(id.data) : undefined;
    if (!record) throw refusal("DESK_NOT_FOUND");
    const [scheme, token = ""] = (request.headers.authorization ?? "").split(" ");
    if (scheme?.toLowerCase() !== "bearer" || !isToken(token, record.tokenDigest)) throw refusal("FORBIDDEN");
    return record;
  }

  const stateOf = async (deskId: DeskId) => {
    const record = await desks.read(deskId);
    if (!record) throw refusal("DESK_NOT_FOUND");
    return record.state;
  };

  async function watch(deskId: DeskId, username: string) {
    const outcome = await changes.watchNamed(deskId, username);
    if (outcome === "badUsername") throw refusal("BAD_USERNAME");
    return stateOf(deskId);
  }

  server.register(
    async (api) => {
      api.addHook("onRequest", async () => {
        // A socket can wait for Redis to come back; who asks over HTTP wants an answer.
        if (!deps.isRedisReady()) throw refusal("REDIS_UNAVAILABLE");
      });

      api.post(pathOf("createDesk"), async (request, reply) => {
        if (!deps.mayOpen(request)) throw refusal("RATE_LIMITED");
        const deskId = newDeskId();
        const token = newToken();
        await changes.open(deskId, digestOf(token));
        return reply.code(201).send({ deskId, token, desk: await stateOf(deskId) });
      });

      api.get(pathOf("readDesk"), async (request) => (await authorised(request)).state);

      api.delete(pathOf("closeDesk"), async (request, reply) => {
        await changes.close((await authorised(request)).deskId);
        return reply.code(204).send();
      });

      api.put(pathOf("setSource"), async (request) => {
        const { deskId } = await authorised(request);
        return watch(deskId, bodyOf(routes.setSource.body, request).username);
      });

      api.delete(pathOf("clearSource"), async (request) => {
        const { deskId } = await authorised(request);
        await changes.unwatch(deskId);
        return stateOf(deskId);
      });

      api.put(pathOf("setMode"), async (request) => {
        const { state } = await authorised(request);
        if (bodyOf(routes.setMode.body, request).mode === "REPLAY") throw refusal("NOT_YET");
        return state;
      });

      api.put(pathOf("setLanguage"), async (request) => {
        const { deskId } = await authorised(request);
        await changes.setLanguage(deskId, bodyOf(routes.setLanguage.body, request).language);
        return stateOf(deskId);
      });

      api.put(pathOf("settleQuestion"), async (request, reply) => {
        const { deskId, state } = await authorised(request);
        const id = parsed(questionIdSchema, (request.params as { questionId: string }).questionId, "questionId");
        const { status } = bodyOf(routes.settleQuestion.body, request);
        const session = await sessionOf(state, creators);
        await changes.settleQuestion(deskId, { type: settlements[status], questionId: id, ...(session ? { session } : {}) });
        return reply.code(204).send();
      });

      registerSessionRoutes(api, { creators, metrics, authorised });
    },
    { prefix: "/api/v1" },
  );
}

const settlements = { answered: "answerQuestion", ignored: "ignoreQuestion", pending: "reopenQuestion" } as const;

const bodyOf = <S extends z.ZodType>(schema: S, request: FastifyRequest): z.infer<S> => parsed(schema, request.body, "body");

function parsed<S extends z.ZodType>(schema: S, value: unknown, name: string): z.infer<S> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new FrontrowError("BAD_MESSAGE", `${issue?.path.join(".") || name}: ${issue?.message ?? "malformed"}`);
}
