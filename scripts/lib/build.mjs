import { Failure, say } from "./failure.mjs";
import { pnpm } from "./pnpm.mjs";
import { lastLines } from "./run.mjs";

/** Builds what changed: turbo keeps the rest. */
export async function build() {
  say("building …");
  const { code, output } = await pnpm(["run", "build"]);
  if (code !== 0) throw new Failure(`the build failed:\n${lastLines(output, 40)}`);
}
