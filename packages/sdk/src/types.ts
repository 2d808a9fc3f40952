import type { CreatorState } from "@frontrow/protocol/creator";
import type { DeskData, DeskMode, DeskState, Language, ReplayView } from "@frontrow/protocol/desk";
import type { ErrorCode } from "@frontrow/protocol/errors";
import type { LiveEvent } from "@frontrow/protocol/event";
import type { RouteBody } from "@frontrow/protocol/http";
import type { Insight, Moment, Spike } from "@frontrow/protocol/insight";
import type { RecordingSummary } from "@frontrow/protocol/recording";
import type { ReplayCommand } from "@frontrow/protocol/replay";
import type { ConnectionState } from "./connection-state.ts";

export type {
  ConnectionState,
  CreatorState,
  DeskData,
  DeskMode,
  DeskState,
  ErrorCode,
  Insight,
  Language,
  LiveEvent,
  RecordingSummary,
  ReplayCommand,
};

/** What proves that a desk is ours. Keep it like a password: who has it can use the desk. */
export interface DeskCredentials {
  readonly deskId: string;
  readonly resumeToken: string;
}

/** Where a client may keep its desk between page loads. Not asked for anything else. */
export interface CredentialStorage {
  load(): DeskCredentials | undefined;
  save(credentials: DeskCredentials | undefined): void;
}

export interface FrontrowClientOptions {
  /** Address of a gateway: `https://host`, `http://localhost:3000`, or the same with `ws`. In a browser: `location.origin`. */
  readonly url: string;
  /** A desk to join; without both, the one that `storage` knows, or a new one. */
  readonly deskId?: string;
  readonly resumeToken?: string;
  readonly storage?: CredentialStorage;
  /** `batched` (default) is one frame for many events; both give the same events. */
  readonly dialect?: "batched" | "plain";
  /** For Node 20: `import { WebSocket } from "ws"`. A browser has its own. */
  readonly WebSocket?: WebSocketConstructor;
  /** For tests: a seeded source of numbers from 0 up to 1. */
  readonly random?: () => number;
}

/** The part of a WebSocket that the client uses: the browser's, and that of `ws`. */
export interface WebSocketLike {
  onopen: ((event: never) => void) | null;
  onmessage: ((event: { data: unknown } & never) => void) | null;
  onclose: ((event: { code: number } & never) => void) | null;
  onerror: ((event: never) => void) | null;
  send(data: string): void;
  close(code?: number): void;
}
export type WebSocketConstructor = new (url: string, protocols?: string[]) => WebSocketLike;

/** What the desk's source is doing, folded from all that the server says of it. */
export interface SourceStatus {
  /** `none`: the desk watches nobody. `failed`: the name is wrong, see `code`. */
  readonly state: CreatorState | "none";
  readonly username?: string;
  /** The broadcast on the screen; stays after its end. */
  readonly session?: string;
  readonly roomId?: string;
  /** The creator's name at TikTok now, when it is no longer `username`. */
  readonly renamedTo?: string;
  readonly nickname?: string;
  readonly avatarUrl?: string;
  readonly title?: string;
  /** When Frontrow began to watch this broadcast. */
  readonly sinceMs?: number;
  /** Why it is not live, what a person may read of it, and when it is tried again. */
  readonly code?: ErrorCode;
  readonly message?: string;
  readonly retryAtMs?: number;
}

/** All that a client emits to its listeners, in order. A reducer over this union is a whole view. */
export type ClientEvent =
  /** The connection to the server. What is on the screen stays; it is stale unless `open`. */
  | { readonly type: "connection"; readonly connection: ConnectionState }
  /**
   * What to add to this machine's clock for the server's, which all times of events are by: said on each new connection, before
   * its state is `open`. Off by the time that a message takes.
   */
  | { readonly type: "clock"; readonly offsetMs: number }
  /** Which desk this is, and its state. */
  | { readonly type: "desk"; readonly deskId: string; readonly desk: DeskState }
  | { readonly type: "status"; readonly status: SourceStatus }
  /** The desk no longer watches what is on the screen: show nothing of it. */
  | { readonly type: "cleared" }
  /**
   * Replaces all that is on the screen: the last events, oldest first. A seek is another `epoch` of the same session. Full `metrics` and `leaderboard` insights follow at
   * once, and then all that was understood before as one `insights` event that `isStanding`.
   */
  | { readonly type: "snapshot"; readonly session: string; readonly epoch: number; readonly events: readonly LiveEvent[] }
  /**
   * The desk shows something else from here on: a replay, or what it watches. Nothing of the screen before is left; a snapshot
   * follows when there is something to show.
   */
  | { readonly type: "mode"; readonly mode: DeskMode; readonly replay?: ReplayView }
  /** Something happened in the broadcast that the desk watches, while it views a replay. */
  | { readonly type: "liveAlert"; readonly session: string; readonly username: string; readonly moment: Spike | Moment }
  /** New events of the session on the screen: each exactly once, in order. */
  | { readonly type: "events"; readonly session: string; readonly events: readonly LiveEvent[] }
  /**
   * What the fold concludes: `metrics` hold absolute values, of those that changed; boards (`leaderboard`, `scores`,
   * `conversation`, `viewerUpdate`, `replayState`) are whole; questions, spikes, moments and prompts have ids, and the last one said holds.
   * With `isStanding` it is no news but how things stand: nothing of it is to be announced.
   */
  | { readonly type: "insights"; readonly session: string; readonly insights: readonly Insight[]; readonly isStanding?: true }
  /** What is read over HTTP is another now: of one recording, where one is named. After a cut anything may be. */
  | { readonly type: "dataChanged"; readonly data: DeskData; readonly recordingId?: string }
  /** A language model's words for a prompt, in the desk's language: they replace the ones that the rule has. */
  | { readonly type: "promptWorded"; readonly promptId: string; readonly text: string; readonly language: Language }
  /** Behind: likes, joins and viewer counts come only in `metrics` until `behind` is false. Totals stay exact. */
  | { readonly type: "lagging"; readonly behind: boolean; readonly folded: number }
  /** A command was refused, or the server has something to say. */
  | { readonly type: "error"; readonly code: ErrorCode; readonly message: string; readonly retryAtMs?: number };

