import { setMaxListeners } from "node:events";

/** Waits for work, but not beyond the deadline: then it rejects with the deadline's reason. */
export function within<T>(work: Promise<T>, deadline: AbortSignal): Promise<T> {
  // A thousand hand-overs wait on one deadline, and that is no leak.
  setMaxListeners(0, deadline);
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(deadline.reason);
    if (deadline.aborted) giveUp();
    else deadline.addEventListener("abort", giveUp, { once: true });
    work.then(resolve, reject).finally(() => deadline.removeEventListener("abort", giveUp));
  });
}
