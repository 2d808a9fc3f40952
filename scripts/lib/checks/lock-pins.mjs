import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../paths.mjs";

/**
 * Versions that must not move by themselves. The connector's 2.4.0 is the last under the MIT licence: later ones are AGPL with
 * a clause against hosted services. Its message definitions and its sign client belong to it.
 */
const pins = {
  "tiktok-live-connector": "2.4.0",
  "tiktok-live-proto": "0.2.3",
  "tiktok-live-api-sdk": "0.4.0-beta1",
};

/** The lock file holds exactly these versions, and no second one beside them. */
export function lockPins() {
  const lock = readFileSync(join(root, "pnpm-lock.yaml"), "utf8");
  const packages = lock.slice(lock.indexOf("\npackages:"), lock.indexOf("\nsnapshots:"));
  const faults = Object.entries(pins).flatMap(([name, version]) => {
    const locked = [...packages.matchAll(new RegExp(`^  '?${name}@([^:'(]+)'?:`, "gm"))].map((match) => match[1]);
    return locked.length === 1 && locked[0] === version
      ? []
      : [`${name} must be ${version}, and is ${locked.join(", ") || "absent"}`];
  });
  return faults.join("\n");
}
