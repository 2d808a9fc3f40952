import { execFileSync } from "node:child_process";
import { statSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { dirname } from "node:path";
import { parseArgs } from "node:util";
import { benches } from "./benches.ts";
import { keepProfiles } from "./lib/profiled.ts";
import { type Row, thousands } from "./lib/row.ts";

// Measures the rows of the design's table in ratios, against peers, in one run.
const usage = `npm run bench -- [--quick] [--only NAME]… [--sessions N]… [--rate N]… [--profile DIR] [--json FILE]
--sessions: what analytics is measured with, instead of 10, 100, 1,000 and 10,000
--rate: events a second of a creator in end-to-end, instead of 8, 16 and 24
--profile: a CPU profile of every role of each measurement, and where their time went
benchmarks: ${benches.map(({ name }) => name).join(", ")}`;

const { values } = parsedArguments();
if (values.help) {
  console.log(usage);
  process.exit(0);
}
const unknown = (values.only ?? []).filter((wanted) => !benches.some(({ name }) => name === wanted));
if (unknown.length > 0) refuse(`there is no benchmark ${unknown.join(", ")}`);
if (values.json && !statSync(dirname(values.json), { throwIfNoEntry: false })?.isDirectory())
  refuse(`there is no folder ${dirname(values.json)}`);

const [sessions, rates] = [counts("sessions"), counts("rate")];

const redisCommand = process.env["FRONTROW_REDIS_SERVER"] ?? "redis-server";
const chosen = values.only ? benches.filter(({ name }) => values.only?.includes(name)) : benches;

const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.version}`;
const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"]).toString().trim();
console.log(`# ${machine}, commit ${commit}${values.quick ? ", quick" : ""}\n`);

const rows: Row[] = [];
for (const bench of chosen) {
  const start = performance.now();
  if (values.profile) keepProfiles(values.profile, bench.name);
  const measured = await bench.run({
    quick: values.quick,
    redisCommand,
    ...(sessions ? { sessions } : {}),
    ...(rates ? { rates } : {}),
  });
  for (const row of measured) console.log(line(row));
  console.log(`  (${bench.name}: ${((performance.now() - start) / 1000).toFixed(0)} s)`);
  rows.push(...measured);
}
if (values.json) writeFileSync(values.json, `${JSON.stringify({ machine, commit, quick: values.quick, rows }, null, 2)}\n`);
process.exit(0);

function line({ part, measure, value, unit, goal, isMet, detail }: Row): string {
  const figure = value >= 1000 ? thousands(value) : value.toFixed(2);
  const asked = goal ? `goal ${goal} ${isMet ? "met" : "NOT MET"}` : "";
  return `${part} | ${measure} | ${figure} ${unit} | ${asked} | ${detail ?? ""}`;
}

function counts(name: "sessions" | "rate"): number[] | undefined {
  const given = values[name]?.map(Number);
  if (given?.some((count) => !Number.isInteger(count) || count < 1)) refuse(`--${name} takes whole numbers above 0`);
  return given;
}

function parsedArguments() {
  try {
    return parseArgs({
      options: {
        quick: { type: "boolean", default: false },
        only: { type: "string", multiple: true },
        sessions: { type: "string", multiple: true },
        rate: { type: "string", multiple: true },
        profile: { type: "string" },
        json: { type: "string" },
        help: { type: "boolean" },
      },
    });
  } catch (error) {
    return refuse((error as Error).message);
  }
}

function refuse(why: string): never {
  console.error(`${why}\n${usage}`);
  process.exit(2);
}
