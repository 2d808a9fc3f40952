import { closeCodes } from "@frontrow/protocol/close-code";
import { encodeCursor } from "@frontrow/protocol/codec";
import { BATCHED_SUBPROTOCOL } from "@frontrow/protocol/version";
import { type Frame, readFrame } from "./frames.ts";
import { Link } from "./link.ts";
import { createRequests } from "./requests.ts";
import { Screen } from "./screen.ts";
import type {
  ClientEvent,
  DeskCredentials,
  FrontrowClient,
  FrontrowClientOptions,
  Language,
  WebSocketConstructor,
} from "./types.ts";
import { Wishes } from "./wishes.ts";

export { FrontrowRequestError } from "./requests.ts";
export type * from "./types.ts";

/** A client of one desk: keeps a link to a gateway, and tells its listeners what the desk watches, exactly once and in order. */
export function createFrontrowClient(options: FrontrowClientOptions): FrontrowClient {
  const { storage, random = Math.random, dialect = "batched" } = options;
  const listeners = new Set<(event: ClientEvent) => void>();
  const wishes = new Wishes(() => `c${Math.floor(random() * 2 ** 52).toString(36)}`);
  const screen = new Screen(emit);
  const given = credentialsOf(options);
  let credentials = given ?? storage?.load();
  /** What a desk that was lost had, for the new one. */
  let lastWish: { username?: string | undefined; language?: Language; usesModel?: boolean } = {};
  const requests = createRequests({ url: options.url, credentials: () => credentials });

  const link = new Link({
    WebSocket: options.WebSocket ?? ownWebSocket(),
    random,
    address: () => ({
      url: addressOf(options.url, credentials?.deskId),
      protocols: dialect === "batched" ? [BATCHED_SUBPROTOCOL] : [],
    }),
    onOpen: resume,
    onText: (text) => {
      const frame = readFrame(text);
      if (frame) take(frame);
    },
    onState: (connection) => emit({ type: "connection", connection }),
    onEnd,
  });

  function resume(): void {
    if (!credentials) return;
    const { deskId: sessionId, resumeToken } = credentials;
    const { cursor } = screen;
    const pos = cursor.desk || cursor.session ? { pos: encodeCursor(cursor) } : {};
    link.sendFirst({ type: "resume", sessionId, resumeToken, ...pos });
  }

  function take(frame: Frame): void {
    wishes.take(frame);
    if (frame.kind === "message" && frame.message.type === "sessionCreated") {
      const { sessionId: deskId, resumeToken, desk } = frame.message.data;
      credentials = { deskId, resumeToken };
      storage?.save(credentials);
      screen.sitDown(deskId, desk);
      link.established();
      wishAgain();
      sendPending();
      return;
    }
    if (frame.kind === "message" && frame.message.type === "resumed") {
      const { desk } = frame.message.data;
      if (credentials && desk && !screen.desk) screen.sitDown(credentials.deskId, desk);
      link.established();
      screen.take(frame);
      sendPending();
      return;
    }
    screen.take(frame);
  }

  /** The desk that storage remembered is gone: a new one takes its place. One that was asked for by name is not replaced. */
  function onEnd(code: number): "again" | "end" {
    const isGone = code === closeCodes.DESK_GONE.code || code === closeCodes.FORBIDDEN.code;
    if (!isGone || !credentials || given) return "end";
    const { language, usesModel = false } = screen.desk ?? {};
    lastWish = { username: screen.status.username, ...(language ? { language, usesModel } : {}) };
    credentials = undefined;
    storage?.save(undefined);
    return "again";
  }

  function wishAgain(): void {
    const { username, language, usesModel } = lastWish;
    lastWish = {};
    if (wishes.pending.length > 0) return;
    if (username !== undefined) wishes.watch(username);
    if (language !== undefined && language !== "en") wishes.setLanguage(language);
    if (usesModel) wishes.setCoach(usesModel);
  }

  function sendPending(): void {
    for (const command of wishes.pending) link.send(command);
  }

  function emit(event: ClientEvent): void {
    for (const listener of listeners) {
      try {
        listener(event);
      } catch (error) {
        // One listener's failure is its own; it still shows up as an uncaught error of the page.
        queueMicrotask(() => {
          throw error;
        });
      }
    }
  }

  return {
    get state() {
      return link.state;
    },
    get desk() {
      return screen.desk;
    },
    get status() {
      return screen.status;
    },
    connect: () => link.connect(),
    close: () => link.close(),
    watch: (username) => void link.send(wishes.watch(username)),
    unwatch: () => void link.send(wishes.unwatch()),
    setLanguage: (language) => void link.send(wishes.setLanguage(language)),
    answerQuestion: (questionId) => void link.send(wishes.settleQuestion("answerQuestion", questionId)),
    ignoreQuestion: (questionId) => void link.send(wishes.settleQuestion("ignoreQuestion", questionId)),
    reopenQuestion: (questionId) => void link.send(wishes.settleQuestion("reopenQuestion", questionId)),
    setCoach: ({ usesModel }) => void link.send(wishes.setCoach(usesModel)),
    ...requests,
    on(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

function credentialsOf({ deskId, resumeToken }: FrontrowClientOptions): DeskCredentials | undefined {
  return deskId && resumeToken ? { deskId, resumeToken } : undefined;
}

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
