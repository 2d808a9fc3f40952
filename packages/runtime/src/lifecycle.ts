import { endsBefore } from "./deadline.ts";
import type { Logger } from "./logger.ts";

/** A part of a process that begins and ends. */
export interface Component {
  readonly name: string;
  start(): Promise<void>;
  /**
   * Takes no new work, finishes or hands over what it holds, and gives up when the deadline aborts. Idempotent, and safe on
   * a component whose start failed.
   */
  stop(deadline: AbortSignal): Promise<void>;
  /** Whether it can do its work now, once started; always, for a component that does not say. */
  isReady?(): boolean;
}

export interface Lifecycle {
  /** Starts one component after the other. When one fails, those that had started are stopped and its error is thrown. */
  start(): Promise<void>;
  /** Stops in reverse order; every call waits for the same end. */
  stop(deadlineMs: number): Promise<void>;
  /** True from the end of a complete start until the first stop begins, while every component is ready. */
  isReady(): boolean;
  /** Why it is not ready, for people who operate it: names of components, or that it starts or stops; empty when it is. */
  missing(): readonly string[];
}

type LifecycleLogger = Pick<Logger, "error">;

/** How long components may take to stop after another one failed to start. */
const failedStartDeadlineMs = 5_000;

export function createLifecycle(components: readonly Component[], logger: LifecycleLogger): Lifecycle {
  const started: Component[] = [];
  let phase: "idle" | "starting" | "ready" | "stopping" = "idle";
  let starting: Promise<void> = Promise.resolve();
  let stopping: Promise<void> | undefined;

  const startAll = async (): Promise<void> => {
    for (const component of components) {
      if (phase === "stopping") return;
      started.push(component);
      await component.start();
    }
    if (phase === "starting") phase = "ready";
  };

  const stopAll = async (deadlineMs: number): Promise<void> => {
    const deadline = AbortSignal.timeout(deadlineMs);
    // A component may be in the middle of its start: it is stopped like the others once that has ended either way.
    await endsBefore(
      starting.catch(() => {}),
      deadline,
    );
    for (let component = started.pop(); component; component = started.pop()) await stopOne(component, deadline, logger);
  };

  const stop = (deadlineMs: number): Promise<void> => {
    phase = "stopping";
    stopping ??= stopAll(deadlineMs);
    return stopping;
  };

  const missing = (): string[] => {
    const names = components.filter((component) => component.isReady?.() === false).map(({ name }) => name);
    return [...(phase === "ready" ? [] : ["starting or stopping"]), ...new Set(names)];
  };

  return {
    isReady: () => missing().length === 0,
    missing,
    stop,
    async start() {
      phase = "starting";
      starting = startAll();
      try {
        await starting;
      } catch (error) {
        await stop(failedStartDeadlineMs);
        throw error;
      }
    },
  };
}

/** One component that fails or hangs must not keep the others from stopping. */
async function stopOne(component: Component, deadline: AbortSignal, logger: LifecycleLogger): Promise<void> {
  try {
    const hasStopped = await endsBefore(component.stop(deadline), deadline);
    if (!hasStopped) logger.error({ component: component.name }, "component did not stop before the deadline");
  } catch (err) {
    logger.error({ component: component.name, err }, "component failed to stop");
  }
}

/** The part of `process` that signals come from. */
export interface SignalSource {
  on(signal: NodeJS.Signals, listener: () => void): unknown;
  off(signal: NodeJS.Signals, listener: () => void): unknown;
  exit(code: number): void;
}

/** How long a process that has stopped may linger on a handle that somebody forgot. */
const lingerMs = 1_000;

/**
 * Starts, waits for SIGINT or SIGTERM, and stops within the deadline. A second signal exits at once.
 * Throws what a failed start threw, after everything has stopped.
 */
export async function runUntilSignalled(lifecycle: Lifecycle, deadlineMs: number, source: SignalSource = process): Promise<void> {
  let signalled = () => {};
  const signal = new Promise<void>((resolve) => {
    signalled = resolve;
  });
  let signals = 0;
  const onSignal = (): void => {
    signals += 1;
    if (signals === 1) signalled();
    else source.exit(130);
  };
  source.on("SIGINT", onSignal);
  source.on("SIGTERM", onSignal);
  try {
    // A signal during the start ends it too: `stop` makes `start` return early.
    await Promise.race([lifecycle.start(), signal]);
    await signal;
    await lifecycle.stop(deadlineMs);
  } finally {
    source.off("SIGINT", onSignal);
    source.off("SIGTERM", onSignal);
  }
  setTimeout(() => source.exit(0), lingerMs).unref();
}
