import type { EventEmitter } from "node:events";
import { SignConfig, TikTokLiveConnection, WebcastEvent } from "tiktok-live-connector";
import { serveRole } from "../lib/role.ts";

/** The peer: the connector as its documentation uses it, with a handler for each event that does nothing but count. */
let received = 0;

serveRole({
  async start({ url, name }: { url: string; name: string }) {
    const host = new URL(url).host;
    SignConfig.basePath = url;
    const connection = new TikTokLiveConnection(name, {
      processInitialData: false,
      webConfigOverrides: { TIKTOK_HOST_WEB: host, TIKTOK_HOST_WEBCAST: host },
      webClientOptions: {
        hooks: {
          beforeRequest: [
            (request: { url: URL | string | undefined }) => {
              if (request.url instanceof URL) request.url.protocol = "http:";
            },
          ],
        },
      },
      // biome-ignore lint/suspicious/noExplicitAny: the connector's option types are narrower than what it takes
    } as any);
    // Typed as an emitter of its own events only through a package that it does not re-export.
    const emitter = connection as unknown as EventEmitter;
    emitter.on("error", () => {});
    for (const event of Object.values(WebcastEvent)) emitter.on(event, () => (received += 1));
    await connection.connect();
  },
  events: () => received,
});
