import { z } from "zod";
import type { MessageContent } from "../wire/message.ts";
import { snowflake } from "../wire/snowflake.ts";
import type { Viewer } from "../wire/viewer.ts";
import { hashOf } from "./random.ts";

const by = { user: z.string().min(1).max(24).default("guest") };

/** A message that somebody is made to say, through the control API or by a test. */
export const sayingSchema = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("chat"), ...by, text: z.string(), language: z.string().default("en") }),
  z.strictObject({ type: z.literal("question"), ...by, text: z.string() }),
  z.strictObject({
    type: z.literal("gift"),
    ...by,
    name: z.string().default("Rose"),
    diamonds: z.int().min(0).default(1),
    count: z.int().min(1).default(1),
    streakOpen: z.boolean().default(false),
    /** Messages with the same one are one streak. */
    groupId: z
      .string()
      .regex(/^\d{1,18}$/)
      .optional(),
  }),
  z.strictObject({ type: z.literal("like"), ...by, count: z.int().min(1).default(1), total: z.int().min(0) }),
  z.strictObject({ type: z.literal("member"), ...by }),
  z.strictObject({ type: z.literal("follow"), ...by }),
  z.strictObject({ type: z.literal("share"), ...by }),
  z.strictObject({ type: z.literal("subscribe"), ...by, months: z.int().min(1).default(1) }),
  z.strictObject({ type: z.literal("roomUser"), viewers: z.int().min(0) }),
]);
export type Saying = z.infer<typeof sayingSchema>;
export type SayingInput = z.input<typeof sayingSchema>;

/** @param newId gives an id that nothing else in the room has */
export function contentOf(saying: Saying, avatarBase: string, newId: () => string): MessageContent {
  if (saying.type === "roomUser") return { type: "roomUser", viewers: saying.viewers, viewersEver: saying.viewers, top: [] };
  const user = viewerNamed(saying.user, avatarBase);
  switch (saying.type) {
    case "chat":
      return { type: "chat", user, text: saying.text, language: saying.language };
    case "question":
      return { type: "question", user, questionId: newId(), text: saying.text };
    case "gift": {
      const { name, diamonds, count, streakOpen } = saying;
      const gift = { id: 1000 + (hashOf(name) % 9000), name, diamonds, streakable: true };
      return { type: "gift", user, gift, groupId: saying.groupId ?? newId(), repeatCount: count, repeatEnd: !streakOpen };
    }
    case "like":
      return { type: "like", user, count: saying.count, total: saying.total };
    case "member":
      return { type: "member", user, memberCount: 1 };
    case "follow":
      return { type: "follow", user, followCount: 1 };
    case "share":
      return { type: "share", user, shareCount: 1 };
    case "subscribe":
      return { type: "subscribe", user, months: saying.months };
  }
}

/** The same person for the same name. */
function viewerNamed(name: string, avatarBase: string): Viewer {
  const id = snowflake(Date.UTC(2021, 0), hashOf(name));
  return { id, handle: name.toLowerCase(), nickname: name, avatarUrl: `${avatarBase}/avatar/${id}.svg` };
}
