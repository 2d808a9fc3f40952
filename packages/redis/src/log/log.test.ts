import { type LogEntry, startOf } from "@frontrow/protocol/entry";
import type { SessionId } from "@frontrow/protocol/ids";
import { describe, expect, it } from "vitest";
import { entryOfPush, readBackwards, recordOf, stampOf, type Writer } from "./log.ts";

it("reads a pushed entry, whatever its data holds", () => {
  const data = '[{"text":"a b\\nc"}]\nmore';
  expect(entryOfPush("ses_one00000" as never, `5-1 4-0 ingest:7:3 2 events\n${data}`)).toEqual({
    log: "ses_one00000",
    id: "5-1",
    previous: "4-0",
    stamp: "ingest:7:3",
    epoch: 2,
    kind: "events",
    data,
  });
});

it("names a writer in records and on entries", () => {
  const writer: Writer = { role: "ingest", nonce: "abc", fence: 42 };
  expect(recordOf(writer)).toBe("abc:42");
  expect(stampOf(writer, 7)).toBe("ingest:42:7");
});

describe("a log read backwards", () => {
  const log = "ses_one00000" as SessionId;
  /** A log of this many entries, and what was asked of it. */
  const logOf = (length: number) => {
    const asked: { entries: number; before?: string }[] = [];
    const readPage = async (page: { entries: number; before?: string }): Promise<LogEntry[]> => {
      asked.push(page);
      const newest = page.before === undefined ? length : Number(page.before.split("-")[0]) - 1;
      const numbers = Array.from({ length: Math.min(page.entries, newest) }, (_, n) => newest - n);
      return numbers.map((n) => ({ ...startOf(log), id: `${n}-0`, previous: `${n - 1}-0`, kind: "tick", data: "[]" }));
    };
    return { asked, readPage };
  };
  const idsOf = async (pages: AsyncIterable<readonly LogEntry[]>) => {
    const ids: string[][] = [];
    for await (const page of pages) ids.push(page.map(({ id }) => id));
    return ids;
  };

  it("comes in pages from its end, and ends at its start", async () => {
    const { asked, readPage } = logOf(5);
    expect(await idsOf(readBackwards(readPage, { maxEntries: 100, pageEntries: 2 }))).toEqual([
      ["5-0", "4-0"],
      ["3-0", "2-0"],
      ["1-0"],
    ]);
    expect(asked).toEqual([{ entries: 2 }, { entries: 2, before: "4-0" }, { entries: 2, before: "2-0" }]);
  });

  it("begins before an id when it is given one", async () => {
    const { readPage } = logOf(5);
    expect(await idsOf(readBackwards(readPage, { maxEntries: 100, pageEntries: 2, before: "3-0" }))).toEqual([["2-0", "1-0"]]);
  });

  it("never gives more than its bound, a broken page at its end included", async () => {
    const { asked, readPage } = logOf(50);
    expect((await idsOf(readBackwards(readPage, { maxEntries: 5, pageEntries: 2 }))).flat()).toHaveLength(5);
    expect(asked.map(({ entries }) => entries)).toEqual([2, 2, 1]);
  });

  it("gives no empty page", async () => {
    expect(await idsOf(readBackwards(logOf(0).readPage, { maxEntries: 5, pageEntries: 2 }))).toEqual([]);
    expect(await idsOf(readBackwards(logOf(2).readPage, { maxEntries: 5, pageEntries: 2 }))).toEqual([["2-0", "1-0"]]);
  });

  it("reads no page that nobody asks for", async () => {
    const { asked, readPage } = logOf(50);
    for await (const page of readBackwards(readPage, { maxEntries: 50, pageEntries: 2 })) if (page[0]?.id === "48-0") break;
    expect(asked).toHaveLength(2);
  });
});
