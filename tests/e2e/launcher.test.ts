import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { freePort } from "@frontrow/redis/server";
import { eventually } from "@frontrow/testkit/eventually";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const start = fileURLToPath(new URL("../../scripts/start.mjs", import.meta.url));
let dataDir: string;
let launched: ChildProcess[];

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "frontrow-launcher-"));
  launched = [];
});
afterEach(async () => {
  for (const child of launched) child.kill("SIGKILL");
  await eventually(() => expect(processesOf(dataDir)).toEqual([]), 15_000);
  rmSync(dataDir, { recursive: true, force: true });
});

interface Launch {
  readonly child: ChildProcess;
  /** What it has said so far. */
  stdout(): string;
  stderr(): string;
  readonly exit: Promise<number | null>;
}

function launch(env: NodeJS.ProcessEnv): Launch {
  const child = spawn(process.execPath, [start], {
    env: { ...process.env, OPS_PORT: "0", FRONTROW_DATA_DIR: dataDir, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  launched.push(child);
  let stdout = "";
  let stderr = "";
  child.stdout?.on("data", (chunk) => {
    stdout += chunk;
  });
  child.stderr?.on("data", (chunk) => {
    stderr += chunk;
  });
  const exit = new Promise<number | null>((resolve) => child.once("close", resolve));
  return { child, stdout: () => stdout, stderr: () => stderr, exit };
}

async function launchReady(port: number): Promise<Launch> {
  const launch_ = launch({ PORT: String(port), REDIS_URL: "" });
  const said = () => launch_.stdout() + launch_.stderr();
  await eventually(() => expect(said()).toContain(`ready http://localhost:${port}\n`), 60_000);
  return launch_;
}

/** Ids of the processes that were started for this data folder: all have it in their environment. */
function processesOf(folder: string): string[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .filter((id) => read(`/proc/${id}/environ`).includes(folder) && !read(`/proc/${id}/stat`).includes(") Z "));
}

function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return ""; // the process has ended meanwhile, or is not ours
  }
}

describe("npm start says in one line what is wrong", () => {
  async function failureOf(env: NodeJS.ProcessEnv): Promise<string> {
    const { exit, stderr } = launch(env);
    expect(await exit).toBe(1);
    expect(stderr().trim().split("\n")).toHaveLength(1);
    return stderr();
  }

  it("when its port is taken", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    const { port } = server.address() as { port: number };
    expect(await failureOf({ PORT: String(port) })).toMatch(
      new RegExp(`^error: port ${port} is taken: .*PORT=${port + 1} npm start`),
    );
    server.close();
  });

  it("when the data folder cannot be written", async () => {
    const file = join(dataDir, "file");
    writeFileSync(file, "");
    const failure = await failureOf({ FRONTROW_DATA_DIR: join(file, "data"), PORT: "0" });
    expect(failure).toMatch(/^error: cannot write to the folder .*set FRONTROW_DATA_DIR/);
  });

  it("when nothing answers at REDIS_URL, without showing the password", async () => {
    const failure = await failureOf({ REDIS_URL: "redis://:hunter2@127.0.0.1:1", PORT: "0" });
    expect(failure).toMatch(/^error: REDIS_URL cannot be used: nothing answers at 127\.0\.0\.1:1/);
    expect(failure).not.toContain("hunter2");
  });

  it("when a variable is faulty", async () => {
    const failure = await failureOf({ LOG_LEVEL: "loud", PORT: String(await freePort()), REDIS_URL: "" });
    expect(failure).toMatch(/^error: faulty configuration: LOG_LEVEL: one of fatal/);
  });
});

describe("npm start", () => {
  it("serves the dashboard when it says so, and leaves no process behind on Ctrl-C, twice in a row", async () => {
    const port = await freePort();
    for (const round of [1, 2]) {
      const { child, exit, stdout } = await launchReady(port);
      const page = await fetch(`http://localhost:${port}/`);
      expect([round, page.status, await page.text()]).toEqual([round, 200, expect.stringContaining("<title>")]);
      child.kill("SIGINT");
      expect(await exit).toBe(0);
      expect(stdout().match(/^ready /gm)).toHaveLength(1);
      expect(processesOf(dataDir)).toEqual([]);
    }
  });

  it("leaves no process behind when it is killed", async () => {
    const { child } = await launchReady(await freePort());
    expect(processesOf(dataDir).length).toBeGreaterThan(2);
    child.kill("SIGKILL");
    await eventually(() => expect(processesOf(dataDir)).toEqual([]), 15_000);
  });

  it("refuses a data folder that another one uses", async () => {
    await launchReady(await freePort());
    const second = launch({ PORT: String(await freePort()), REDIS_URL: "" });
    expect(await second.exit).toBe(1);
    expect(second.stderr()).toMatch(/^error: the data folder .* is in use by another Frontrow/);
  });
});
