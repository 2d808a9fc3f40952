import { SIMULATOR_PICTURE, SIMULATOR_PICTURES } from "@frontrow/protocol/image-hosts";
import type { FastifyInstance } from "fastify";
import { nowhere } from "./malformed.ts";

const TIMEOUT_MS = 3_000;
/** The simulator's are some 300 bytes. */
const MAX_BYTES = 16_384;

/**
 * Serves the pictures of simulated broadcasts under the page's own address: the simulator is a neighbour of ours, and not
 * of whoever watches. Only drawings come through, at the addresses that ingest gives them.
 */
export function registerSimulatorPictures(site: FastifyInstance, simulatorUrl: string): void {
  site.get(`${SIMULATOR_PICTURES}/*`, { config: { access: "static" } }, async (request, reply) => {
    const path = `/${(request.params as { "*": string })["*"]}`;
    if (!SIMULATOR_PICTURE.test(path)) throw nowhere();
    const drawing = await draw(`${simulatorUrl}${path}`);
    return reply
      .type("image/svg+xml")
      .header("content-security-policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox")
      .header("cache-control", "public, max-age=86400")
      .send(drawing);
  });
}

async function draw(url: string): Promise<string> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS), redirect: "error" });
    const drawing = answer.ok ? await answer.text() : "";
    if (drawing && drawing.length <= MAX_BYTES) return drawing;
  } catch (cause) {
    throw nowhere(cause);
  }
  throw nowhere();
}
