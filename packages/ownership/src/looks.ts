export interface Looks {
  start(): void;
  /** Resolves when the look under way has ended. */
  stop(): Promise<void>;
}

export interface LooksDeps {
  readonly everyMs: number;
  /** Must not throw. */
  look(): Promise<void>;
}

/** Looks again and again, one look at a time, with the same pause after each however long it took. */
export function createLooks({ everyMs, look }: LooksDeps): Looks {
  let isStopping = false;
  let looking = Promise.resolve();
  let wake = () => {};

  const pause = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, everyMs);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const run = async (): Promise<void> => {
    while (!isStopping) {
      await look();
      if (!isStopping) await pause();
    }
  };

  return {
    start() {
      looking = run();
    },
    async stop() {
      isStopping = true;
      wake();
      await looking;
    },
  };
}
