import { BATCHED_SUBPROTOCOL } from "@frontrow/protocol/version";
import { Connection } from "./connection.ts";
import { type Frame, readFrame } from "./frames.ts";
import { Handshake } from "./handshake.ts";
import { Outbox } from "./outbox.ts";
import { createRequests } from "./requests.ts";
import { Subscription } from "./subscription.ts";
import type { ClientEvent, FrontrowClient, FrontrowClientOptions, WebSocketConstructor } from "./types.ts";

export { FrontrowRequestError } from "./requests.ts";
export type * from "./types.ts";

/** A client of one desk: keeps a connection to a gateway, and emits what the desk watches, exactly once and in order. */
export function createFrontrowClient(options: FrontrowClientOptions): FrontrowClient {
  const { random = Math.random } = options;
  const listeners = new Set<(event: ClientEvent) => void>();
  const emit = (event: ClientEvent) => notify(listeners, event);

  const outbox = new Outbox(
    () => `c${Math.floor(random() * 2 ** 52).toString(36)}`,
    () => performance.now(),
  );
  const subscription = new Subscription(emit);
  const connection = new Connection({
    WebSocket: options.WebSocket ?? ownWebSocket(),
    random,
    address: () => ({ url: addressOf(options.url, handshake.credentials?.deskId), protocols: protocolsOf(options) }),
    onOpen: () => handshake.start(),
    onText: (text) => {
      const frame = readFrame(text);
      if (frame) receive(frame);
    },
    onState: (connection) => emit({ type: "connection", connection }),
    onRefused: (code) => handshake.refused(code),
  });
  const handshake = new Handshake({
    options,
    connection,
    outbox,
    subscription,
    onServerTime: (serverTimeMs) => emit({ type: "clock", offsetMs: serverTimeMs - Date.now() }),
  });
  const requests = createRequests({ url: options.url, credentials: () => handshake.credentials });

  function receive(frame: Frame): void {
    const next = outbox.acknowledge(frame);
    if (!handshake.receive(frame)) subscription.receive(frame);
    if (next) connection.send(next);
  }

  return {
    get state() {
      return connection.state;
    },
    get desk() {
      return subscription.desk;
    },
    get status() {
      return subscription.status;
    },
    connect: () => connection.connect(),
    close: () => connection.close(),
    watch: (username) => connection.send(outbox.watch(username)),
    unwatch: () => connection.send(outbox.unwatch()),
    setLanguage: (language) => connection.send(outbox.setLanguage(language)),
    answerQuestion: (questionId) => connection.send(outbox.markQuestion("answerQuestion", questionId)),
    ignoreQuestion: (questionId) => connection.send(outbox.markQuestion("ignoreQuestion", questionId)),
    reopenQuestion: (questionId) => connection.send(outbox.markQuestion("reopenQuestion", questionId)),
    setCoach: ({ usesModel }) => connection.send(outbox.setCoach(usesModel)),
    setMode: (request) => connection.send(outbox.setMode(request)),
    replay(command) {
      const sent = outbox.replay(command);
      if (sent) connection.send(sent);
    },
    setRecording: ({ records }) => connection.send(outbox.setRecording(records)),
    ...requests,
    on(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** A listener that throws does not stop the others; its error becomes an uncaught one of the page. */
function notify(listeners: ReadonlySet<(event: ClientEvent) => void>, event: ClientEvent): void {
  for (const listener of listeners) {
    try {
      listener(event);
    } catch (error) {
      queueMicrotask(() => {
        throw error;
      });
    }
  }
}

const protocolsOf = ({ dialect = "batched" }: FrontrowClientOptions): string[] =>
  dialect === "batched" ? [BATCHED_SUBPROTOCOL] : [];

function addressOf(base: string, deskId: string | undefined): string {
  const url = new URL(base);
  url.protocol = url.protocol === "https:" || url.protocol === "wss:" ? "wss:" : "ws:";
  url.pathname = `${url.pathname.replace(/\/+$/, "")}/ws${deskId ? `/${deskId}` : ""}`;
  url.search = "";
  url.hash = "";
  return url.href;
}

function ownWebSocket(): WebSocketConstructor {
  const { WebSocket } = globalThis as { WebSocket?: WebSocketConstructor };
  if (!WebSocket) throw new TypeError("this platform has no WebSocket: pass one in the options");
  return WebSocket;
}
