import fastifyStatic from "@fastify/static";
import { type ErrorCode, FrontrowError } from "@frontrow/protocol/errors";
import { imageSources } from "@frontrow/protocol/image-hosts";
import type { ThrottledLogger } from "@frontrow/runtime/throttled-logger";
import Fastify, { type FastifyError, type FastifyInstance, type FastifyReply } from "fastify";
import { addressOf } from "../socket/upgrade.ts";
import { type AccessDeps, closeByDefault } from "./access.ts";
import { type DeskRouteDeps, registerDeskRoutes } from "./desks.ts";
import { type DownloadDeps, registerDownloads } from "./downloads.ts";
import { type ExportRouteDeps, registerExportRoutes } from "./exports.ts";
import { type GlanceRouteDeps, registerGlanceRoutes } from "./glances.ts";
import { type ImportRouteDeps, registerImportRoute } from "./imports.ts";
import { type LibraryRouteDeps, registerLibraryRoutes } from "./library.ts";
import { endMalformed, isPlainPath, nowhere } from "./malformed.ts";
import { problemOf, refusal, secondsUntil } from "./problem.ts";
import { type ReplayRouteDeps, registerReplayRoutes } from "./replays.ts";
import { type ReportRouteDeps, registerReportRoutes } from "./reports.ts";
import { validatorCompiler } from "./routes.ts";
import { type RuleRouteDeps, registerRuleRoutes } from "./rules.ts";
import { registerSessionRoutes, type SessionRouteDeps } from "./sessions.ts";
import { registerSimulatorPictures } from "./simulator-pictures.ts";
import type { Site } from "./site.ts";
import { limitSlowBodies } from "./slow-bodies.ts";

const BODY_BYTES = 16_384;
/** Bounds of a request that comes slowly: its head, all of it, and the time between two; and of an answer that is not read. */
const HEADERS_TIMEOUT_MS = 10_000;
const REQUEST_TIMEOUT_MS = 15_000;
/** The same of a file. */
const UPLOAD_TIMEOUT_MS = 30 * 60_000;
/** What is left of a file that was refused is read for so long, so that who sends it hears why. */
const REFUSED_UPLOAD_MS = 10_000;
const KEEP_ALIVE_MS = 10_000;
/** Longer than proxies keep a connection: who closes first while the other sends breaks a request. */
const PROXY_KEEP_ALIVE_MS = 72_000;
const INACTIVE_MS = 30_000;
/** Node looks for requests that are late this often; its default is 30 s. */
const CHECK_INTERVAL_MS = 1_000;
/** Methods that change nothing. */
const READING: readonly string[] = ["GET", "HEAD", "OPTIONS"];

/**
 * What a page of ours may do. Pictures come from the hosts that are set, and no others. Styles are files: what the components
 * place and measure goes through the style object.
 */
const contentSecurityPolicy = (imageHosts: readonly string[]): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `img-src 'self' ${imageSources(imageHosts).join(" ")}`,
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");

const SECURITY_HEADERS = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=()",
} as const;

const TOO_MANY_REQUESTS = "Your address sends too many requests. Wait a second, and send fewer.";

interface Options
  extends AccessDeps,
    DeskRouteDeps,
    DownloadDeps,
    ExportRouteDeps,
    ImportRouteDeps,
    GlanceRouteDeps,
    LibraryRouteDeps,
    ReplayRouteDeps,
    ReportRouteDeps,
    RuleRouteDeps,
    SessionRouteDeps {
  /** Where the dashboard's files are; undefined serves none. */
  readonly dashboardDir: string | undefined;
  readonly trustProxy: boolean;
  readonly site: Site;
  /** Hosts from which the page may load pictures. */
  readonly imageHosts: readonly string[];
  /** Whose pictures are served; undefined where there is no simulator. */
  readonly simulatorUrl: string | undefined;
  readonly logger: ThrottledLogger;
}

