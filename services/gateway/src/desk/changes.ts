import type { Language } from "@frontrow/protocol/desk";
import { type CreatorId, creatorIdOf, type DeskId, normaliseHandle } from "@frontrow/protocol/ids";
import { applyWatchNotes } from "@frontrow/redis/desk-watches";
import type { CommandKey, DeskAnswer, DeskChange, DeskChangeOutcome, DeskStore } from "@frontrow/redis/desks";
import type { WantedIndex } from "@frontrow/redis/wanted-index";
import type { WatcherStore } from "@frontrow/redis/watchers";

/**
 * `applied`: the desk's log notifies its members. `unchanged`: it was so already, answer who asks. `repeated`: this command did it
 * before, and others may have changed it since: tell who asks how it is now.
 */
export type ChangeOutcome = "applied" | "unchanged" | "repeated" | "absent";

export interface QuestionChange {
  readonly type: "answerQuestion" | "ignoreQuestion" | "reopenQuestion";
  readonly questionId: string;
}

interface QuestionOutcome {
  readonly outcome: ChangeOutcome;
  /** The question's state now: a command that comes again finds what others have done since. */
  readonly answer: DeskAnswer | undefined;
}

/** Changes of a desk by its users, over a socket or over HTTP. Each may be repeated with the same `command`. */
export interface DeskChanges {
  open(deskId: DeskId, tokenDigest: string): Promise<void>;
  /** Watches the creator of this name. */
  watchByName(deskId: DeskId, username: string, command?: CommandKey): Promise<ChangeOutcome | "badUsername">;
  watch(deskId: DeskId, creatorId: CreatorId, handle: string, command?: CommandKey): Promise<ChangeOutcome>;
  unwatch(deskId: DeskId, command?: CommandKey): Promise<ChangeOutcome>;
  setLanguage(deskId: DeskId, language: Language, command?: CommandKey): Promise<ChangeOutcome>;
  setCoach(deskId: DeskId, usesModel: boolean, command?: CommandKey): Promise<ChangeOutcome>;
  resolveQuestion(deskId: DeskId, change: QuestionChange, command?: CommandKey): Promise<QuestionOutcome>;
  close(deskId: DeskId): Promise<ChangeOutcome>;
}

interface Dependencies {
  readonly desks: DeskStore;
  readonly wanted: WantedIndex;
  readonly watchers: WatcherStore;
  /** Asks for an owner of the creator's source. */
  order(creatorId: CreatorId): Promise<void>;
}

export function createDeskChanges({ desks, wanted, watchers, order }: Dependencies): DeskChanges {
  /** Updates the creators' watchers, and orders owners for their sources. A sweep finishes it if this process dies in between. */
  async function followWatch(deskId: DeskId): Promise<void> {
    for (const creatorId of await applyWatchNotes({ desks, watchers, wanted }, deskId)) await order(creatorId);
  }

  const change = async (deskId: DeskId, what: DeskChange, command?: CommandKey): Promise<ChangeOutcome> =>
    outcomeOf(await desks.change(deskId, what, command));

  const self: DeskChanges = {
    async open(deskId, tokenDigest) {
      await wanted.add("desks", deskId);
      await desks.open({ deskId, tokenDigest, language: "en" });
    },
    async watchByName(deskId, username, command) {
      const handle = normaliseHandle(username);
      return handle ? self.watch(deskId, creatorIdOf(handle), handle, command) : "badUsername";
    },
    async watch(deskId, creatorId, handle, command) {
      const outcome = await change(deskId, { type: "watch", creatorId, handle }, command);
      await followWatch(deskId);
      return outcome;
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
    async close(deskId) {
      const outcome = await change(deskId, { type: "close" });
      await followWatch(deskId);
      return outcome;
    },
  };
  return self;
}

function outcomeOf({ outcome, repeated }: DeskChangeOutcome): ChangeOutcome {
  if (outcome === "absent") return outcome;
  if (repeated) return "repeated";
  return outcome === "applied" ? "applied" : "unchanged";
}
