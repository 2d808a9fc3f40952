import { createHash, randomUUID } from "node:crypto";
import type { CoachLimit, DeskData, DeskFact, DeskState, Language, ReplayView } from "@frontrow/protocol/desk";
import type { CreatorId, DeskId, SessionId, WorkerId } from "@frontrow/protocol/ids";
import type { RecordingId } from "@frontrow/protocol/recording";
import type { ReplayCommand } from "@frontrow/protocol/replay";
import type { RedisClient } from "../client/client.ts";
import { retryUntilAnswered } from "../client/retry.ts";
import { defineScript, oneOf } from "../define-script.ts";
import { keys } from "../keys.ts";

/** How long a desk without members is kept, so that whoever comes back finds it as it was. */
export interface DeskRetention {
  readonly keptMs: number;
  /** The same of a desk that never watched anybody. */
  readonly unusedKeptMs: number;
}

/** Of a caller that has no limits to keep; services have theirs in their configuration. */
const DAY: DeskRetention = { keptMs: 24 * 3_600_000, unusedKeptMs: 24 * 3_600_000 };

/** What follows from a change of a desk in a creator's slot, until it is done: see `applyWatchNotes`. */
export interface WatchNote {
  readonly creatorId: CreatorId;
  readonly action: "attach" | "detach";
  readonly generation: number;
}

export interface DeskRecord {
  readonly deskId: DeskId;
  /** SHA-256 of the desk's token, hex. The token itself is not kept. */
  readonly tokenDigest: string;
  readonly state: DeskState;
  /** Whom a reaped desk watched: it is to watch them again when somebody comes back. */
  readonly rested: string | undefined;
  /** How often somebody joined: tells a desk that was empty all the while from one that was visited. */
  readonly joins: number;
  readonly notes: readonly WatchNote[];
}

/** What changes a desk; `reap` only if nobody joined since the desk had this many `joins`, counting the dead as gone. */
export type DeskChange =
  | { readonly type: "watch"; readonly creatorId: CreatorId; readonly handle: string }
  | { readonly type: "unwatch" }
  | { readonly type: "setLanguage"; readonly language: Language }
  /** In the session that the desk views, if it does. */
  | {
      readonly type: "answerQuestion" | "ignoreQuestion" | "reopenQuestion";
      readonly questionId: string;
      readonly session?: SessionId;
    }
  /** Whether a language model may word prompts for this desk. */
  | { readonly type: "setCoach"; readonly usesModel: boolean }
  /** A budget of the language model is spent. */
  | ({ readonly type: "limitCoach" } & CoachLimit)
  /** A language model's words for a prompt: published to the members, and not kept. */
  | { readonly type: "wordPrompt"; readonly promptId: string; readonly text: string; readonly language: Language }
  | ModeChange
  /** "unchanged": the desk does not view this replay session. */
  | { readonly type: "commandReplay"; readonly session: SessionId; readonly command: ReplayCommand }
  /** Whether what the desk watches is recorded for it. */
  | { readonly type: "setRecording"; readonly records: boolean }
  /** Something that members read over HTTP is another now. */
  | { readonly type: "dataChanged"; readonly data: DeskData; readonly recordingId?: RecordingId }
  | { readonly type: "reap"; readonly joins: number; readonly dead: readonly WorkerId[] }
  | { readonly type: "close" };

interface ModeChange {
  readonly type: "setMode";
  readonly mode: DeskState["mode"];
  /** In REPLAY: what the desk is to view. The viewing begins now. */
  readonly replay?: Omit<ReplayView, "sinceMs">;
  readonly reason: Extract<DeskFact, { type: "modeSet" }>["reason"];
  /** Only if the desk views this replay session. */
  readonly ifSession?: SessionId;
}

/** What tells a command from all others of its desk: members choose ids by themselves, and two may choose the same. */
export interface CommandKey {
  readonly id: string;
  /** Who chose the id; undefined when that is not known: whoever asked for the same. */
  readonly actor: string | undefined;
}

export interface DeskChangeOutcome {
  /** `unchanged`: it was so already. `occupied`: not reaped, somebody is there. `absent`: there is no such desk. */
  readonly outcome: "applied" | "unchanged" | "occupied" | "absent";
  readonly generation: number;
  /** The command was done before, and is not done again: this is the first answer. */
  readonly repeated?: true;
  /** Of a change of a question: what the desk holds of it now. Absent when it is neither answered nor ignored. */
  readonly answer?: DeskAnswer;
}

