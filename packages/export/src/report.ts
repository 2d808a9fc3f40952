import type { Moment, Spike } from "@frontrow/protocol/insight";
import type { ReportFacts } from "@frontrow/protocol/library/report";
import { wordsOf } from "@frontrow/words/all";
import { type Cell, csvHead, csvRows } from "./csv.ts";
import type { Format } from "./format.ts";
import { timeCells } from "./rows.ts";
import type { Source } from "./source.ts";

/** The figures of a report, a row each; its minutes, people and questions have tables of their own. */
export const report: Format = {
  extension: "csv",
  needs: { passes: 0, report: true },
  async *write(source) {
    yield csvHead(["section", "name", "value", "time", "seconds", "detail"]);
    yield csvRows(rowsOf(source));
  },
};

type Row = readonly [section: string, name: Cell, value: Cell, time: Cell, seconds: Cell, detail: Cell];

function rowsOf(source: Source): Row[] {
  const { facts } = source.report;
  const { broadcast } = source.recording;
  const row = (section: string, name: Cell, value: Cell, { atMs, detail }: { atMs?: number; detail?: Cell } = {}): Row => {
    const [time, seconds] = atMs === undefined ? [] : timeCells(atMs, source.zeroMs);
    return [section, name, value, time, seconds, detail];
  };
  const { peakAtMs, ...totals } = facts.totals;
  const at = peakAtMs === undefined ? {} : { atMs: peakAtMs };
  return [
    row("broadcast", "creator", broadcast.handle, { detail: broadcast.title }),
    row("broadcast", "begin", undefined, { atMs: facts.fromMs }),
    row("broadcast", "end", undefined, { atMs: facts.toMs }),
    row("broadcast", "recorded seconds", facts.seenMs / 1_000),
    ...Object.entries(totals).map(([name, value]) => row("totals", snake(name), value, name === "peakViewers" ? at : {})),
    ...watchTimes.map((name, n) => row("watch time", name, facts.retention.watchTime[n])),
    row("watch time", "average seconds", facts.retention.averageWatchMs / 1_000),
    ...facts.supporters.map(({ user, gifts, diamonds }) =>
      row("supporters", user.handle, diamonds, { detail: `${gifts} gifts` }),
    ),
    ...facts.moments.map((moment) =>
      row("moments", moment.kind, undefined, { atMs: timeOf(moment), detail: wordsOf(source.language).moment(moment) }),
    ),
    ...saidRows("words", facts.words, row),
    ...saidRows("emoji", facts.emoji, row),
    ...facts.languages.map(({ language, chats }) => row("languages", language, chats)),
    ...facts.gaps.map(({ fromMs, toMs }) => row("gaps", "seconds", (toMs - fromMs) / 1_000, { atMs: fromMs })),
    ...facts.closed.map(({ fromMs, toMs }) => row("closed", "seconds", (toMs - fromMs) / 1_000, { atMs: fromMs })),
  ];
}

const watchTimes = ["people under 5 minutes", "people 5 to 15 minutes", "people 15 to 30 minutes", "people over 30 minutes"];

const timeOf = (moment: Spike | Moment): number => (moment.type === "spike" ? moment.fromMs : moment.atMs);

const saidRows = (
  section: string,
  said: ReportFacts["words"],
  row: (section: string, name: Cell, value: Cell, more: { detail: Cell }) => Row,
): Row[] => said.map(({ text, chats, sentiment }) => row(section, text, chats, { detail: `mood ${sentiment}` }));

const snake = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
