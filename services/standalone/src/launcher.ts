import { FrontrowError } from "@frontrow/protocol/errors";

/** What is reported to the launcher; it prints a line for each. */
export type LauncherMessage =
  | { readonly type: "ready"; readonly url: string }
  /** One line for the person at the keyboard: what is wrong, and what to do. */
  | { readonly type: "failed"; readonly text: string };

export interface LauncherLink {
  /** Resolves when the message is on its way; at once without a launcher. */
  tell(message: LauncherMessage): Promise<void>;
}

/**
 * The channel to the launcher that started this process, if one did. When the launcher ends, however it ends, the channel
 * closes, and `onEnd` is called: a process that nobody holds must not stay behind.
 */
export function createLauncherLink(self: NodeJS.Process, onEnd: () => void): LauncherLink {
  if (self.send) {
    self.once("disconnect", onEnd);
    if (!self.connected) onEnd();
    self.channel?.unref();
  }
  return {
    tell: (message) =>
      new Promise((resolve) => {
        if (self.send && self.connected) self.send(message, () => resolve());
        else resolve();
      }),
  };
}

/** Addresses that a browser on this machine reaches by this name. */
const localAddresses = ["127.0.0.1", "0.0.0.0", "::1", "::", "localhost"];

interface Address {
  readonly HOST: string;
  readonly PORT: number;
  readonly PUBLIC_URL: readonly string[];
}

/** What a person types into a browser: the public address if there is one, else one of this machine. */
export function publicUrl({ HOST: host, PORT: port, PUBLIC_URL: [first] }: Address): string {
  if (first !== undefined) return first;
  const name = localAddresses.includes(host) ? "localhost" : host.includes(":") ? `[${host}]` : host;
  return `http://${name}:${port}`;
}

/** One line for the person at the keyboard: why the start failed, and what to do. */
export function startFailure(error: unknown): string {
  if (error instanceof FrontrowError) return `${error.message}. ${error.advice}`;
  if (!(error instanceof Error)) return String(error);
  const { code, port, path, message } = error as NodeJS.ErrnoException & { port?: number };
  if (code === "EADDRINUSE") return `port ${port} is taken: stop what listens there, or choose another with PORT (or OPS_PORT)`;
  if (code === "EACCES" && port) return `port ${port} is not for this user: choose one of 1024 or above with PORT`;
  if (code === "ENOENT" && path)
    return `cannot run ${path}: install Redis 7 or newer, or name its redis-server in FRONTROW_REDIS_SERVER`;
  if (code === "EACCES" || code === "EROFS" || code === "ENOTDIR")
    return `cannot write to the data folder (${path ?? code}): set FRONTROW_DATA_DIR`;
  return message;
}
