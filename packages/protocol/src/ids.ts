import { z } from "zod";

export { DEMO_PREFIX, isDemo, normaliseHandle } from "./handle.ts";

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

export const creatorIdOf = (handle: string): CreatorId => `cr_${handle}` as CreatorId;
export const handleOf = (creatorId: CreatorId): string => creatorId.slice("cr_".length);

/** The letters of an id: five bits each. */
export const ID_LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
/** A letter for the last five bits of each byte. */
export const idLettersOf = (bytes: Iterable<number>): string => [...bytes].map((byte) => ID_LETTERS[byte & 31]).join("");
