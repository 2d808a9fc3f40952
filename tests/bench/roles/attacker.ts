import { randomBytes } from "node:crypto";
import { WebSocket } from "ws";
import { serveRole } from "../lib/role.ts";

/** What one anonymous address tries, all at once, as fast as it can. */
interface Attack {
  readonly port: number;
  readonly seconds: number;
}

const attempts = { desks: 0, names: 0, renames: 0, sources: 0, fragments: 0 };

const nameOf = (): string => `n${randomBytes(6).toString("hex")}`;
const open = (port: number): Promise<WebSocket | undefined> =>
  new Promise((resolve) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/ws`, { perMessageDeflate: false });
    socket.once("open", () => resolve(socket));
    socket.on("error", () => resolve(undefined));
  });
const breathe = () => new Promise((resolve) => setTimeout(resolve, 5));

/** Runs `attempt` over and over, several at a time. */
async function over(untilMs: number, atOnce: number, attempt: () => Promise<unknown>): Promise<void> {
  const worker = async () => {
    while (Date.now() < untilMs) {
      await attempt().catch(() => {});
      await breathe();
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

/** Connects, says one thing, and goes. */
async function once(port: number, command: object): Promise<void> {
  const socket = await open(port);
  if (!socket) return;
  const answered = new Promise<void>((resolve) => {
    socket.on("message", () => resolve());
    setTimeout(resolve, 100);
  });
  socket.send(JSON.stringify(command));
  await answered;
  socket.terminate();
}

async function renaming(port: number, untilMs: number): Promise<void> {
  let socket: WebSocket | undefined;
  await over(untilMs, 1, async () => {
    if (socket?.readyState !== WebSocket.OPEN) socket = await open(port);
    socket?.send(JSON.stringify({ type: "changeUsername", username: nameOf() }));
    attempts.renames += 1;
    await new Promise((resolve) => setTimeout(resolve, 200));
  });
  socket?.terminate();
}

async function sources(port: number, untilMs: number): Promise<void> {
  const base = `http://127.0.0.1:${port}/api/v1/desks`;
  const made = await fetch(base, { method: "POST" });
  const { deskId, token } = (await made.json()) as { deskId?: string; token?: string };
  await over(untilMs, 4, async () => {
    attempts.sources += 1;
    const answer = await fetch(`${base}/${deskId}/source`, {
      method: "PUT",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify({ username: nameOf() }),
    });
    await answer.arrayBuffer();
  });
}

/** A message of one-byte fragments that never ends. */
async function fragments(port: number): Promise<void> {
  const socket = await open(port);
  if (!socket) return;
  socket.send("x", { fin: false });
  for (let n = 0; n < 2_000; n++) socket.send("x", { fin: false });
  attempts.fragments += 1;
  await new Promise((resolve) => setTimeout(resolve, 500));
  socket.terminate();
}

serveRole({
  async attack({ port, seconds }: Attack) {
    const untilMs = Date.now() + seconds * 1_000;
    await Promise.all([
      over(untilMs, 8, () => {
        attempts.desks += 1;
        return once(port, { type: "setLanguage", language: "fr" });
      }),
      over(untilMs, 8, () => {
        attempts.names += 1;
        return once(port, { type: "changeUsername", username: nameOf() });
      }),
      ...Array.from({ length: 200 }, () => renaming(port, untilMs)),
      sources(port, untilMs).catch(() => {}),
      over(untilMs, 4, () => fragments(port)),
    ]);
    return attempts;
  },
});
