/**
 * Runs something with a signal that aborts after so long, or when the given one does; both are let go when it has ended.
 *
 * Not `AbortSignal.any` with `AbortSignal.timeout`: in Node 20 such a signal may be collected as garbage before it fires, and
 * what waits for it then waits for ever.
 */
export async function withDeadline<T>(signal: AbortSignal, ms: number, run: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const own = new AbortController();
  const abort = () => own.abort();
  if (signal.aborted) abort();
  signal.addEventListener("abort", abort, { once: true });
  const timer = setTimeout(abort, ms);
  try {
    return await run(own.signal);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", abort);
  }
}
