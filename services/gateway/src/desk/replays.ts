import type { Orders } from "@frontrow/ownership/start-orders";
import type { DeskState } from "@frontrow/protocol/desk";
import { type CreatorId, creatorIdOf, type DeskId, type SessionId } from "@frontrow/protocol/ids";
import { type RecordedBroadcast, type RecordingId, recordedSession, recordingIdOf } from "@frontrow/protocol/recording";
import { type ReplayAction, type ReplayCommand, replayCommandSchema } from "@frontrow/protocol/replay";
import type { CreatorStore } from "@frontrow/redis/creators";
import type { CommandKey, DeskStore } from "@frontrow/redis/desks";
import type { LogStore } from "@frontrow/redis/log";
import type { MetricsStore } from "@frontrow/redis/metrics-store";
import type { OwnerRecords } from "@frontrow/redis/owner-record";
import type { RecordingStore } from "@frontrow/redis/recordings";
import type { ReplayStore } from "@frontrow/redis/replays";
import type { SessionStore } from "@frontrow/redis/sessions";
import type { WantedIndex } from "@frontrow/redis/wanted-index";
import { refusal } from "../http/problem.ts";
import { type ChangeOutcome, outcomeOf } from "./changes.ts";
import type { GuestLimits } from "./guest-limits.ts";
import { randomLetters } from "./random-letters.ts";
import { broadcastOf } from "./recording-holds.ts";
import type { DeskRecordings } from "./recordings.ts";

/** What is to be replayed, and from where. */
export interface ReplayWish {
  /** Without one the desk steps back in the broadcast on its screen. */
  readonly recordingId?: RecordingId | undefined;
  /** Event time; without it a recording begins at its start, and a step back at the newest moment. */
  readonly atMs?: number | undefined;
  readonly paused?: boolean | undefined;
}

/** A desk as whoever asks knows it. */
export interface AskingDesk {
  readonly deskId: DeskId;
  readonly state: DeskState;
  /** The broadcast that it shows in LIVE. */
  readonly live: SessionId | undefined;
}

interface AskedBy {
  readonly payer: string;
  readonly command?: CommandKey | undefined;
}

/** Replays of desks, each its desk's alone. What is refused is thrown: a recording that the desk does not hold, a replay that is over. */
export interface DeskReplays {
  begin(desk: AskingDesk, wish: ReplayWish, by: AskedBy): Promise<ChangeOutcome>;
  /** Ends the replay, if there is one: the desk shows its broadcast. */
  goLive(deskId: DeskId, command?: CommandKey): Promise<ChangeOutcome>;
  command(
    desk: Omit<AskingDesk, "live">,
    asked: { readonly action: ReplayAction; readonly value?: unknown },
    command?: CommandKey,
  ): Promise<ChangeOutcome>;
  setRecording(deskId: DeskId, records: boolean, command?: CommandKey): Promise<ChangeOutcome>;
  /** Somebody is at a desk in REPLAY again: its replay gets an owner. One that is gone by now is ended. */
  wake(deskId: DeskId, session: SessionId): Promise<void>;
}

interface Dependencies {
  readonly desks: DeskStore;
  readonly store: Pick<LogStore, "tail">;
  readonly creators: Pick<CreatorStore, "read">;
  readonly sessions: Pick<SessionStore, "read">;
  readonly metrics: Pick<MetricsStore, "read">;
  readonly recordings: Pick<RecordingStore, "hold">;
  /** What desks can replay. */
  readonly library: Pick<DeskRecordings, "broadcastOf">;
  readonly replays: Pick<ReplayStore, "open" | "read" | "discard">;
  readonly owners: Pick<OwnerRecords, "read">;
  readonly wanted: Pick<WantedIndex, "add">;
  readonly orders: Pick<Orders, "order">;
  readonly guests: Pick<GuestLimits, "spendReplay" | "spendReplayCommand">;
}

/** What is played, and where it begins unless somebody says where. */
interface Source {
  readonly recordingId: RecordingId;
  readonly creatorId: CreatorId;
  readonly broadcast: RecordedBroadcast;
  readonly atMs?: number | undefined;
  readonly isBehindLive?: true;
}

