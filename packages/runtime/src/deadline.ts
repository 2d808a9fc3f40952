import { setMaxListeners } from "node:events";

/**
 * Waits for work, but not beyond the deadline: rejects with the deadline's reason when it aborts first. The work goes on
 * unobserved then; what it is to give up is its own affair.
 */
export const beforeDeadline = <T>(work: Promise<T>, deadline: AbortSignal): Promise<T> =>
  unlessAborted(work, deadline, () => {
    throw deadline.reason;
  });

/** Waits for work, but not beyond the deadline; says whether the work ended first. Rejects only when the work does. */
export const endsBefore = (work: Promise<unknown>, deadline: AbortSignal): Promise<boolean> =>
  unlessAborted(
    work.then(() => true),
    deadline,
    () => false,
  );

/** Waits for work for `ms` at most, and then gives what `onTimeout` gives, or rejects with what it throws. */
export async function withTimeout<T, L>(work: Promise<T>, ms: number, onTimeout: () => L): Promise<T | L> {
  const timeout = new AbortController();
  const timer = setTimeout(() => timeout.abort(), ms);
  try {
    return await unlessAborted(work, timeout.signal, onTimeout);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Runs something with a signal that aborts after `ms`, or when the given one does; both are released when it has ended.
 *
 * Not `AbortSignal.any` with `AbortSignal.timeout`: in Node 20 such a signal may be collected as garbage before it fires, and
 * what waits for it then waits for ever.
 */
export async function withDeadline<T>(signal: AbortSignal, ms: number, run: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const own = new AbortController();
  const abort = () => own.abort();
  if (signal.aborted) abort();
  shared(signal).addEventListener("abort", abort, { once: true });
  const timer = setTimeout(abort, ms);
  try {
    return await run(own.signal);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", abort);
  }
}

function unlessAborted<T, L>(work: Promise<T>, signal: AbortSignal, onAbort: () => L): Promise<T | L> {
  shared(signal);
  return new Promise((resolve, reject) => {
    const giveUp = () => {
      try {
        resolve(onAbort());
      } catch (error) {
        reject(error);
      }
    };
    // Even after the deadline, work that ends within this turn of the event loop has ended.
    if (signal.aborted) setImmediate(giveUp);
    else signal.addEventListener("abort", giveUp, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", giveUp));
  });
}

/** A thousand hand-overs, or claims, wait on one signal, and that is no leak. */
function shared(signal: AbortSignal): AbortSignal {
  setMaxListeners(0, signal);
  return signal;
}
