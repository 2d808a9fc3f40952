import type { DeskData, Language } from "@frontrow/protocol/desk";
import { type CreatorId, creatorIdOf, type DeskId, isDemo, normaliseHandle } from "@frontrow/protocol/ids";
import type { RecordingId } from "@frontrow/protocol/recording";
import { applyWatchNotes } from "@frontrow/redis/desk-watches";
import type { CommandKey, DeskAnswer, DeskChange, DeskChangeOutcome, DeskStore } from "@frontrow/redis/desks";
import type { RecordingStore } from "@frontrow/redis/recordings";
import type { WantedIndex } from "@frontrow/redis/wanted-index";
import type { WatcherStore } from "@frontrow/redis/watchers";
import type { DemoLimit } from "./demo-limit.ts";
import type { GuestLimits } from "./guest-limits.ts";
import type { SourceStarts } from "./source-starts.ts";

/**
 * `applied`: the desk's log notifies its members. `unchanged`: it was so already, answer who asks. `repeated`: this command did it
 * before, and others may have changed it since: tell who asks how it is now.
 */
export type ChangeOutcome = "applied" | "unchanged" | "repeated" | "absent";

export interface QuestionChange {
  readonly type: "answerQuestion" | "ignoreQuestion" | "reopenQuestion";
  readonly questionId: string;
}

/** Who names a creator. */
export interface NamedBy {
  readonly payer: string;
  readonly command?: CommandKey | undefined;
}

interface QuestionOutcome {
  readonly outcome: ChangeOutcome;
  /** The question's state now: a command that comes again finds what others have done since. */
  readonly answer: DeskAnswer | undefined;
}

/** Changes of a desk by its users, over a socket or over HTTP. Each may be repeated with the same `command`. */
export interface DeskChanges {
  /** Writes a new desk, which `payer` pays for. "taken", "closed": there is, or was, one of this id. */
  open(deskId: DeskId, tokenDigest: string, payer: string): Promise<"opened" | "taken" | "closed">;
  /** Watches the creator of this name. Throws the refusal of a limit of the payer or of the desk. */
  watchByName(deskId: DeskId, username: string, by: NamedBy): Promise<ChangeOutcome | "badUsername">;
  /** Ends the watch of a desk that had nobody since it had this many `joins`. */
  rest(deskId: DeskId, joins: number): Promise<void>;
  watch(deskId: DeskId, creatorId: CreatorId, handle: string): Promise<ChangeOutcome>;
  unwatch(deskId: DeskId, command?: CommandKey): Promise<ChangeOutcome>;
  setLanguage(deskId: DeskId, language: Language, command?: CommandKey): Promise<ChangeOutcome>;
  setCoach(deskId: DeskId, usesModel: boolean, command?: CommandKey): Promise<ChangeOutcome>;
  resolveQuestion(deskId: DeskId, change: QuestionChange, command?: CommandKey): Promise<QuestionOutcome>;
  /** Has all members read this again over HTTP: call it when it was changed. */
  noteData(deskId: DeskId, data: DeskData, recordingId?: RecordingId): Promise<void>;
  close(deskId: DeskId): Promise<ChangeOutcome>;
}

interface Dependencies {
  readonly desks: DeskStore;
  readonly wanted: WantedIndex;
  readonly watchers: WatcherStore;
  readonly recordings: Pick<RecordingStore, "releaseAll">;
  readonly guests: GuestLimits;
  readonly starts: SourceStarts;
  readonly demos: DemoLimit;
}

export function createDeskChanges({ desks, wanted, watchers, recordings, guests, starts, demos }: Dependencies): DeskChanges {
  /** Updates the creators' watchers, and orders owners for their sources. A sweep finishes it if this process dies in between. */
  async function followWatch(deskId: DeskId, share?: number): Promise<void> {
    for (const creatorId of await applyWatchNotes({ desks, watchers, wanted }, deskId)) await starts.order(creatorId, share);
  }

  const change = async (deskId: DeskId, what: DeskChange, command?: CommandKey): Promise<ChangeOutcome> =>
    outcomeOf(await desks.change(deskId, what, command));

  async function watch(
    deskId: DeskId,
    creator: { creatorId: CreatorId; handle: string },
    { command, share }: { command?: CommandKey | undefined; share?: number | undefined },
  ): Promise<ChangeOutcome> {
    const outcome = await change(deskId, { type: "watch", ...creator }, command);
    await followWatch(deskId, share);
    return outcome;
  }

  return {
    async open(deskId, tokenDigest, payer) {
      await guests.spendDesk(payer);
      await wanted.add("desks", deskId);
      return desks.open({ deskId, tokenDigest, language: "en" });
    },
    async watchByName(deskId, username, { payer, command }) {
      await guests.spendWatch(payer, deskId);
      const handle = normaliseHandle(username);
      if (!handle) return "badUsername";
      const creatorId = creatorIdOf(handle);
      const need = await starts.needOf(creatorId);
      if (need !== "none" && isDemo(handle)) await demos.begin({ deskId, payer }, creatorId);
      const share = need === "none" ? undefined : await guests.spendStart(payer, need);
      return watch(deskId, { creatorId, handle }, { command, share });
    },
    watch: (deskId, creatorId, handle) => watch(deskId, { creatorId, handle }, {}),
    async rest(deskId, joins) {
      await desks.change(deskId, { type: "reap", joins, dead: [] });
      await followWatch(deskId);
    },
    async unwatch(deskId, command) {
      const outcome = await change(deskId, { type: "unwatch" }, command);
      await followWatch(deskId);
      return outcome;
    },
    setLanguage: (deskId, language, command) => change(deskId, { type: "setLanguage", language }, command),
    setCoach: (deskId, usesModel, command) => change(deskId, { type: "setCoach", usesModel }, command),
    async resolveQuestion(deskId, what, command) {
      const changed = await desks.change(deskId, what, command);
      return { outcome: outcomeOf(changed), answer: changed.answer };
    },
    async noteData(deskId, data, recordingId) {
      await change(deskId, { type: "dataChanged", data, ...(recordingId ? { recordingId } : {}) });
    },
    async close(deskId) {
      const outcome = await change(deskId, { type: "close" });
      await followWatch(deskId);
      // What this process does not get to goes with the leases.
      await recordings.releaseAll(deskId);
      return outcome;
    },
  };
}

export function outcomeOf({ outcome, repeated }: DeskChangeOutcome): ChangeOutcome {
  if (outcome === "absent") return outcome;
  if (repeated) return "repeated";
  return outcome === "applied" ? "applied" : "unchanged";
}