/** The HTTP interface of `@frontrow/protocol/http` under `/api/v1`, and the dashboard's files; it does not listen yet. */
export async function createHttpServer(options: Options): Promise<FastifyInstance> {
  const { dashboardDir, trustProxy, imageHosts, simulatorUrl, site, logger } = options;
  const server = Fastify({
    bodyLimit: BODY_BYTES,
    trustProxy,
    logger: false,
    forceCloseConnections: true,
    requestTimeout: UPLOAD_TIMEOUT_MS,
    keepAliveTimeout: trustProxy ? PROXY_KEEP_ALIVE_MS : KEEP_ALIVE_MS,
    connectionTimeout: INACTIVE_MS,
    http: { headersTimeout: HEADERS_TIMEOUT_MS, connectionsCheckingInterval: CHECK_INTERVAL_MS },
    clientErrorHandler: (error, socket) => endMalformed(error, socket, logger),
    frameworkErrors: (error, _request, reply) => sendProblem(reply as FastifyReply, nowhere(error)),
  });
  const headers = { "content-security-policy": contentSecurityPolicy(imageHosts), ...SECURITY_HEADERS };
  server.addHook("onRequest", async (_request, reply) => {
    reply.headers(headers);
  });
  server.addHook("onRequest", async (request) => {
    const waitMs = options.addresses?.spendRequest(addressOf(request.raw, trustProxy));
    if (waitMs !== undefined) throw refusal("RATE_LIMITED", TOO_MANY_REQUESTS, Date.now() + waitMs);
    if (!isPlainPath(request.raw.url ?? "")) throw nowhere();
    const refused = site.refusalOf(request.raw, READING.includes(request.method) ? "read" : "change");
    if (refused) throw refused;
  });
  limitSlowBodies(server, { bodyMs: REQUEST_TIMEOUT_MS, restMs: REFUSED_UPLOAD_MS }, logger);
  // JSON alone: a form of another site's page can send text.
  server.removeContentTypeParser("text/plain");
  // No body is no error, though the request names a type: many clients name it in each.
  const parseJson = server.getDefaultJsonParser("error", "error");
  server.addContentTypeParser<string>("application/json", { parseAs: "string" }, (request, body, done) =>
    body === "" ? done(null) : parseJson(request, body, done),
  );
  closeByDefault(server, options);
  server.setValidatorCompiler(validatorCompiler);
  server.setErrorHandler((error: FastifyError | FrontrowError, _request, reply) => {
    const known = error instanceof FrontrowError ? error : translated(error);
    if (known instanceof FrontrowError) logger.info({ code: known.code }, "request refused");
    else logger.error({ err: error }, "request failed");
    return sendProblem(reply, known);
  });
  await server.register(
    async (api) => {
      registerDeskRoutes(api, options);
      registerReplayRoutes(api, options);
      registerReportRoutes(api, options);
      registerSessionRoutes(api, options);
      registerLibraryRoutes(api, options);
      registerGlanceRoutes(api, options);
      registerExportRoutes(api, options);
      registerRuleRoutes(api, options);
      await registerImportRoute(api, options);
    },
    { prefix: "/api/v1" },
  );
  registerDownloads(server, options);
  if (simulatorUrl !== undefined) registerSimulatorPictures(server, simulatorUrl);
  await server.register((site) => serveDashboard(site, dashboardDir));
  return server;
}

/** The page, its files, and what answers where there is nothing. */
async function serveDashboard(site: FastifyInstance, dashboardDir: string | undefined): Promise<void> {
  site.addHook("onRoute", (route) => {
    route.config = { ...route.config, access: "static" };
  });
  if (dashboardDir) await site.register(fastifyStatic, { root: dashboardDir, cacheControl: false, setHeaders: cache });
  site.setNotFoundHandler((request, reply) => {
    const wantsPage = request.method === "GET" && String(request.headers.accept).includes("text/html");
    // The dashboard routes its own addresses.
    if (dashboardDir && wantsPage && !request.url.startsWith("/api/")) return reply.sendFile("index.html");
    return sendProblem(reply, nowhere());
  });
}

function sendProblem(reply: FastifyReply, error: unknown): FastifyReply {
  const problem = problemOf(error);
  if (problem.retryAtMs !== undefined) reply.header("retry-after", secondsUntil(problem.retryAtMs));
  return reply.code(problem.status).type("application/problem+json").header("cache-control", "no-store").send(problem);
}

/** What Fastify itself refuses. */
function translated(error: FastifyError): unknown {
  const codes: Partial<Record<number, ErrorCode>> = {
    400: "BAD_MESSAGE",
    413: "TOO_LARGE",
    415: "BAD_MESSAGE",
    403: "NOT_FOUND",
    404: "NOT_FOUND",
  };
  const code = codes[error.statusCode ?? 500];
  const message = error.statusCode === 415 ? "give the body as content-type: application/json" : error.message;
  return code ? new FrontrowError(code, message, { cause: error }) : error;
}

/** Built files carry a hash in their names, so a new build has new names; the page that names them is asked for each time. */
function cache(response: { header(name: string, value: string): unknown }, path: string): void {
  const isHashed = /[\\/]assets[\\/]/.test(path);
  response.header("cache-control", isHashed ? "public, max-age=31536000, immutable" : "no-cache");
}