export type DeskAnswer = NonNullable<DeskState["answers"]>[string];

/**
 * The desks: what users can change, each with a log of its own facts. Any gateway may write any desk, through one script
 * that checks, applies, appends and publishes in one step.
 */
export interface DeskStore {
  /** Call after `WantedIndex.add("desks", …)`, so that the reaper sees a desk whose gateway died. Safe to repeat. */
  open(desk: { deskId: DeskId; tokenDigest: string; language: Language }): Promise<"opened" | "taken" | "closed">;
  /** The desk, or undefined when there is none; a closed one is none, though its notes may not be done yet. */
  read(deskId: DeskId): Promise<DeskRecord | undefined>;
  /** What a desk's changes still demand in the creators' slots, a closed desk's too. */
  notes(deskId: DeskId): Promise<readonly WatchNote[]>;
  /** With a command, a repeated call is answered as the first one was; the same id from another actor, or of another change, is none. */
  change(deskId: DeskId, change: DeskChange, command?: CommandKey | string): Promise<DeskChangeOutcome>;
  /** Takes a note away once it was followed; "moved": the desk has another by now. */
  clearNote(deskId: DeskId, note: WatchNote): Promise<"cleared" | "moved">;
  /** Says how many sockets a gateway has on the desk now; with none it has left. */
  present(deskId: DeskId, gateway: WorkerId, sockets: number): Promise<"joined" | "left" | "absent">;
  /** The gateways that say they have sockets on the desk; a gateway that died never took that back. */
  gateways(deskId: DeskId): Promise<WorkerId[]>;
}

export function createDeskStore(client: RedisClient, retention: DeskRetention = DAY): DeskStore {
  // Marks this process' entries, so that an entry that a fail-over lost is not taken for the one that took its place.
  const nonce = randomUUID().slice(0, 8);
  return {
    open: (desk) => openDesk(client, { ...desk, nonce, ...retention }),
    async read(deskId) {
      const [fields, answers] = await Promise.all([
        retryUntilAnswered(client, () => client.hgetall(keys.desk(deskId))),
        retryUntilAnswered(client, () => client.hgetall(keys.answers(deskId))),
      ]);
      return fields["token"] ? recordOf(deskId, fields, answersOf(answers)) : undefined;
    },
    notes: async (deskId) => notesOf(await retryUntilAnswered(client, () => client.hgetall(keys.desk(deskId)))),
    change: (deskId, change, command) => changeDesk(client, { deskId, change, command: keyOf(command), nonce, ...retention }),
    clearNote: (deskId, note) => clearNoteOf(client, { deskId, note }),
    present: (deskId, gateway, sockets) =>
      sockets > 0 ? joinDesk(client, { deskId, gateway, sockets }) : leaveDesk(client, { deskId, gateway, ...retention }),
    gateways: (deskId) => retryUntilAnswered(client, () => client.hkeys(keys.presence(deskId))) as Promise<WorkerId[]>,
  };
}

function recordOf(deskId: DeskId, fields: Record<string, string>, answers: DeskState["answers"]): DeskRecord {
  const { token = "", mode, language, creatorId, handle, generation, joins, rested, usesModel, coachLimit } = fields;
  const { modeChanges, replay, records } = fields;
  return {
    deskId,
    tokenDigest: token,
    state: {
      mode: mode as DeskState["mode"],
      language: language as Language,
      ...(creatorId ? { creatorId, handle } : {}),
      generation: Number(generation),
      ...(answers ? { answers } : {}),
      ...(usesModel === "1" ? { usesModel: true } : {}),
      ...(coachLimit ? { coachLimit: coachLimitIn(coachLimit) } : {}),
      ...(modeChanges ? { modeChanges: Number(modeChanges) } : {}),
      ...(replay ? { replay: JSON.parse(replay) as ReplayView } : {}),
      ...(records === "0" ? { records: false } : {}),
    },
    rested,
    joins: Number(joins),
    notes: notesOf(fields),
  };
}

function coachLimitIn(text: string): CoachLimit {
  const [reason, retryAtMs] = text.split(":");
  return { reason: reason as CoachLimit["reason"], retryAtMs: Number(retryAtMs) };
}

