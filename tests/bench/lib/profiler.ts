import { writeFileSync } from "node:fs";
import { type Profiler, Session } from "node:inspector/promises";

let session: Session | undefined;

/** Samples what this process runs, a millisecond apart as `--cpu-prof` does. */
export async function startProfiler(): Promise<void> {
  session = new Session();
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.start");
}

/** Writes the samples so far as a `.cpuprofile`, which browsers' and editors' tools open. */
export async function stopProfiler(file: string): Promise<void> {
  if (!session) throw new Error("no profile was started");
  const { profile }: { profile: Profiler.Profile } = await session.post("Profiler.stop");
  session.disconnect();
  session = undefined;
  writeFileSync(file, JSON.stringify(profile));
}
