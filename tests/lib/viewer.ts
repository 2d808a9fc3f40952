import type { LiveEvent } from "@frontrow/protocol/event";
import type { ReplayState } from "@frontrow/protocol/insight";
import type { Metrics } from "@frontrow/protocol/metrics";
import {
  type ClientEvent,
  createFrontrowClient,
  type DeskCredentials,
  type FrontrowClient,
  type WebSocketConstructor,
} from "@frontrow/sdk/client";
import { WebSocket } from "ws";

/** A user of the SDK that keeps all that it receives, as a test wants it. */
export interface Viewer {
  readonly client: FrontrowClient;
  /** Events of the broadcast on view, in the order in which they came; a snapshot begins anew. */
  readonly events: LiveEvent[];
  readonly metrics: Partial<Metrics>;
  /** How often the screen was replaced: once for each broadcast, unless something was not recovered. */
  readonly snapshots: number;
  readonly told: ClientEvent[];
  /** Where the replay on the screen stands. */
  readonly replay: ReplayState | undefined;
  /** What proves that its desk is its own. */
  readonly credentials: DeskCredentials | undefined;
  /** All that its sockets received, as it came. */
  readonly frames: readonly string[];
  close(): void;
}

export interface ViewerOptions {
  /** Whom it watches; nobody without it. */
  readonly username?: string;
  /** The desk that it joins; one of its own without it. */
  readonly desk?: DeskCredentials | undefined;
  /** The gateways to use, one after the other as connections are cut. */
  readonly urls: readonly string[];
  readonly dialect?: "batched" | "plain";
}

export function openViewer({ username, desk, urls, dialect = "batched" }: ViewerOptions): Viewer & { cut(): void } {
  const frames: string[] = [];
  let credentials = desk;
  const storage = {
    load: () => credentials,
    save(saved: DeskCredentials | undefined) {
      credentials = saved;
    },
  };
  const sockets = new Set<WebSocket>();
  let next = 0;
  /** A socket to the next gateway of the list, whatever address the client thinks it has. */
  class Roaming extends WebSocket {
    constructor(url: string, protocols?: string[]) {
      const to = new URL(urls[next++ % urls.length] as string);
      super(`ws://${to.host}${new URL(url).pathname}`, protocols);
      sockets.add(this);
      this.on("message", (data) => void frames.push(String(data)));
      this.once("close", () => sockets.delete(this));
    }
  }
  const client = createFrontrowClient({
    url: urls[0] as string,
    dialect,
    storage,
    WebSocket: Roaming as unknown as WebSocketConstructor,
  });
  const viewer = {
    client,
    events: [] as LiveEvent[],
    metrics: {} as Partial<Metrics>,
    snapshots: 0,
    told: [] as ClientEvent[],
    replay: undefined as ReplayState | undefined,
    get credentials() {
      return credentials;
    },
    frames,
    close: () => client.close(),
    /** Cuts the connection without a word. */
    cut: () => {
      for (const socket of sockets) socket.terminate();
    },
  };
  client.on((event) => {
    if (event.type !== "events") viewer.told.push(event);
    if (event.type === "snapshot") {
      viewer.snapshots += 1;
      viewer.events = [...event.events];
      viewer.metrics = {};
      viewer.replay = undefined;
    } else if (event.type === "cleared") viewer.replay = undefined;
    else if (event.type === "events") viewer.events.push(...event.events);
    else if (event.type === "insights") {
      for (const insight of event.insights) {
        if (insight.type === "metrics") Object.assign(viewer.metrics, insight);
        else if (insight.type === "replayState") viewer.replay = insight;
      }
    }
  });
  client.connect();
  if (username) client.watch(username);
  return viewer;
}
