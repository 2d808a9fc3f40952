import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import type { FoldItem } from "@frontrow/audience/fold";
import type { SegmentSummary } from "@frontrow/protocol/recording";

/** Items of a member: few enough that one is read for a seek, enough that names and pictures compress. */
const MEMBER_ITEMS = 512;

export type Member = SegmentSummary["members"][number];

const compress = promisify(gzip);
const decompress = promisify(gunzip);

/** Packs items, as their JSON, in members; `times` are their due times. */
export async function packMembers(
  texts: readonly string[],
  times: readonly number[],
): Promise<{ bytes: Uint8Array; members: Member[] }> {
  const parts: Uint8Array[] = [];
  const members: Member[] = [];
  for (let at = 0; at < texts.length; at += MEMBER_ITEMS) {
    const some = texts.slice(at, at + MEMBER_ITEMS);
    const bytes = await compress(`${some.join("\n")}\n`);
    parts.push(bytes);
    members.push({ bytes: bytes.byteLength, items: some.length, toMs: times[at + some.length - 1] ?? 0, sum: sumOf(bytes) });
  }
  return { bytes: Buffer.concat(parts), members };
}

/** The JSON of a member's items; undefined when these are not its bytes. */
export async function unpackMember(member: Member, bytes: Uint8Array): Promise<string[] | undefined> {
  if (!isIntact(member, bytes)) return undefined;
  try {
    const texts = (await decompress(bytes)).toString("utf8").split("\n");
    texts.pop(); // after the last line break
    return texts.length === member.items ? texts : undefined;
  } catch {
    return undefined; // made wrong: the sum is of the compressed bytes
  }
}

/** Whether these are a member's bytes. */
export const isIntact = (member: Member, bytes: Uint8Array): boolean =>
  bytes.byteLength === member.bytes && sumOf(bytes) === member.sum;

/** Due times: of each item the largest event time up to it. */
export function dueTimes(items: readonly FoldItem[], afterMs: number): number[] {
  let due = afterMs;
  return items.map(({ atMs }) => {
    due = Math.max(due, atMs);
    return due;
  });
}

const sumOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex").slice(0, 32);
