import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Registry } from "prom-client";
import type { Component } from "./lifecycle.ts";
import type { Logger } from "./logger.ts";

export interface HealthServerOptions {
  readonly port: number;
  readonly host: string;
  /** What keeps this process from taking work; nothing when it can. Asked at each `/readyz`. */
  missing(): readonly string[];
  readonly registry: Registry;
  readonly logger: Pick<Logger, "error">;
}

export interface HealthServer extends Component {
  /** Its address; known once started. */
  readonly url: string;
}

/**
 * Serves what operators and orchestrators ask: `/healthz` answers while the event loop turns (restart when it does not),
 * `/readyz` says whether work can be taken (send none while it is 503), `/metrics` is Prometheus'.
 */
export function createHealthServer({ port, host, missing, registry, logger }: HealthServerOptions): HealthServer {
  const server = createServer((request, response) => {
    answer(request.url ?? "/", response).catch((err: unknown) => {
      logger.error({ err }, "health request failed");
      send(response, 500, "text/plain", "failed\n");
    });
  });

  const answer = async (url: string, response: ServerResponse): Promise<void> => {
    const path = url.split("?", 1)[0];
    if (path === "/healthz") return send(response, 200, "text/plain", "ok\n");
    if (path === "/readyz") return sendReadiness(response, missing());
    if (path === "/metrics") return send(response, 200, registry.contentType, await registry.metrics());
    send(response, 404, "text/plain", "not found\n");
  };

  return {
    name: "health",
    get url() {
      return `http://${host}:${(server.address() as AddressInfo | null)?.port ?? port}`;
    },
    start: () => listen(server, port, host),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

function sendReadiness(response: ServerResponse, missing: readonly string[]): void {
  const isReady = missing.length === 0;
  const body = isReady ? { status: "ready" } : { status: "unready", missing };
  send(response, isReady ? 200 : 503, "application/json", `${JSON.stringify(body)}\n`);
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  if (response.headersSent) return;
  response.writeHead(status, { "content-type": type, "cache-control": "no-store" });
  response.end(body);
}
