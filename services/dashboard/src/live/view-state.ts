import type { DeskData, DeskState, Language, ReplayView } from "@frontrow/protocol/desk";
import type {
  AutomatedPrompt,
  Conversation,
  Leaderboard,
  QuestionDetected,
  ReplayState,
  Room,
  Scores,
  ViewerUpdate,
} from "@frontrow/protocol/insight";
import type { Metrics } from "@frontrow/protocol/metrics";
import type { ConnectionState, ErrorCode, SourceStatus } from "@frontrow/sdk/client";
import type { Arrival } from "./arrivals.ts";
import type { Caption } from "./caption.ts";
import { type ChatLog, emptyChat, type Moderation } from "./chat-log.ts";
import type { RememberedCurves } from "./curves-memory.ts";
import { emptyGifts, type GiftFeed } from "./gift-feed.ts";
import type { Happened } from "./happened.ts";
import type { Notice } from "./notices.ts";
import { emptySeries, type Series } from "./series.ts";

/** The page's own connection to Frontrow, whatever it shows, and since when it is so. */
export interface Link {
  readonly connection: ConnectionState;
  readonly sinceMs: number;
  /** When it was last open; undefined before the first time. */
  readonly lastOpenMs: number | undefined;
}

/** What Frontrow is doing about the creator this desk watches. */
export interface Source {
  readonly status: SourceStatus;
  /** When this page saw the state begin. */
  readonly sinceMs: number;
  /** It was waited for, so going live is news. */
  readonly wasAwaited: boolean;
}

/** A language model's words for a prompt; they replace the rule's. */
export interface Wording {
  readonly promptId: string;
  readonly text: string;
  readonly language: Language;
}

export type ReplayLoop = NonNullable<ReplayState["loop"]>;

/** What somebody here has asked of the replay, and the server has not said yet. */
export interface ReplayRequest {
  readonly state?: "playing" | "paused";
  readonly positionMs?: number;
  /** The epoch that was on the screen when the position was asked for. */
  readonly inEpoch?: number | undefined;
  readonly speed?: number;
  readonly skipIdle?: boolean;
  readonly loop?: ReplayLoop | null;
  readonly atMs: number;
}

/** The replay that the desk views. */
export interface ViewedReplay {
  readonly view: ReplayView;
  /** Where it stands, as the server said last; undefined before that. */
  readonly told: ReplayState | undefined;
  readonly toldAtMs: number;
  readonly asked: ReplayRequest | undefined;
}

/**
 * All that the page shows of one session in one epoch. Another session gets a new one, and so does a seek, so nothing of an old
 * broadcast or of a later moment can stay.
 */
export interface Broadcast {
  readonly session: string;
  readonly epoch: number;
  readonly metrics: Partial<Metrics>;
  readonly chat: ChatLog;
  readonly gifts: GiftFeed;
  /** Who came in last, oldest first, at most `ARRIVAL_LIMIT`. */
  readonly arrivals: readonly Arrival[];
  readonly leaderboard: Leaderboard["gifters"];
  readonly series: Series;
  /** What the scores are made of; undefined until the fold has said it, like the next two. */
  readonly scores: Scores | undefined;
  readonly conversation: Conversation | undefined;
  readonly viewerUpdate: ViewerUpdate | undefined;
  /** What stands on the screen and the stage beside the chat; undefined until the fold has said it. */
  readonly room: Room | undefined;
  /** What the host said last, as TikTok heard it; undefined where nobody writes it down. */
  readonly caption: Caption | undefined;
  /** Oldest first, at most `QUESTION_LIMIT`. What this desk did about them is in `ViewState.desk`. */
  readonly questions: readonly QuestionDetected[];
  /** Oldest first, at most `MOMENT_LIMIT`; first chats and gifts are marks on their rows instead. */
  readonly moments: readonly Happened[];
  /** Oldest first, at most `PROMPT_LIMIT`, and as many wordings. */
  readonly prompts: readonly AutomatedPrompt[];
  readonly wordings: readonly Wording[];
  /** What was taken off the screen last, oldest first, at most `MODERATION_LIMIT`. */
  readonly moderation: readonly Moderation[];
  /** Whether the first metrics are here: before them, zeros would be a lie. */
  readonly isReady: boolean;
  /** Since when the host pauses; undefined while the broadcast goes on. */
  readonly pausedSinceMs: number | undefined;
  /** The broadcast has ended; what is here is all there will be. */
  readonly isOver: boolean;
  /** Event time up to which the page knows all, when a snapshot says that what followed was not delivered. */
  readonly knownUntilMs: number | undefined;
  /** Output is behind, and counts come folded until the page catches up. */
  readonly isBehind: boolean;
}

