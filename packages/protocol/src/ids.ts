import { z } from "zod";

/** A run of one source: `ses_…`. */
export type SessionId = string & { readonly __brand: "SessionId" };
/** A user's or team's own place: `dsk_…`. */
export type DeskId = string & { readonly __brand: "DeskId" };
/** Who streams, keyed by the normalised handle: `cr_alice`, `cr_demo:alice`. */
export type CreatorId = string & { readonly __brand: "CreatorId" };
/** One process in one role: `wkr_…`. */
export type WorkerId = string & { readonly __brand: "WorkerId" };
/** Whatever has a log. */
export type LogId = SessionId | DeskId;

export const sessionId = z
  .string()
  .regex(/^ses_[a-z0-9]{8,40}$/)
  .transform((value) => value as SessionId);
export const deskId = z
  .string()
  .regex(/^dsk_[a-z0-9]{20,40}$/)
  .transform((value) => value as DeskId);

/** Names that begin so are simulated broadcasts. */
export const DEMO_PREFIX = "demo:";

const HANDLE = /^[a-z0-9_.]{1,24}$/;
const LIVE_PAGE = /^(?:https?:\/\/)?(?:www\.|m\.)?tiktok\.com\/@([^/?#]+)(?:\/live)?\/?(?:[?#].*)?$/i;

/**
 * The one spelling of a creator's handle, or undefined when `input` names nobody.
 *
 * Takes `name`, `@name`, a LIVE page's address, and `demo:name` for a simulated broadcast.
 *
 * @example
 * normaliseHandle("https://www.tiktok.com/@Some.One/live") // "some.one"
 * normaliseHandle("demo:Alice") // "demo:alice"
 */
export function normaliseHandle(input: string): string | undefined {
  const text = input.trim();
  if (text.length > 300) return undefined;
  const demo = text.toLowerCase().startsWith(DEMO_PREFIX);
  const rest = demo ? text.slice(DEMO_PREFIX.length) : (LIVE_PAGE.exec(text)?.[1] ?? text);
  const handle = rest.replace(/^@/, "").toLowerCase();
  if (!HANDLE.test(handle) || handle.endsWith(".")) return undefined;
  return demo ? `${DEMO_PREFIX}${handle}` : handle;
}

export const creatorIdOf = (handle: string): CreatorId => `cr_${handle}` as CreatorId;
export const handleOf = (creatorId: CreatorId): string => creatorId.slice("cr_".length);
export const isDemo = (handle: string): boolean => handle.startsWith(DEMO_PREFIX);
