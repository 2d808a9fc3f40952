import type { DeskId, SessionId } from "@frontrow/protocol/ids";
import type { ReplayCommand } from "@frontrow/protocol/replay";
import { createLogStore } from "@frontrow/redis/log";
import { createMetricsStore } from "@frontrow/redis/metrics-store";
import { createReplayStore } from "@frontrow/redis/replays";
import { eventually } from "@frontrow/testkit/eventually";
import { expect } from "vitest";
import type { Stack } from "./stack.ts";
import type { Viewer } from "./viewer.ts";

/** A desk in REPLAY, commanded over its socket, and what is stored of its replay. */
export function replayDesk({ redis: { client } }: Pick<Stack, "redis">, { client: sdk }: Pick<Viewer, "client">) {
  const log = createLogStore(client);
  const replays = createReplayStore(client);
  const metrics = createMetricsStore(client);
  const deskId = () => sdk.desk?.deskId as DeskId;
  const session = () => sdk.desk?.replay?.session as SessionId;

  async function stored() {
    const replay = await replays.read(session());
    const known = await metrics.read(session());
    if (!replay || !known) throw new Error("no replay");
    return { ...replay.record, known };
  }

  return {
    session,
    stored,
    /** Commands, and waits until the replay has obeyed. */
    async command(command: ReplayCommand): Promise<void> {
      const before = await log.tail(deskId());
      sdk.replay(command);
      const commanded = await eventually(async () => {
        const tail = await log.tail(deskId());
        if (tail?.id === before?.id) throw new Error("not commanded yet");
        return tail?.id;
      }, 30_000);
      await eventually(async () => expect((await stored()).obeyed.id).toBe(commanded), 30_000);
    },
  };
}
