import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { readProfile, sharesOf, tableOf } from "./profile-shares.ts";
import { runningRoles } from "./role.ts";

let kept: { readonly folder: string; readonly bench: string; measurements: number } | undefined;

/** From here on each measurement of `bench` leaves a CPU profile of every role in `folder`. */
export function keepProfiles(folder: string, bench: string): void {
  mkdirSync(folder, { recursive: true });
  kept = { folder, bench, measurements: 0 };
}

/** Does the work; where profiles are kept, with one of every role that runs, and prints their shares. */
export async function profiled<T>(work: () => Promise<T>): Promise<T> {
  if (!kept) return work();
  const { folder, bench } = kept;
  kept.measurements += 1;
  const measurement = `${bench}-${kept.measurements}`;
  const roles = [...runningRoles].map((role, index, all) => {
    const before = all.slice(0, index).filter(({ name }) => name === role.name).length;
    const name = before === 0 ? role.name : `${role.name}-${before + 1}`;
    return { role, name, file: join(folder, `${measurement}-${name}.cpuprofile`) };
  });
  await Promise.all(roles.map(({ role }) => role.call("startProfiler")));
  const result = await work();
  await Promise.all(roles.map(({ role, file }) => role.call("stopProfiler", file)));
  const shares = roles.map(({ name, file }) => ({ name, shares: sharesOf(readProfile(file), "package") }));
  console.log(`\n## ${measurement}\n\n${tableOf(shares)}\n`);
  return result;
}
