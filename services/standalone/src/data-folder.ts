import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";

/** Grace for the Redis of a process that was killed: its watcher needs a moment to end it. */
const previousOwnerGraceMs = 3_000;

/**
 * Takes the folder in which a private Redis keeps its files. Two servers on one append-only file would destroy it, so the
 * port of the one that uses it is noted there: while that answers, the folder is taken. It is for this user alone.
 */
export async function takeDataFolder(dataDir: string, port: number): Promise<{ folder: string; release(): void }> {
  const folder = join(dataDir, "redis");
  const note = join(folder, "port");
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o700);
  const deadline = Date.now() + previousOwnerGraceMs;
  for (let noted = notedPort(note); noted && (await answers(noted)); noted = notedPort(note)) {
    if (Date.now() > deadline) {
      throw new Error(
        `the data folder ${dataDir} is in use by another Frontrow: stop it, or set FRONTROW_DATA_DIR to another folder`,
      );
    }
    await setTimeout(100);
  }
  writeFileSync(note, `${port}\n`, { mode: 0o600 });
  return { folder, release: () => rmSync(note, { force: true }) };
}

function notedPort(note: string): number | undefined {
  try {
    return Number(readFileSync(note, "utf8")) || undefined;
  } catch {
    return undefined; // nobody has noted one
  }
}

/** Whether a Redis is there: another program may have got the port since. */
function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: "127.0.0.1", port, timeout: 500 });
    const end = (isThere: boolean) => {
      socket.destroy();
      resolve(isThere);
    };
    socket.once("error", () => end(false));
    socket.once("timeout", () => end(false));
    socket.once("data", (chunk) => end(/^[+-]/.test(chunk.toString())));
    socket.write("PING\r\n");
  });
}
