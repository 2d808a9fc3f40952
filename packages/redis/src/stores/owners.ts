import { type CreatorId, handleOf, isDemo, type WorkerId } from "@frontrow/protocol/ids";
import type { RedisClient } from "../client/client.ts";
import { defineScript, oneOf } from "../define-script.ts";
import { type ClaimedId, type ClaimRole, keys } from "../keys.ts";
import { recordOf, type Writer } from "../log/log.ts";
import { CREATOR_KEPT_MS, DEMO_KEPT_MS } from "./creators.ts";
import { REPLAY_KEPT_MS } from "./replays.ts";

export interface Claiming {
  readonly id: ClaimedId;
  readonly role: ClaimRole;
  /** The writer's text that was judged dead, "" for what nobody owns. */
  readonly expected: string;
  readonly worker: WorkerId;
  /** New for each claim and without a colon; the same in a call that is sent again. */
  readonly nonce: string;
}

export type ClaimOutcome =
  | { outcome: "claimed"; writer: Writer }
  /** The record names somebody else than was expected. */
  | { outcome: "taken" }
  /** Nobody owns it, but its last owner failed and asked for a pause. */
  | { outcome: "early"; waitMs: number };

export interface Releasing {
  readonly id: ClaimedId;
  readonly role: ClaimRole;
  readonly writer: Writer;
  /** Nobody may claim before this has passed. */
  readonly backOffMs?: number;
}

/** Who owns something now, as the record has it. */
export interface OwnerRecord {
  /** The writer's text, see `recordOf`. */
  readonly writer: string;
  readonly worker: WorkerId;
}

/**
 * Whose turn it is in one (id, role), changed only by compare-and-set. Scripts that write compare the record with their
 * writer, so that whoever lost a claim, knowingly or not, cannot write any more.
 */
export interface OwnerRecords {
  /** Claims against what the caller saw. Safe to repeat with the same nonce. Resets the writer's sequence. */
  claim(claiming: Claiming): Promise<ClaimOutcome>;
  /** Gives a claim up; the fence stays in the record. "fenced": it was not ours any more. */
  release(releasing: Releasing): Promise<"released" | "fenced">;
  /** The owner, or undefined when nobody owns it. */
  read(record: { readonly id: ClaimedId; readonly role: ClaimRole }): Promise<OwnerRecord | undefined>;
}

export function createOwnerRecords(client: RedisClient): OwnerRecords {
  return {
    claim: (claiming) => claimOwner(client, claiming),
    release: (releasing) => releaseOwner(client, releasing),
    async read({ id, role }) {
      const [writer, worker] = await client.hmget(keys.owner(id, role), "writer", "worker");
      return writer ? { writer, worker: (worker ?? "") as WorkerId } : undefined;
    },
  };
}

/** The writer that a record holds: the inverse of `recordOf`. */
export function writerOf(role: ClaimRole, text: string): Writer {
  const colon = text.lastIndexOf(":");
  return { role, nonce: text.slice(0, colon), fence: Number(text.slice(colon + 1)) };
}

const isCreator = (id: ClaimedId): boolean => id.startsWith("cr_");

/**
 * A creator has no end that its record could go with. A session's record goes with its log, an index shard's stays. A replay
 * goes by itself, and a claim that comes after that must leave nothing behind.
 */
function releasedKeptMs(id: ClaimedId, role: ClaimRole): number {
  if (role === "replay") return REPLAY_KEPT_MS;
  if (!isCreator(id)) return 0;
  return isDemo(handleOf(id as CreatorId)) ? DEMO_KEPT_MS : CREATOR_KEPT_MS;
}

const claimOwner = defineScript<Claiming, ClaimOutcome>("claim-owner.lua", {
  keys: ({ id, role }) => [keys.owner(id, role)],
  args: ({ id, expected, nonce, worker }) => [expected, nonce, worker, isCreator(id) ? 1 : 0],
  reply(raw, { role, nonce }) {
    const [word, value] = raw as [string, string];
    const outcome = oneOf("claimed", "taken", "early")(word);
    if (outcome === "claimed") return { outcome, writer: { role, nonce, fence: Number(value) } };
    return outcome === "early" ? { outcome, waitMs: Number(value) } : { outcome };
  },
});

const releaseOwner = defineScript<Releasing, "released" | "fenced">("release-owner.lua", {
  keys: ({ id, role }) => [keys.owner(id, role)],
  args: ({ id, role, writer, backOffMs = 0 }) => [
    recordOf(writer),
    writer.fence,
    Math.round(backOffMs),
    releasedKeptMs(id, role),
  ],
  reply: oneOf("released", "fenced"),
});
