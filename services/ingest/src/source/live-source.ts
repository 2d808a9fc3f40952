import type { ErrorCode } from "@frontrow/protocol/errors";
import type { SourceMessage } from "./messages.ts";

/** Who streams, and what, as far as the place that was asked knew it. */
export interface RoomDetails {
  /** TikTok's id of the creator, which stays when they rename themselves. */
  readonly id?: string;
  /** The creator's name now, without the @. */
  readonly handle?: string;
  /** When the broadcast began, by TikTok's word. */
  readonly startedAtMs?: number;
  readonly nickname?: string;
  readonly avatarUrl?: string;
  readonly title?: string;
  /** Whether the host pauses. */
  readonly isPaused?: boolean;
}

/** What is known of a creator before a check. */
export interface KnownCreator {
  /** The creator's name now, when it is not the one that the source was made for. */
  readonly name?: string | undefined;
  /** The broadcast that was found last, while it is not known to be over. */
  readonly roomId?: string | undefined;
  /** TikTok's id of the creator whom that broadcast is of. */
  readonly hostId?: string | undefined;
  /** A broadcast that was said to be over: only the room itself is believed that it is not. */
  readonly doubtedRoomId?: string | undefined;
  /**
   * Whether the sign service may be asked who is live, where TikTok lets nobody in: it costs one of its calls. `isDisputed`: one
   * place says yes, or no, and the others do not answer.
   */
  readonly mayLookUp?: (isDisputed: boolean) => Promise<boolean>;
}

/** What a check found out about a creator. */
export type Liveness =
  /** One signal says so, and none that can know denies it. A paused broadcast is live. */
  | { readonly state: "live"; readonly roomId: string; readonly details: RoomDetails }
  | { readonly state: "offline"; readonly details: RoomDetails }
  /** There is nobody of this name. */
  | { readonly state: "unknown" }
  /** A captcha, or a refusal of this address. */
  | { readonly state: "blocked" }
  /** No answer, or one that makes no sense. */
  | { readonly state: "unreachable" };

export interface SourceHandlers {
  /** The messages of one frame, in the order of the wire. Called synchronously, and never after `closed` has resolved. */
  onMessages(messages: readonly SourceMessage[]): void;
  /** Something arrived that is no event: counted, never fatal. */
  onUnreadable(what: Unreadable): void;
}

export type Unreadable =
  /** A frame, a container or a message that does not decode, or that is larger than allowed. */
  | { readonly reason: "frame" | "container" | "message" | "tooLarge" }
  /** A message that we have no name for. */
  | { readonly reason: "unknownMethod"; readonly method: string };

/** Why an open connection is no more. */
export type Closed =
  /** The source said that the broadcast is over; worth a check, see `LiveSource.check`. */
  | { readonly reason: "ended"; readonly how: "ended" | "suspended" }
  /** The other side, or the network. */
  | { readonly reason: "lost"; readonly code: Extract<ErrorCode, "UPSTREAM_DROPPED" | "UPSTREAM_STALLED"> }
  /** We closed it. */
  | { readonly reason: "released" };

export interface SourceConnection {
  /** Resolves once, after the last batch; never rejects. */
  readonly closed: Promise<Closed>;
  /** How long ago the last frame came, of whatever kind. */
  silentForMs(): number;
  /** Lets go at once: nothing is delivered after this call. */
  release(): void;
}

/** Codes that a connect can fail with; each is a reason to try again later. */
export type ConnectCode = Extract<
  ErrorCode,
  "SIGN_RATE_LIMITED" | "SIGN_BUDGET_SPENT" | "SIGN_UNAVAILABLE" | "SIGN_REFUSED" | "UPSTREAM_UNAVAILABLE" | "UPSTREAM_BLOCKED"
>;

export type ConnectOutcome =
  | { readonly outcome: "connected"; readonly connection: SourceConnection }
  | { readonly outcome: "failed"; readonly code: ConnectCode; readonly retryAfterMs?: number; readonly cause?: unknown }
  | { readonly outcome: "aborted" };

/**
 * Where one creator's events come from. One implementation speaks to TikTok; whatever it uses for that, with its types,
 * errors and moods, stays behind this interface.
 *
 * One connection at a time: the caller connects anew only when the last `closed` has resolved.
 */
export interface LiveSource {
  /** Whether the creator is live. Costs no sign quota but by `mayLookUp`. Never rejects: not knowing is an answer. */
  check(signal: AbortSignal, known?: KnownCreator): Promise<Liveness>;
  /** Whether the room itself says that its broadcast is over. Costs one unsigned request. Never rejects: not knowing is no. */
  isOver(roomId: string, signal: AbortSignal): Promise<boolean>;
  /**
   * Opens the one connection; costs one call of the sign service. What came with the sign answer is delivered as history
   * before this resolves. Aborting gives up at once, and leaves nothing open behind it.
   */
  connect(roomId: string, handlers: SourceHandlers, signal: AbortSignal): Promise<ConnectOutcome>;
}
