import type { SourceMessage } from "./messages.ts";

/** Fields that TikTok fills in nearly every message that has them. When one falls empty, TikTok has moved it. */
export const watchedFields = ["msgId", "createTime", "userId", "chatText", "giftId", "giftDiamonds"] as const;
export type WatchedField = (typeof watchedFields)[number];

const isFilled = (value: number | string | undefined): boolean =>
  value !== undefined && value !== "" && value !== "0" && value !== 0;

/** Tells of each watched field that a message should have whether it is filled. */
export function observeFields({ method, body }: SourceMessage, on: (field: WatchedField, isFilled: boolean) => void): void {
  on("msgId", isFilled(body.common?.msgId));
  on("createTime", isFilled(body.common?.createTime));
  if (method === "WebcastChatMessage" || method === "WebcastLikeMessage") on("userId", isFilled(body.user?.id));
  if (method === "WebcastChatMessage") on("chatText", isFilled(body.content) || (body.emotes?.length ?? 0) > 0);
  if (method !== "WebcastGiftMessage") return;
  on("userId", isFilled(body.user?.id));
  on("giftId", isFilled(body.giftId));
  on("giftDiamonds", isFilled(body.gift?.diamondCount));
}
