import { FrontrowError } from "@frontrow/protocol/errors";

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