/** Undefined when there are none. */
function answersOf(hash: Record<string, string>): DeskState["answers"] {
  const entries = Object.entries(hash).flatMap(([questionId, text]) => {
    const answer = answerIn(text);
    return answer ? [[questionId, answer] as const] : [];
  });
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

function answerIn(text: string): DeskAnswer | undefined {
  const [status, atMs, session] = text.split(":");
  if (status !== "answered" && status !== "ignored") return undefined;
  return { status, atMs: Number(atMs), ...(session ? { session } : {}) };
}

const NOTE = "todo:";

function notesOf(fields: Record<string, string>): WatchNote[] {
  return Object.entries(fields).flatMap(([field, value]) => {
    if (!field.startsWith(NOTE)) return [];
    const [action, generation] = value.split(":") as [WatchNote["action"], string];
    return [{ creatorId: field.slice(NOTE.length) as CreatorId, action, generation: Number(generation) }];
  });
}

/** All that belongs to a desk, in the order that scripts know: what lives and goes with it, then its recordings. */
export const deskKeys = (id: DeskId): string[] => [
  keys.desk(id),
  keys.log(id),
  keys.head(id),
  keys.presence(id),
  keys.answers(id),
  keys.library(id),
  keys.rules(id),
  keys.viewerNotes(id),
  keys.keptAnswers(id),
  keys.recordings(id),
];

const allKeys = ({ deskId }: { deskId: DeskId }): string[] => deskKeys(deskId);

interface Opening extends DeskRetention {
  readonly deskId: DeskId;
  readonly tokenDigest: string;
  readonly language: Language;
  readonly nonce: string;
}

const openDesk = defineScript<Opening, "opened" | "taken" | "closed">("open-desk.lua", {
  keys: allKeys,
  args: ({ deskId, tokenDigest, language, nonce, unusedKeptMs }) => [
    tokenDigest,
    language,
    `gateway:${nonce}:1`,
    keys.push(deskId),
    unusedKeptMs,
  ],
  reply: oneOf("opened", "taken", "closed"),
});

interface Changing extends DeskRetention {
  readonly deskId: DeskId;
  readonly change: DeskChange;
  readonly command: CommandKey | undefined;
  readonly nonce: string;
}

const changeDesk = defineScript<Changing, DeskChangeOutcome>("change-desk.lua", {
  keys: allKeys,
  args: ({ deskId, change, command, nonce, keptMs, unusedKeptMs }) => [
    // A call is sent again when its reply was lost: it needs an id even if the client gave none.
    command?.id ?? randomUUID(),
    `gateway:${nonce}`,
    keys.push(deskId),
    keptMs,
    JSON.stringify(command === undefined ? change : { ...change, commandId: command.id }),
    command?.actor ?? "",
    digestOf(change),
    unusedKeptMs,
  ],
  reply(raw) {
    const [word, generation, repeated, held] = raw as [string, string, string, string];
    const outcome = oneOf("applied", "unchanged", "occupied", "absent")(word);
    const answer = answerIn(held);
    return {
      outcome,
      generation: Number(generation),
      ...(repeated ? { repeated: true } : {}),
      ...(answer ? { answer } : {}),
    };
  },
});

const keyOf = (command: CommandKey | string | undefined): CommandKey | undefined =>
  typeof command === "string" ? { id: command, actor: undefined } : command;

/** What may differ when a command comes again: the session on view, and the words of a model that was asked twice. */
const INCIDENTAL: readonly string[] = ["session", "text"];

function digestOf(change: DeskChange): string {
  const asked = JSON.stringify(change, (key, value: unknown) => (INCIDENTAL.includes(key) ? undefined : value));
  return createHash("sha256").update(asked).digest("base64url").slice(0, 12);
}

const clearNoteOf = defineScript<{ deskId: DeskId; note: WatchNote }, "cleared" | "moved">("clear-note.lua", {
  keys: ({ deskId }) => [keys.desk(deskId)],
  args: ({ note: { creatorId, action, generation } }) => [creatorId, `${action}:${generation}`],
  reply: oneOf("cleared", "moved"),
});

const joinDesk = defineScript<{ deskId: DeskId; gateway: WorkerId; sockets: number }, "joined" | "absent">("join-desk.lua", {
  keys: allKeys,
  args: ({ gateway, sockets }) => [gateway, sockets],
  reply: oneOf("joined", "absent"),
});

const leaveDesk = defineScript<{ deskId: DeskId; gateway: WorkerId } & DeskRetention, "left">("leave-desk.lua", {
  keys: allKeys,
  args: ({ gateway, keptMs, unusedKeptMs }) => [gateway, keptMs, unusedKeptMs],
  reply: oneOf("left"),
});