export type ClientEventOf<T extends ClientEvent["type"]> = Extract<ClientEvent, { type: T }>;

export type RequestMethod = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

export interface RequestOptions {
  /** Sent as JSON; a file as it is. */
  readonly body?: unknown;
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
  /** What sends it instead of `fetch`, which does not say how much of a file was sent. */
  readonly send?: (address: string, request: RequestInit) => Promise<Response>;
}

/** What is asked for now and then, over HTTP, with the desk's token. All reject with a `FrontrowRequestError`. */
export interface Requests {
  /** Asks for what is below `/api/v1/desks/{deskId}/`; the names of `createLibrary` and those here say it shorter. */
  request<Body>(method: RequestMethod, path: string, options?: RequestOptions): Promise<Body>;
  /** What a number of the session on the screen is made of: a total has an `explanation`, a score the parts of all `scores`. */
  explain(metric: string): Promise<RouteBody<"explain">>;
  /** Its audience: how many, how long, and the fifty most engaged. */
  viewers(): Promise<RouteBody<"readViewers">>;
  /** What was given to the host, and by whom: all gifters, best first, at most five hundred. */
  gifts(): Promise<RouteBody<"readGifts">>;
  /** Its last questions as this desk has resolved them, with the response rate and time. */
  questions(): Promise<RouteBody<"readQuestions">>;
  /** What the desk can replay, newest first, and the samples. */
  recordings(): Promise<readonly RecordingSummary[]>;
}

/** What the desk is to show: what it watches (or `username`), or a replay; without an id, of what is on its screen. */
export type ModeRequest =
  | { readonly mode: "LIVE"; readonly username?: string }
  | { readonly mode: "REPLAY"; readonly recordingId?: string; readonly atMs?: number; readonly paused?: boolean };

export interface FrontrowClient extends Requests {
  /** The connection to the server. */
  readonly state: ConnectionState;
  /** The desk, once the server has named it. */
  readonly desk: ({ readonly deskId: string } & DeskState) | undefined;
  readonly status: SourceStatus;
  /** Connects, and stays connected until `close`. While waiting to reconnect, reconnects now; else does nothing. */
  connect(): void;
  /** Disconnects for good; the desk stays on the server for a while. `connect` connects again. */
  close(): void;
  /** Watches a creator: a name, `@name`, a LIVE page's address, or `demo:name`. Remembered while offline. */
  watch(username: string): void;
  unwatch(): void;
  setLanguage(language: Language): void;
  /**
   * Answers a detected question, by its id, for this desk and its members alone; `desk` events say so. Remembered while
   * offline, like all commands: of questions, the last twenty.
   */
  answerQuestion(questionId: string): void;
  ignoreQuestion(questionId: string): void;
  /** Neither answered nor ignored after all. */
  reopenQuestion(questionId: string): void;
  /** Lets a language model word prompts for this desk, where the server has one. */
  setCoach(coach: { readonly usesModel: boolean }): void;
  /** Begins or ends a replay, for this desk alone. */
  setMode(request: ModeRequest): void;
  /** Moves the replay that the desk views. Of seeks one is under way; of those asked for meanwhile the newest follows it. */
  replay(command: ReplayCommand): void;
  /** Whether what the desk watches is recorded for it; it is, until told otherwise. */
  setRecording(recording: { readonly records: boolean }): void;
  /** Tells `listener` everything from now on; returns how to stop that. A listener that throws does not stop the others. */
  on(listener: (event: ClientEvent) => void): () => void;
}
