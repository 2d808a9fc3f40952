import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import type { DeskId } from "@frontrow/protocol/ids";

const LETTERS = "abcdefghijklmnopqrstuvwxyz234567";

/** A new desk's id: 130 bits, so that it is never another's. Not a secret. */
export const newDeskId = (): DeskId => `dsk_${[...randomBytes(26)].map((byte) => LETTERS[byte & 31]).join("")}` as DeskId;

/** A new desk's token: 256 bits. Whoever has it may use the desk; we keep its digest alone. */
export const newToken = (): string => randomBytes(32).toString("base64url");

export const digestOf = (token: string): string => createHash("sha256").update(token).digest("hex");

/** Whether a token is the one of this digest, in a time that does not depend on how nearly it is. */
export function isToken(token: string, digest: string): boolean {
  const given = Buffer.from(digestOf(token), "hex");
  const held = Buffer.from(digest, "hex");
  return given.length === held.length && timingSafeEqual(given, held);
}
