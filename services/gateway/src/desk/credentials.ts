import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { type DeskId, idLettersOf } from "@frontrow/protocol/ids";

/** What names a desk, and what lets its holder use it. */
export interface Credentials {
  readonly deskId: DeskId;
  readonly token: string;
}

const TOKEN_BYTES = 32;
/** Of those, how many say when it was made, in milliseconds. */
const TIME_BYTES = 6;
/** How long credentials that were handed out and never used are good for. */
const UNUSED_MS = 600_000;
/** Clocks of two gateways may differ by this. */
const CLOCK_SKEW_MS = 60_000;

/**
 * A new desk's id and token. The token is 208 random bits and the time; the id is 130 bits of the token's digest, is no secret, and
 * never another desk's. So any gateway can tell that both were handed out together, though the desk is written nowhere yet.
 */
export function newCredentials(nowMs = Date.now()): Credentials {
  const bytes = randomBytes(TOKEN_BYTES);
  bytes.writeUIntBE(nowMs, 0, TIME_BYTES);
  const token = bytes.toString("base64url");
  return { deskId: deskIdOf(token), token };
}

/** Whether these were handed out together, not long ago: the desk may be made with them if there is none. */
export function mayMakeDesk({ deskId, token }: Credentials, nowMs = Date.now()): boolean {
  const bytes = Buffer.from(token, "base64url");
  if (bytes.length !== TOKEN_BYTES || deskIdOf(token) !== deskId) return false;
  const ageMs = nowMs - bytes.readUIntBE(0, TIME_BYTES);
  return ageMs > -CLOCK_SKEW_MS && ageMs < UNUSED_MS;
}

function deskIdOf(token: string): DeskId {
  const digest = createHash("sha256").update(`desk ${token}`).digest().subarray(0, 26);
  return `dsk_${idLettersOf(digest)}` as DeskId;
}

export const digestOf = (token: string): string => createHash("sha256").update(token).digest("hex");

/** Whether a token is the one of this digest, in a time that does not depend on how nearly it is. */
export function isToken(token: string, digest: string): boolean {
  const given = Buffer.from(digestOf(token), "hex");
  const held = Buffer.from(digest, "hex");
  return given.length === held.length && timingSafeEqual(given, held);
}
