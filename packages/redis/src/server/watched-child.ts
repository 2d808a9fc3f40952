import { type ChildProcess, spawn } from "node:child_process";

/**
 * Starts a program that ends with this process, however this process ends.
 *
 * An exit handler cannot promise that: nothing of ours runs after a SIGKILL. So a shell first leaves a watcher behind that
 * waits for the far end of a pipe to close, which the system does for every process that dies, and then becomes the program
 * itself: its id and its signals are the program's. It is in a group of its own, so that a Ctrl-C in the terminal is ours to
 * act on, and does not end it under us. Files that it makes are this user's alone.
 */
export function spawnWatched(command: string, args: readonly string[]): ChildProcess {
  return spawn("/bin/sh", ["-c", watch, "sh", command, ...args], { detached: true, stdio: ["pipe", "pipe", "pipe"] });
}

// `$$` is the shell that becomes the program. Its own input is not the pipe's: only the watcher reads that.
const watch = 'umask 077; exec 3<&0; (cat; kill -TERM "$$") <&3 >/dev/null 2>&1 & exec "$@" 3<&- </dev/null';
