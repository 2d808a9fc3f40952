import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { freePort } from "@frontrow/redis/server";
import { eventually } from "@frontrow/testkit/eventually";

export type ServiceName = "ingest" | "analytics" | "replay" | "gateway" | "jobs";

/** A service as it runs in production: a process of its own, ready by its own word. */
export interface ServiceProcess {
  readonly process: ChildProcess;
  /** Address of its public port, for a gateway. */
  readonly url: string;
  /** The sum of one of its Prometheus metrics over all labels. */
  metric(name: string): Promise<number>;
  /** SIGKILL unless told otherwise; resolves when it is gone. */
  kill(signal?: NodeJS.Signals): Promise<void>;
}

/** Services run from what was built, as users run them: `npm test` builds first. */
const root = fileURLToPath(new URL("../../", import.meta.url));

export async function startService(name: ServiceName, env: Record<string, string>): Promise<ServiceProcess> {
  const port = env["PORT"] && env["PORT"] !== "0" ? env["PORT"] : await freePort();
  const opsPort = await freePort();
  const child = spawn(process.execPath, [`services/${name}/dist/main.js`], {
    cwd: root,
    env: { ...process.env, ...env, PORT: String(port), OPS_PORT: String(opsPort) },
    stdio: ["ignore", "inherit", "inherit"],
  });
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  await eventually(async () => {
    const { status } = await fetch(`http://127.0.0.1:${opsPort}/readyz`);
    if (status !== 200) throw new Error(`${name} is not ready: ${status}`);
  }, 60_000);
  return {
    process: child,
    url: `http://127.0.0.1:${port}`,
    async metric(name) {
      const text = await (await fetch(`http://127.0.0.1:${opsPort}/metrics`)).text();
      const lines = text.split("\n").filter((line) => line.startsWith(`${name}{`) || line.startsWith(`${name} `));
      return lines.reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(" "))), 0);
    },
    async kill(signal = "SIGKILL") {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      await exited;
    },
  };
}
