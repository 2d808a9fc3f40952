import type { User } from "@frontrow/protocol/event";

/** How a viewer is called on the screen: by nickname, else handle, else nothing that would claim to know. */
export const nameOf = (user: User | undefined): string => user?.nickname.trim() || user?.handle || "Somebody";

/** A handle as TikTok writes it. */
export const handleText = (handle: string): string => `@${handle}`;
