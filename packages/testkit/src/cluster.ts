import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort, type RedisServer, startRedisServer } from "@frontrow/redis/server";
import calculateSlot from "cluster-key-slot";
import { Redis } from "ioredis";
import { eventually } from "./eventually.ts";
import { redisCommand } from "./redis.ts";

/** One process of a test cluster. */
export interface ClusterNode {
  readonly port: number;
  /** What the cluster calls it. */
  readonly id: string;
  /** A plain connection to this very node. */
  readonly admin: Redis;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
  /** Stops it in its tracks; it knows nothing of it when it goes on. */
  pause(): void;
  resume(): void;
}

export interface TestCluster {
  /** As `REDIS_URL` names it. */
  readonly url: string;
  readonly nodes: readonly ClusterNode[];
  slotOf(key: string): number;
  /** Who serves a key now, by the cluster's own word. */
  primaryOf(key: string): Promise<ClusterNode>;
  replicaOf(primary: ClusterNode): Promise<ClusterNode>;
  /** Moves a slot with its keys, as resharding does. */
  migrateSlot(slot: number, to: ClusterNode, during?: DuringMigration): Promise<void>;
  /** From now on the replicas of a primary get nothing from it: what is acknowledged is lost with it. */
  cutReplication(primary: ClusterNode): Promise<void>;
  /** Kills a primary and waits until its replica has taken over. */
  failOver(primary: ClusterNode): Promise<ClusterNode>;
  stop(): Promise<void>;
}

export interface DuringMigration {
  /** Some of the slot's keys are here, some there. */
  halfWay?(): Promise<void>;
  /** All are there, but the slot is still served here for who does not ask there. */
  moved?(): Promise<void>;
}

const PRIMARIES = 3;
const SLOTS = 16384;

/** Three primaries with a replica each, which notice a death after one second. Takes two to three seconds to form. */
export async function startTestCluster({ nodeTimeoutMs = 1000 } = {}): Promise<TestCluster> {
  const dir = await mkdtemp(join(tmpdir(), "frontrow-cluster-"));
  const ports = await freePorts(PRIMARIES * 4);
  const nodes = await Promise.all(
    Array.from({ length: PRIMARIES * 2 }, (_, n) => startNode(dir, nodeTimeoutMs, ports.slice(2 * n, 2 * n + 2))),
  );
  await form(nodes);

  const nodeOfId = (id: string): Node => {
    const node = nodes.find((candidate) => candidate.id === id);
    if (!node) throw new Error(`no node ${id}`);
    return node;
  };
  const living = () => nodes.filter(({ alive }) => alive());

  const cluster: TestCluster = {
    url: nodes.map(({ port }) => `redis://127.0.0.1:${port}`).join(","),
    nodes,
    slotOf: (key) => calculateSlot(key),
    primaryOf: (key) => primaryOfSlot(living(), calculateSlot(key)),
    async replicaOf(primary) {
      const line = (await clusterNodes(primary)).find(({ primaryId }) => primaryId === primary.id);
      if (!line) throw new Error("no replica");
      return nodeOfId(line.id);
    },
    async migrateSlot(slot, to, during = {}) {
      await migrateSlot(slot, await primaryOfSlot(living(), slot), to, during);
    },
    async cutReplication(primary) {
      await primary.admin.call("ACL", "SETUSER", "default", "-psync", "-sync");
      await primary.admin.call("CLIENT", "KILL", "TYPE", "replica");
    },
    async failOver(primary) {
      const replica = await cluster.replicaOf(primary);
      await primary.kill();
      await eventually(async () => {
        const mine = (await clusterNodes(replica)).find(({ flags }) => flags.includes("myself"));
        if (!mine?.flags.includes("master")) throw new Error("not promoted");
        if (!(await replica.admin.cluster("INFO")).includes("cluster_state:ok")) throw new Error("not ok");
      }, 20_000);
      return replica;
    },
    async stop() {
      await Promise.all(living().map((node) => node.kill()));
      await rm(dir, { recursive: true, force: true });
    },
  };
  return cluster;
}

interface Node extends ClusterNode {
  /** For the nodes' talk among themselves. */
  readonly busPort: number;
  alive(): boolean;
}

/** Free ports that all differ: of a dozen asked for one by one, two would be the same in one cluster of some three hundred. */
async function freePorts(count: number): Promise<number[]> {
  const ports = new Set<number>();
  while (ports.size < count) ports.add(await freePort());
  return [...ports];
}

