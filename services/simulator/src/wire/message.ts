import type { Viewer } from "./viewer.ts";

/** What a gift is, wherever it is sent. */
export interface Gift {
  readonly id: number;
  readonly name: string;
  readonly diamonds: number;
  /** Whether tapping again prolongs a streak (TikTok's gift type 1). */
  readonly streakable: boolean;
  /** Whether it says that it makes streaks, where its type says something else. */
  readonly combo?: boolean;
  readonly imageUrl?: string;
}

/** A picture in or after a text. */
export interface Sticker {
  readonly id: string;
  readonly imageUrl: string;
  /** Before which character it stands. */
  readonly at: number;
}

export interface ArmyScore {
  readonly hostId: string;
  readonly score: number;
  readonly supporters: readonly { readonly user: Viewer; readonly score: number }[];
}

interface Content {
  chat: { user: Viewer; text: string; language?: string; stickers?: readonly Sticker[] };
  gift: {
    user: Viewer;
    gift: Gift;
    /** Shared by the messages of one streak. */
    groupId: string;
    repeatCount: number;
    repeatEnd: boolean;
    /** A guest who receives it, as a user or as a member of the stage. */
    toUser?: Viewer;
    toMember?: Viewer;
    /** What the gift is, is left out. */
    isBrief?: boolean;
  };
  like: { user: Viewer; count: number; total: number };
  /** Somebody came in, or (`action` 3) subscribed. */
  member: { user: Viewer; memberCount: number; action?: number };
  roomUser: { viewers: number; viewersEver: number; top: readonly { user: Viewer; score: number }[] };
  follow: { user: Viewer; followCount: number };
  share: { user: Viewer; shareCount: number };
  subscribe: { user: Viewer; months: number };
  question: { user: Viewer; questionId: string; text: string };
  emote: { user: Viewer; emoteIds: readonly string[]; imageUrl?: string };
  caption: { text: string; language: string; sentenceId: string; isPartial?: boolean };
  delete: { msgIds: readonly string[]; userIds: readonly string[] };
  envelope: { user: Viewer; envelopeId: string; diamonds: number; people: number; hidden?: boolean; businessType?: number };
  battle: {
    battleId: string;
    phase: "open" | "finish";
    startedAtMs: number;
    durationSeconds: number;
    hosts: readonly Viewer[];
    scores: readonly { hostId: string; score: number }[];
    teams?: readonly { teamId: string; hostIds: readonly string[]; score: number }[];
  };
  armies: { battleId: string; armies: readonly ArmyScore[] };
  goal: { goalId: string; description: string; progress: number; target: number; user?: Viewer };
  pin: { pinned: RoomMessage & { type: "chat" }; operator: Viewer; unpinned?: boolean };
  /** A banner of TikTok's type `kind`; `level` and `given` are what some of them are about. */
  barrage: { user: Viewer; key: string; text: string; kind?: number; level?: number; given?: number };
  /** A guest who comes on stage or leaves it. */
  guest: { guest: Viewer; state: "joined" | "left" };
  /** Everybody on stage, by ids. */
  stage: { guestIds: readonly string[] };
  poll: {
    pollId: string;
    state: "open" | "votes" | "close";
    title: string;
    options: readonly { text: string; votes: number }[];
  };
  intro: { user: Viewer; text: string; language?: string };
  control: { action: ControlAction };
  /** A message whose meaning nobody here knows. */
  raw: { method: string; payload: Uint8Array };
}

export type ControlAction = "paused" | "resumed" | "ended" | "suspended";
export type MessageType = keyof Content;

/** The content of one message, before the room gives it its id and time. */
export type MessageContent = { [T in MessageType]: { readonly type: T } & Readonly<Content[T]> }[MessageType];
export type ContentOf<T extends MessageType> = Extract<MessageContent, { type: T }>;

/** One message of a room: what TikTok would send of it. */
export type RoomMessage = MessageContent & {
  /** Decimal text; "0" is what a few of TikTok's messages have. */
  readonly msgId: string;
  /** TikTok's clock; 0 is what a few of TikTok's messages have. */
  readonly createTimeMs: number;
};
export type MessageOf<T extends MessageType> = Extract<RoomMessage, { type: T }>;
