import { createOrders } from "@frontrow/ownership/start-orders";
import type { DeskId, SessionId, WorkerId } from "@frontrow/protocol/ids";
import type { ReplayCommand } from "@frontrow/protocol/replay";
import { createRedis } from "@frontrow/redis/client";
import { createDeskStore } from "@frontrow/redis/desks";
import { keys } from "@frontrow/redis/keys";
import { createReplayStore } from "@frontrow/redis/replays";
import { beginReplay, type ReplayToBegin } from "../../lib/begin-replay.ts";
import { benchLogger } from "./logger.ts";

export interface Viewed {
  readonly deskId: DeskId;
  readonly session: SessionId;
}

/** Without a desk, of one without sockets. */
type Opening = Omit<ReplayToBegin, "deskId"> & { readonly deskId?: DeskId };

/** Desks that view replays, as a gateway makes them. */
export async function createReplays(url: string) {
  const redis = createRedis(url, benchLogger);
  await redis.start();
  const { client } = redis;
  const desks = createDeskStore(client);
  const replays = createReplayStore(client);
  const orders = createOrders(redis);
  let made = 0;

  const newDesk = async (): Promise<DeskId> => {
    const deskId = `dsk_bench${String(++made).padStart(21, "0")}` as DeskId;
    await desks.open({ deskId, tokenDigest: "digest", language: "en" });
    await desks.present(deskId, "wkr_bench" as WorkerId, 1);
    return deskId;
  };

  return {
    async open({ deskId: given, ...replay }: Opening): Promise<Viewed> {
      const deskId = given ?? (await newDesk());
      return { deskId, session: await beginReplay({ redis, orders }, { deskId, ...replay }) };
    },
    async command({ deskId, session }: Viewed, command: ReplayCommand): Promise<void> {
      await desks.change(deskId, { type: "commandReplay", session, command });
    },
    /** The desk is LIVE again, as after `stop`: its replay needs no owner any more. */
    async leave({ deskId }: Viewed): Promise<void> {
      await desks.change(deskId, { type: "setMode", mode: "LIVE", reason: "command" });
    },
    read: async ({ session }: Viewed) => (await replays.read(session))?.record,
    /** What all keys of a replay take in Redis. */
    async bytes({ session }: Viewed): Promise<number> {
      const all = [
        keys.session(session),
        keys.log(session),
        keys.head(session),
        keys.owner(session, "replay"),
        keys.metrics(session),
      ];
      const sizes = await Promise.all(all.map((key) => client.memory("USAGE", key, "SAMPLES", 0)));
      return sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0);
    },
    async stop(): Promise<void> {
      await orders.close();
      await redis.stop();
    },
  };
}
export type Replays = Awaited<ReturnType<typeof createReplays>>;