async function startNode(dir: string, nodeTimeoutMs: number, [port = 0, busPort = 0]: readonly number[]): Promise<Node> {
  const server: RedisServer = await startRedisServer({
    command: redisCommand(),
    port,
    args: [
      ...["--cluster-enabled", "yes", "--cluster-config-file", `nodes-${port}.conf`, "--cluster-port", String(busPort)],
      ...["--cluster-node-timeout", String(nodeTimeoutMs), "--cluster-replica-validity-factor", "0", "--dir", dir],
      ...["--repl-diskless-sync-delay", "0", "--enable-debug-command", "local"],
    ],
  });
  const admin = new Redis(port, "127.0.0.1", { maxRetriesPerRequest: null });
  // Nodes are killed on purpose.
  admin.on("error", () => {});
  const { process: child } = server;
  return {
    port,
    busPort,
    id: (await admin.cluster("MYID")) as string,
    admin,
    alive: () => child.exitCode === null && child.signalCode === null,
    async kill() {
      admin.disconnect();
      const exited = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGKILL");
      await exited;
    },
    pause: () => void child.kill("SIGSTOP"),
    resume: () => void child.kill("SIGCONT"),
  };
}

async function form(nodes: Node[]): Promise<void> {
  const [first, ...others] = nodes as [Node, ...Node[]];
  const primaries = nodes.slice(0, PRIMARIES);
  for (const [n, { admin }] of primaries.entries()) {
    await admin.cluster("SET-CONFIG-EPOCH", n + 1);
    const [from, to] = [n, n + 1].map((part) => Math.floor((SLOTS * part) / PRIMARIES));
    await admin.cluster("ADDSLOTSRANGE", from ?? 0, (to ?? SLOTS) - 1);
  }
  await Promise.all(others.map((node) => meet(node, first)));
  for (const [n, node] of nodes.slice(PRIMARIES).entries()) {
    const primary = primaries[n];
    // A node knows another only when the gossip has reached it.
    await eventually(() => node.admin.cluster("REPLICATE", primary?.id ?? ""));
  }
  await Promise.all(
    nodes.map((node) =>
      eventually(async () => {
        const lines = await clusterNodes(node);
        if (!(await node.admin.cluster("INFO")).includes("cluster_state:ok")) throw new Error("not formed");
        if (lines.length !== nodes.length || lines.some(({ flags }) => flags.includes("handshake"))) throw new Error("not met");
        if (lines.filter(({ primaryId }) => primaryId !== "-").length !== PRIMARIES) throw new Error("replicas not known");
        const info = await node.admin.info("replication");
        if (!info.includes("master_link_status:up") && !/slave0:.*state=online/.test(info)) throw new Error("not in sync");
      }, 20_000),
    ),
  );
}

/** Two nodes come to know each other. Said again, as a handshake that is not done within the node time-out is forgotten. */
async function meet(node: Node, other: Node): Promise<void> {
  const knows = async (one: Node, another: Node) => (await clusterNodes(one)).some(({ id }) => id === another.id);
  await eventually(
    async () => {
      if ((await knows(node, other)) && (await knows(other, node))) return;
      await node.admin.call("CLUSTER", "MEET", "127.0.0.1", String(other.port), String(other.busPort));
      throw new Error("not met");
    },
    20_000,
    200,
  );
}

async function migrateSlot(slot: number, from: ClusterNode, to: ClusterNode, during: DuringMigration): Promise<void> {
  await to.admin.cluster("SETSLOT", slot, "IMPORTING", from.id);
  await from.admin.cluster("SETSLOT", slot, "MIGRATING", to.id);
  const keys = (await from.admin.cluster("GETKEYSINSLOT", slot, 1000)) as string[];
  for (const [n, key] of keys.entries()) {
    if (n === Math.ceil(keys.length / 2)) await during.halfWay?.();
    await from.admin.migrate("127.0.0.1", to.port, key, 0, 5000);
  }
  await during.moved?.();
  // The receiver first, so that at no time nobody serves the slot; then who gave it; the rest hears of it.
  for (const node of [to, from]) await node.admin.cluster("SETSLOT", slot, "NODE", to.id);
}

async function primaryOfSlot(nodes: readonly ClusterNode[], slot: number): Promise<ClusterNode> {
  for (const node of nodes) {
    const mine = (await clusterNodes(node)).find(({ flags }) => flags.includes("myself"));
    if (mine?.flags.includes("master") && mine.slots.some(([from, to]) => from <= slot && slot <= to)) return node;
  }
  throw new Error(`nobody serves slot ${slot}`);
}

interface NodeLine {
  readonly id: string;
  readonly flags: readonly string[];
  readonly primaryId: string;
  readonly slots: readonly (readonly [number, number])[];
}

/** What a node knows of all: the lines of CLUSTER NODES. */
async function clusterNodes(node: ClusterNode): Promise<NodeLine[]> {
  const text = (await node.admin.cluster("NODES")) as string;
  return text
    .trim()
    .split("\n")
    .map((line) => {
      const [id = "", , flags = "", primaryId = "", , , , , ...slots] = line.split(" ");
      const ranges = slots.filter((slot) => !slot.startsWith("["));
      return { id, flags: flags.split(","), primaryId, slots: ranges.map(rangeOf) };
    });
}

function rangeOf(text: string): readonly [number, number] {
  const [from, to = from] = text.split("-").map(Number);
  return [from ?? -1, to ?? -1];
}