export function createDeskReplays(deps: Dependencies): DeskReplays {
  const { desks, store, creators, sessions, metrics, recordings, library, replays, owners, wanted, orders, guests } = deps;

  async function chosen({ deskId, live }: AskingDesk, recordingId: RecordingId): Promise<Source> {
    const broadcast = await library.broadcastOf(deskId, recordingId);
    if (!broadcast) throw refusal("RECORDING_NOT_FOUND");
    // A link into the broadcast that the desk watches is a step back in it.
    const session = live === recordedSession(recordingId) ? await sessions.read(live) : undefined;
    const isLive = live && session?.state === "open" && recordingId === recordingIdOf(live, session.sinceMs);
    return {
      recordingId,
      creatorId: creatorIdOf(broadcast.handle),
      broadcast,
      ...(isLive ? { isBehindLive: true } : {}),
    };
  }

  async function onScreen({ deskId, state, live }: AskingDesk): Promise<Source> {
    const creatorId = state.creatorId as CreatorId | undefined;
    if (!live || !creatorId) throw refusal("NOTHING_TO_REPLAY");
    const [session, status, stored] = await Promise.all([sessions.read(live), creators.read(creatorId), metrics.read(live, [])]);
    if (!session || !status) throw refusal("NOTHING_TO_REPLAY");
    // The first look at a broadcast and the first step back may be one moment: it is held by now, or not recorded for this desk.
    // It may have been told to record a moment ago, which the state that it acts on does not know yet.
    const records = state.records !== false || (await desks.read(deskId))?.state.records !== false;
    if (records && session.state === "open") await recordings.hold(deskId, live, broadcastOf(status));
    const recordingId = recordingIdOf(live, session.sinceMs);
    const broadcast = await library.broadcastOf(deskId, recordingId);
    if (!broadcast) throw refusal("NOTHING_TO_REPLAY");
    const isBehindLive = session.state === "open" ? ({ isBehindLive: true } as const) : {};
    return { recordingId, creatorId, broadcast, atMs: stored?.metrics.atMs ?? session.sinceMs, ...isBehindLive };
  }

  async function begin(deskId: DeskId, source: Source, wish: ReplayWish, command?: CommandKey): Promise<ChangeOutcome> {
    const { recordingId, creatorId, broadcast, isBehindLive } = source;
    const obeyed = await store.tail(deskId);
    if (!obeyed) return "absent";
    const sessionId = newSessionId();
    const at = { atMs: wish.atMs ?? source.atMs, isPaused: wish.paused ?? false };
    await replays.open({ sessionId, deskId, recordingId, creatorId, roomId: broadcast.roomId, ...at, obeyed });
    await wanted.add("replay", sessionId);
    const replay = { session: sessionId, recordingId, ...(isBehindLive ? { isBehindLive } : {}) };
    const changed = await desks.change(deskId, { type: "setMode", mode: "REPLAY", replay, reason: "command" }, command);
    const outcome = outcomeOf(changed);
    // A command that came again has its replay already, unless it is ours that came again, because its reply was lost.
    const isViewed = outcome === "applied" || (await desks.read(deskId))?.state.replay?.session === sessionId;
    if (isViewed) await orders.order("replay", sessionId);
    else await replays.discard(sessionId);
    return outcome;
  }

  const goLive = async (deskId: DeskId, ifSession?: SessionId, command?: CommandKey): Promise<ChangeOutcome> => {
    const only = ifSession ? { ifSession } : {};
    return outcomeOf(await desks.change(deskId, { type: "setMode", mode: "LIVE", reason: "command", ...only }, command));
  };

  return {
    async begin(desk, wish, { payer, command }) {
      // Whoever steps back in what was stepped back in: somebody else was first, and all see the same.
      if (!wish.recordingId && desk.state.mode === "REPLAY") return "unchanged";
      await guests.spendReplay(payer, desk.deskId);
      const source = wish.recordingId ? await chosen(desk, wish.recordingId) : await onScreen(desk);
      return begin(desk.deskId, source, wish, command);
    },
    goLive: (deskId, command) => goLive(deskId, undefined, command),
    async command({ deskId, state }, asked, key) {
      const command = commandIn(asked);
      await guests.spendReplayCommand(deskId);
      // Another gateway may have begun it a moment ago.
      const { replay } = state.replay ? state : ((await desks.read(deskId))?.state ?? {});
      if (!replay) throw refusal("NOT_IN_REPLAY");
      const session = replay.session as SessionId;
      const outcome =
        command.action === "stop"
          ? await goLive(deskId, session, key)
          : outcomeOf(await desks.change(deskId, { type: "commandReplay", session, command }, key));
      if (outcome === "unchanged") throw refusal("NOT_IN_REPLAY");
      return outcome;
    },
    async setRecording(deskId, records, command) {
      return outcomeOf(await desks.change(deskId, { type: "setRecording", records }, command));
    },
    async wake(deskId, session) {
      if (!(await replays.read(session))) {
        await goLive(deskId, session);
        return;
      }
      await wanted.add("replay", session);
      if (!(await owners.read({ id: session, role: "replay" }))) await orders.order("replay", session);
    },
  };
}

/** The command with its value, which is judged by its action; the first thing that is wrong is told. */
function commandIn({ action, value }: { readonly action: ReplayAction; readonly value?: unknown }): ReplayCommand {
  const parsed = replayCommandSchema.safeParse({ action, ...(value === undefined ? {} : { value }) });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw refusal("BAD_MESSAGE", [`replay ${action}`, ...(issue?.path ?? []), issue?.message ?? "malformed"].join(": "));
}

const newSessionId = (): SessionId => `ses_${randomLetters()}` as SessionId;
