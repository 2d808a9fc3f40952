import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
export function startDist() {
  const child = fork(fileURLToPath(new URL("./gateway-dist.mjs", import.meta.url)), {
    execArgv: ["--expose-gc"],
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  let n = 0;
  const w = new Map<number, any>();
  child.on("message", (r: any) => {
    const c = w.get(r.id);
    w.delete(r.id);
    r.error === undefined ? c.resolve(r.value) : c.reject(new Error(r.error));
  });
  const call = (method: string, argument?: unknown) =>
    new Promise<any>((resolve, reject) => {
      const id = n++;
      w.set(id, { resolve, reject });
      child.send({ id, method, argument });
    });
  return {
    call,
    usage: () => call("usage"),
    stop: async () => {
      child.kill("SIGKILL");
    },
  };
}
