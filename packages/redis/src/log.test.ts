import { expect, it } from "vitest";
import { entryOfPush, isAfter, recordOf, stampOf, type Writer } from "./log.ts";

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

it("orders stream ids by their numbers, not their letters", () => {
  expect(isAfter("10-0", "9-5")).toBe(true);
  expect(isAfter("9-10", "9-9")).toBe(true);
  expect(isAfter("9-9", "9-9")).toBe(false);
  expect(isAfter("1700000000000-0", "1700000000000-1")).toBe(false);
  expect(isAfter("1-0", "0-0")).toBe(true);
});

it("names a writer in records and on entries", () => {
  const writer: Writer = { role: "ingest", nonce: "abc", fence: 42 };
  expect(recordOf(writer)).toBe("abc:42");
  expect(stampOf(writer, 7)).toBe("ingest:42:7");
});
