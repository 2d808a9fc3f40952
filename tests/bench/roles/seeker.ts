import type { ReplayState } from "@frontrow/protocol/insight";
import type { ReplayCommand } from "@frontrow/protocol/replay";
import { createFrontrowClient, type FrontrowClient, type WebSocketConstructor } from "@frontrow/sdk/client";
import { WebSocket } from "ws";
import { serveRole } from "../lib/role.ts";

let client: FrontrowClient;
let bytes = 0;
/** What the newest snapshot has shown: a dashboard is full once what stands has come after its events. */
let full = 0;
let onFull = () => {};
let state: { said: ReplayState; seenMs: number } | undefined;

/** A desk is kept once it has been told something. */
const LANGUAGE = "de";

/** Counts what comes in, as it is after the connection has unpacked it. */
class Counted extends WebSocket {
  constructor(url: string, protocols?: string[]) {
    super(url, protocols);
    this.on("message", (data: Buffer) => {
      bytes += data.length;
    });
  }
}

/** One socket of a desk that views a replay. */
serveRole({
  async connect({ port }: { port: number }): Promise<string> {
    client = createFrontrowClient({ url: `http://127.0.0.1:${port}`, WebSocket: Counted as unknown as WebSocketConstructor });
    const desk = new Promise<string>((resolve) => {
      client.on((event) => {
        if (event.type === "desk" && event.desk.language === LANGUAGE) resolve(event.deskId);
        if (event.type !== "insights") return;
        if (event.isStanding) {
          full += 1;
          onFull();
        }
        const said = event.insights.findLast((insight) => insight.type === "replayState");
        if (said) state = { said, seenMs: performance.now() };
      });
    });
    client.connect();
    client.setLanguage(LANGUAGE);
    return desk;
  },
  shown: () => full,
  /** Milliseconds from the command to a full dashboard. */
  async seek({ atMs }: { atMs: number }): Promise<number> {
    const beganMs = performance.now();
    const shown = new Promise<void>((resolve) => {
      onFull = resolve;
    });
    client.replay({ action: "seek", value: { atMs } });
    await shown;
    return performance.now() - beganMs;
  },
  command(command: ReplayCommand) {
    client.replay(command);
  },
  state: () => state,
  bytes: () => bytes,
});
