import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../paths.mjs";

/** Compose refuses what it cannot read, a key named twice among it; we have no engine that would say so. */
export async function composeFile() {
  // Installed by the time that checks run.
  const { parseDocument } = await import("yaml");
  const { errors } = parseDocument(readFileSync(join(root, "docker-compose.yml"), "utf8"), { merge: true });
  return errors.map(({ message }) => message).join("\n") || undefined;
}