/** A command that was refused: the code is for the details, never the headline. */
export interface Refusal {
  readonly code: ErrorCode;
  readonly message: string;
  /** Of a limit: when to try again. */
  readonly retryAtMs?: number;
}

/** All times are the server's: a browser's own clock may be an hour off. */
export interface ViewState {
  /** What to add to this machine's clock for the server's; 0 until the server has said its time. */
  readonly clockOffsetMs: number;
  readonly link: Link;
  /** This desk: its language, its answers. Undefined until the server has said it: "watches nobody" is only a guess then. */
  readonly desk: DeskState | undefined;
  readonly source: Source;
  readonly broadcast: Broadcast | undefined;
  /** Undefined in LIVE. */
  readonly replay: ViewedReplay | undefined;
  /** Why the last thing that was asked of a replay was refused. */
  readonly replayRefusal: (Refusal & { readonly atMs: number }) | undefined;
  /** The name that somebody asked to watch, until the server has answered. */
  readonly requested: string | undefined;
  /** The answer to the last name, when it was refused. */
  readonly refusal: Refusal | undefined;
  readonly notices: readonly Notice[];
  /** How often this page heard that something which is read over HTTP is another now, or may be. */
  readonly dataChanges: Readonly<Record<DeskData, number>>;
  /** What the page before this reload had drawn; taken by the first snapshot. */
  readonly remembered: RememberedCurves | undefined;
}

export const emptyBroadcast = (session: string, epoch = 1): Broadcast => ({
  session,
  epoch,
  metrics: {},
  chat: emptyChat,
  gifts: emptyGifts,
  arrivals: [],
  leaderboard: [],
  series: emptySeries,
  scores: undefined,
  conversation: undefined,
  viewerUpdate: undefined,
  room: undefined,
  caption: undefined,
  questions: [],
  moments: [],
  prompts: [],
  wordings: [],
  moderation: [],
  isReady: false,
  pausedSinceMs: undefined,
  isOver: false,
  knownUntilMs: undefined,
  isBehind: false,
});

export const initialState = (nowMs: number, remembered?: RememberedCurves): ViewState => ({
  clockOffsetMs: 0,
  link: { connection: { state: "idle" }, sinceMs: nowMs, lastOpenMs: undefined },
  desk: undefined,
  source: { status: { state: "none" }, sinceMs: nowMs, wasAwaited: false },
  broadcast: undefined,
  replay: undefined,
  replayRefusal: undefined,
  requested: undefined,
  refusal: undefined,
  notices: [],
  dataChanges: { recordings: 0, exports: 0, rules: 0, viewers: 0 },
  remembered,
});

/** Names what is on the screen: another one, be it a seek, shares nothing with it. Undefined while nothing is. */
export const screenOf = ({ broadcast }: Pick<ViewState, "broadcast">): string | undefined =>
  broadcast && `${broadcast.session}:${broadcast.epoch}`;

/** Viewers now, or undefined until TikTok has sent a number once: the count begins at zero, which would be read as an empty room. */
export const viewersIn = ({ viewers, viewersPeak }: Partial<Metrics>): number | undefined =>
  viewersPeak === 0 ? undefined : viewers;
