const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
const lookMs = 500;

/**
 * Calls back with the signal when this process is to stop: it got one, or npm, which started it, was killed.
 * Gives a way to stop listening.
 */
export function onStopWanted(stop) {
  for (const signal of signals) process.on(signal, stop);
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (!process.env.npm_lifecycle_event || process.ppid === parent) return;
    clearInterval(timer);
    stop("SIGTERM");
  }, lookMs);
  timer.unref();
  return () => {
    clearInterval(timer);
    for (const signal of signals) process.off(signal, stop);
  };
}
