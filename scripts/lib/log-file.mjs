import { copyFileSync, existsSync, fchmodSync, openSync, statSync, truncateSync } from "node:fs";

/** Days of an ordinary run. */
const largestBytes = 20_000_000;
const checkMs = 1_000;

/**
 * Opens a log to which a child writes, and keeps it within a size while it grows: what is there is put aside, and the one put
 * aside before is dropped. Added to, as another Frontrow may be writing there; so each of them goes on at the new end when the
 * file is emptied under it. For this user alone. Lines of the moment between the copy and that are lost.
 */
export function openLog(file, most = largestBytes, everyMs = checkMs) {
  const bound = () => {
    if (!existsSync(file) || statSync(file).size <= most) return;
    copyFileSync(file, `${file}.1`);
    truncateSync(file);
  };
  bound();
  const descriptor = openSync(file, "a");
  fchmodSync(descriptor, 0o600);
  setInterval(bound, everyMs).unref();
  return descriptor;
}
