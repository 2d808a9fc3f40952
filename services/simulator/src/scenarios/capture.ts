import type { MessageContent } from "../wire/message.ts";
import { ProtoWriter } from "../wire/proto-writer.ts";
import type { Viewer } from "../wire/viewer.ts";
import type { Person } from "./people.ts";

/** One line of a capture: a decoded message under TikTok's own field names. */
export interface CaptureRow {
  readonly capture?: string;
  readonly type: string;
  readonly data: CapturedData | null;
}

/** Only what is used; captures hold much more, and any of it may be absent. */
interface CapturedData {
  readonly common?: { readonly createTime?: string; readonly displayText?: { readonly key?: string } };
  readonly user?: CapturedUser;
  readonly content?: string;
  readonly contentLanguage?: string;
  readonly gift?: { readonly id?: string; readonly name?: string; readonly diamondCount?: number; readonly type?: number };
  readonly groupId?: string;
  readonly repeatCount?: number;
  readonly repeatEnd?: number;
  readonly count?: number;
  readonly total?: number | string;
  readonly totalUser?: number | string;
  readonly memberCount?: number;
  readonly action?: string | number;
  readonly shareCount?: number;
  readonly details?: { readonly id?: string; readonly text?: string; readonly user?: CapturedUser };
  readonly emoteList?: readonly { readonly emoteId?: string }[];
}

interface CapturedUser {
  readonly id?: string;
  readonly followInfo?: { readonly followerCount?: string; readonly followingCount?: string; readonly followStatus?: string };
}

/** When it happened, by TikTok's clock; undefined where a message does not say. */
export function capturedAtMs(row: CaptureRow): number | undefined {
  const createTime = Number(row.data?.common?.createTime ?? 0);
  // A few messages have seconds where the others have milliseconds.
  return createTime > 1e12 ? createTime : undefined;
}

/**
 * What a captured message says, for our encoder; unknown types keep their name and lose their content.
 *
 * @param personOf gives a face to the hash that stands for a user in the capture
 */
export function capturedContent(row: CaptureRow, personOf: (hash: string) => Person): MessageContent {
  const { data } = row;
  const content = data && MAPPED[row.type]?.(data, viewerOf(data.user, personOf), personOf);
  if (content) return content;
  const payload = new ProtoWriter(64).message(1, (common) => common.string(1, row.type)).finish();
  return { type: "raw", method: row.type, payload };
}

type Mapper = (data: CapturedData, user: Viewer, personOf: (hash: string) => Person) => MessageContent | undefined;

const MAPPED: Readonly<Record<string, Mapper>> = {
  WebcastChatMessage: (data, user) => ({ type: "chat", user, text: data.content ?? "", language: data.contentLanguage ?? "" }),
  WebcastGiftMessage: (data, user) => ({
    type: "gift",
    user,
    gift: {
      id: Number(data.gift?.id ?? 0),
      name: data.gift?.name ?? "",
      diamonds: data.gift?.diamondCount ?? 0,
      streakable: data.gift?.type === 1,
    },
    groupId: data.groupId ?? "0",
    repeatCount: data.repeatCount ?? 1,
    repeatEnd: data.repeatEnd === 1,
  }),
  WebcastLikeMessage: (data, user) => ({ type: "like", user, count: data.count ?? 0, total: Number(data.total ?? 0) }),
  WebcastMemberMessage: (data, user) => ({ type: "member", user, memberCount: data.memberCount ?? 0 }),
  WebcastRoomUserSeqMessage: (data) => ({
    type: "roomUser",
    viewers: Number(data.total ?? 0),
    viewersEver: Number(data.totalUser ?? 0),
    top: [],
  }),
  WebcastSocialMessage(data, user) {
    const key = data.common?.displayText?.key ?? "";
    if (key.includes("follow")) return { type: "follow", user, followCount: 0 };
    if (key.includes("share")) return { type: "share", user, shareCount: data.shareCount ?? 0 };
    return undefined;
  },
  WebcastControlMessage({ action }) {
    if (action === "STREAM_PAUSED") return { type: "control", action: "paused" };
    if (action === "STREAM_UNPAUSED") return { type: "control", action: "resumed" };
    return undefined;
  },
  WebcastQuestionNewMessage({ details }, _user, personOf) {
    return {
      type: "question",
      user: viewerOf(details?.user, personOf),
      questionId: details?.id ?? "0",
      text: details?.text ?? "",
    };
  },
  WebcastEmoteChatMessage: (data, user) => ({
    type: "emote",
    user,
    emoteIds: (data.emoteList ?? []).flatMap(({ emoteId }) => (emoteId ? [emoteId] : [])),
  }),
};

function viewerOf(user: CapturedUser | undefined, personOf: (hash: string) => Person): Viewer {
  const info = user?.followInfo;
  return {
    ...personOf(user?.id ?? "nobody"),
    followers: Number(info?.followerCount ?? 0),
    following: Number(info?.followingCount ?? 0),
    isFollower: Number(info?.followStatus ?? 0) > 0,
  };
}
