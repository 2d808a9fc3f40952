import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { fields } from "../src/fields.ts";

/*
 * Writes docs/keys.md from the comments of src/keys.ts and from src/fields.ts, or with --check says whether it is what they say. Part of
 * `npm run generate`.
 */

const source = new URL("../src/keys.ts", import.meta.url);
export const page = new URL("../../../docs/keys.md", import.meta.url);

const KEY = /\/\*\* (?<about>[^\n]*?) \*\/\n {2}(?<name>\w+): \((?<parameters>[^)]*)\) => `(?<pattern>.*)`,$/gm;

/** The page that describes the keys in the text of `keys.ts`. */
export function keysPage(text: string = readFileSync(source, "utf8")): string {
  const rows = [...text.matchAll(KEY)].map(({ groups = {} }) => rowOf(groups));
  return `${HEADER}${rows.join("\n")}\n${FIELDS_HEADER}${fieldRows().join("\n")}\n`;
}

const HEADER = `# Keys in Redis

Generated from \`packages/redis/src/keys.ts\` and \`fields.ts\` by \`npm run generate\`: change it there.

The braces are a cluster hash tag: what belongs to one session, one desk or one creator shares a slot, and no script,
transaction or pipeline crosses slots. An id begins with what it is the id of: \`ses_\` a session, \`dsk_\` a desk, \`cr_\` a
creator, \`wkr_\` a worker, \`idx_\` a shard of an index.

| key | \`keys.\` | what | who | how long |
| --- | --- | --- | --- | --- |
`;

const FIELDS_HEADER = `
## Fields

What is in the hashes, and in an entry of the log's stream. A test compares this with what the stores leave in a real Redis, in
both directions. \`<metric>\` and \`<document>\` are the names in [metrics.md](metrics.md).

| key | field | what |
| --- | --- | --- |
`;

const fieldRows = (): string[] =>
  Object.entries(fields).flatMap(([key, known]) =>
    Object.entries(known).map(
      ([field, what]) => `| \`${key}\` | ${field ? `\`${field}\`` : "(the empty one)"} | ${what.replaceAll("|", "\\|")} |`,
    ),
  );

/** What stands for a parameter in a pattern, by its type. */
const ids: Record<string, string> = {
  SessionId: "ses_…",
  DeskId: "dsk_…",
  LogId: "ses_… or dsk_…",
  CreatorId: "cr_…",
  WorkerId: "wkr_…",
  RecordingId: "ses_…-…",
  ClaimedId: "cr_…, ses_… or idx_…",
};

function rowOf({ about = "", name, parameters = "", pattern = "" }: Record<string, string>): string {
  const types = new Map(parameters.split(", ").map((parameter) => parameter.split(": ") as [string, string]));
  const key = pattern.replace(/\$\{(\w+)\}/g, (_, parameter: string) => ids[types.get(parameter) ?? ""] ?? `<${parameter}>`);
  const parts = about.split("; ");
  // The first part says what it is, the last how long it lives; what is between, who writes and reads it.
  const cells = [parts[0], parts.slice(1, -1).join("; "), parts.at(-1)].map((cell = "") => cell.replaceAll("|", "\\|"));
  return `| \`${key}\` | \`${name}\` | ${cells.join(" | ")} |`;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  if (!process.argv.includes("--check")) writeFileSync(page, keysPage());
  else if (readFileSync(page, "utf8") !== keysPage()) {
    console.error("docs/keys.md is not what packages/redis/src/keys.ts and fields.ts say: run npm run generate");
    process.exitCode = 1;
  }
}
