import { basename } from "node:path";
import { parseArgs } from "node:util";
import { type Grouping, groupings, readProfile, sharesOf, tableOf } from "./lib/profile-shares.ts";

// Where the time of CPU profiles went, those of `--profile` or any other.
const usage = `npx tsx tests/bench/profile.ts [--by ${groupings.join("|")}] FILE…`;

const { values, positionals: files } = parseArgs({
  options: { by: { type: "string", default: "package" } },
  allowPositionals: true,
});
if (files.length === 0 || !groupings.includes(values.by as Grouping)) {
  console.error(usage);
  process.exit(2);
}
const profiles = files.map((file) => ({
  name: basename(file, ".cpuprofile"),
  shares: sharesOf(readProfile(file), values.by as Grouping),
}));
console.log(tableOf(profiles));
