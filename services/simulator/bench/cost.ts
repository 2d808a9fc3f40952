/**
 * What the simulator itself costs: CPU per event sent, and memory, with many creators that are each listened to.
 *
 *     npx tsc -b && npx tsx bench/cost.ts [creators] [events per second each] [frame interval ms] [seconds]
 *
 * The clients run in a process of their own, read frames and do nothing with them.
 */
import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { configSchema } from "@frontrow/simulator/config";
import { createSimulator } from "@frontrow/simulator/simulator";
import { bytesOf, readFields } from "@frontrow/simulator/wire/proto-reader";
import { ProtoWriter } from "@frontrow/simulator/wire/proto-writer";
import { encodePushFrame } from "@frontrow/simulator/wire/push-frame";
import { WebSocket } from "ws";

const [creators, rate, frameMs, seconds] = [500, 8, 625, 10].map((value, index) => Number(process.argv[index + 2] ?? value)) as [
  number,
  number,
  number,
  number,
];

const quiet = { info: () => {}, error: console.error };

if (process.argv[2] === "clients") await runClients(process.argv[3] as string, Number(process.argv[4]));
else await measure();

async function measure(): Promise<void> {
  const simulator = createSimulator({ config: configSchema.parse({ SIMULATOR_PORT: "0" }), logger: quiet });
  await simulator.start();
  const nameOf = (index: number): string => `bench${index}`;
  for (let i = 0; i < creators; i += 1) {
    simulator.creator(nameOf(i)).change({ eventsPerSecond: rate, frameIntervalMs: frameMs, isSteady: true });
  }
  const clients = fork(fileURLToPath(import.meta.url), ["clients", simulator.url, String(creators)], {
    execArgv: process.execArgv,
  });
  const sums = () => {
    const counted = Array.from({ length: creators }, (_, i) => simulator.connections(nameOf(i)));
    const sum = (pick: (one: (typeof counted)[number]) => number): number => counted.reduce((total, one) => total + pick(one), 0);
    return {
      entered: sum((one) => one.entered),
      messages: sum((one) => one.messagesSent),
      frames: sum((one) => one.framesSent),
      bytes: sum((one) => one.bytesSent),
    };
  };
  while (sums().entered < creators) await new Promise((resolve) => setTimeout(resolve, 200));
  await new Promise((resolve) => setTimeout(resolve, 3000));

  const [before, cpuBefore, startedMs] = [sums(), process.cpuUsage(), performance.now()];
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  const [after, cpu, elapsed] = [sums(), process.cpuUsage(cpuBefore), (performance.now() - startedMs) / 1000];
  const messages = after.messages - before.messages;
  const cpuMicros = cpu.user + cpu.system;
  console.log({
    creators,
    eventsPerSecond: Math.round(messages / elapsed),
    framesPerSecond: Math.round((after.frames - before.frames) / elapsed),
    eventsPerFrame: Number((messages / (after.frames - before.frames)).toFixed(2)),
    bytesPerEvent: Math.round((after.bytes - before.bytes) / messages),
    coreShare: Number((cpuMicros / 1e6 / elapsed).toFixed(3)),
    cpuMicrosPerEvent: Number((cpuMicros / messages).toFixed(1)),
    rssMegabytes: Math.round(process.memoryUsage().rss / 2 ** 20),
    heapMegabytes: Math.round(process.memoryUsage().heapUsed / 2 ** 20),
  });
  clients.kill();
  await simulator.stop(AbortSignal.timeout(2000));
}

async function runClients(url: string, count: number): Promise<void> {
  const sockets: WebSocket[] = [];
  for (let i = 0; i < count; i += 1) {
    const page = await (await fetch(`${url}/@bench${i}/live`)).text();
    const roomId = /"roomId":"(\d+)"/.exec(page)?.[1] ?? "";
    const batch = readFields(Buffer.from(await (await fetch(`${url}/webcast/rooms/${roomId}/connect`)).arrayBuffer()));
    const [cursor, server] = [bytesOf(batch, 2), bytesOf(batch, 10)].map(String);
    const socket = new WebSocket(`${server}?room_id=${roomId}&cursor=${cursor}`, { perMessageDeflate: false });
    const payload = new ProtoWriter(32).int(1, roomId).finish();
    socket.on("open", () => socket.send(encodePushFrame({ logId: 0, payloadType: "im_enter_room", payload })));
    socket.on("message", () => {});
    sockets.push(socket);
  }
  process.on("disconnect", () => process.exit());
}
