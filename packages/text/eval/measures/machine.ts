import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { seededRandom } from "@frontrow/testkit/random";
import { chatPhrases } from "../../training/chat-phrases.ts";
import type { DataFolder } from "../../training/lib/rows.ts";
import { shuffle } from "../../training/lib/shuffle.ts";
import { mean } from "../lib/scores.ts";
import type { Measure } from "../measure.ts";

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

/**
 * What the whole annotator costs as it is built, in fresh processes of one core each: messages per CPU second over chat of
 * many rooms and languages (each text of up to 80 characters once a round, so that its vocabulary is larger than what one
 * room says), and the time and memory from import to the first answer of every table. CPU time, as the clock's depends on what
 * else runs. Medians of three processes.
 */
export const machine: Measure = {
  name: "machine",
  needs: [],
  run(data) {
    const texts = chatTexts(data);
    execFileSync(process.execPath, [path("../../../../node_modules/typescript/bin/tsc"), "-b", path("../..")]);
    const runs = Array.from({ length: 3 }, () => annotatorRun(texts));
    const about = { rows: texts.length, of: "machine" as const };
    const length = Math.round(mean(texts.map((text) => text.length)));
    return [
      {
        name: `annotate, one core, ${length} characters`,
        value: median(runs.map((run) => run.perSecond)),
        digits: 0,
        unit: "messages/s",
        floor: 40_000,
        aim: 80_000,
        ...about,
      },
      {
        name: "load time of models and lexicons, of the CPU",
        value: median(runs.map((run) => run.loadCpuMs)) / 1000,
        unit: "s",
        floor: 0.5,
        aim: 0.2,
        lessIsBetter: true,
        ...about,
      },
      { name: "load time by the clock", value: median(runs.map((run) => run.loadMs)) / 1000, unit: "s", ...about },
      {
        name: "memory of models and lexicons",
        value: median(runs.map((run) => run.loadBytes)) / 1e6,
        digits: 1,
        unit: "MB",
        floor: 60,
        aim: 30,
        lessIsBetter: true,
        ...about,
      },
      {
        name: "memory after 200,000 messages",
        value: median(runs.map((run) => run.rssBytes)) / 1e6,
        digits: 1,
        unit: "MB",
        ...about,
      },
    ];
  },
};

interface AnnotatorRun {
  readonly perSecond: number;
  readonly loadMs: number;
  readonly loadCpuMs: number;
  readonly loadBytes: number;
  readonly rssBytes: number;
}

function annotatorRun(texts: readonly string[]): AnnotatorRun {
  const options = { input: JSON.stringify(texts), encoding: "utf8" as const, maxBuffer: 1e8 };
  return JSON.parse(execFileSync(process.execPath, ["--expose-gc", path("../roles/annotator.mjs")], options)) as AnnotatorRun;
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] as number;

const CHATS: readonly (readonly [set: string, file?: string])[] = [
  ["livechat-twitch-replay"],
  ["question-nps-chat"],
  ["sentiment-tiktok-comments-id"],
  ["langid-short", "tweets.jsonl"],
];

/** Chat of the data sets that are there, and our own phrases of all languages. */
function chatTexts(data: DataFolder): string[] {
  const rows = CHATS.flatMap(([set, file]) => data.rows<{ text: string }>(set, file).map(({ text }) => text));
  const own = Object.values(chatPhrases).flatMap((phrases) => phrases.split("/"));
  const short = [...rows, ...own].filter((text) => text.length <= 80 && text !== "JOIN" && text !== "PART");
  return shuffle(short, seededRandom(1));
}
