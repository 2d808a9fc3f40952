import type { FoldItem } from "@frontrow/audience/fold";
import type { EntryKind, LogEntry } from "@frontrow/protocol/entry";
import type { SessionId } from "@frontrow/protocol/ids";
import { recordingIdOf } from "@frontrow/protocol/recording";
import { userNamed } from "@frontrow/testkit/users";
import fc from "fast-check";

const session = "ses_recordedsession" as SessionId;
export const START_MS = 1_700_000_000_000;
export const id = recordingIdOf(session, START_MS);
export const broadcast = { handle: "nina", roomId: "7", nickname: "Nina" };

/** Entries of a log as ingest and analytics write it, item by item: what matters is which kinds there are, and their times. */
export function logOf(flushes: readonly { readonly kind: EntryKind; readonly items: readonly unknown[] }[]): LogEntry[] {
  return flushes.map(({ kind, items }, number) => ({
    log: session,
    epoch: 1,
    id: idOf(number + 1),
    previous: idOf(number),
    stamp: `${kind === "insights" ? "analytics" : "ingest"}:9:${number + 1}`,
    kind,
    data: JSON.stringify(items),
  }));
}

/** Three entries share a millisecond, as they do in a log. */
const idOf = (number: number): string => (number === 0 ? "0-0" : `${START_MS + Math.floor(number / 3)}-${number % 3}`);

const said = fc.constantFrom("hello", "where are you from?", "two\nlines", "金の\u2028🔥", '"quoted" [1,{"a":2}]', "");

const itemAt = (atMs: number, n: number): fc.Arbitrary<{ kind: EntryKind; item: FoldItem }> => {
  const base = { id: `e${n}`, atMs, sentAtMs: atMs };
  const viewer = fc.integer({ min: 0, max: 9 }).map((number) => userNamed(`viewer${number}`));
  const tick: FoldItem = { type: "tick", atMs };
  const closed: FoldItem = { type: "sourceClosed", atMs, reason: "unwatched" };
  const opened: FoldItem = { type: "sourceOpened", atMs, roomId: "7" };
  return fc.oneof(
    {
      weight: 4,
      arbitrary: fc.tuple(viewer, said, fc.integer({ min: -1_000, max: 1_000 })).map(([user, text, mood]) => {
        const annotation = {
          language: "en",
          sentiment: mood / 1_000,
          question: false,
          questionPriority: 0,
          toxicity: 0,
          spam: 0,
        };
        const item: FoldItem = { ...base, type: "chat", user, text, ...annotation };
        return { kind: "events" as const, item };
      }),
    },
    fc.tuple(viewer, fc.integer({ min: 1, max: 9 }), fc.boolean()).map(([user, count, streakOpen]) => {
      const gift = { giftId: "1", name: "Rose", count, diamondsEach: 5, diamonds: 5 * count, streakId: `s${n % 4}`, streakOpen };
      const item: FoldItem = { ...base, type: "gift", user, ...gift };
      return { kind: "events" as const, item };
    }),
    fc
      .integer({ min: 0, max: 500 })
      .map((viewers) => ({ kind: "events" as const, item: { ...base, type: "roomUser", viewers } as const })),
    fc.constantFrom(
      { kind: "tick" as const, item: tick },
      { kind: "control" as const, item: closed },
      { kind: "control" as const, item: opened },
    ),
  );
};

/** A log of up to so many items, in entries of one to four, with insights between them. Time may stand still, and go back a little. */
export const someLog = (maxItems: number): fc.Arbitrary<LogEntry[]> =>
  fc
    .array(fc.tuple(fc.integer({ min: -200, max: 9_000 }), fc.boolean(), fc.boolean()), { minLength: 1, maxLength: maxItems })
    .chain((steps) => {
      let atMs = START_MS;
      const items = steps.map(([pause], n) => {
        atMs += pause;
        return itemAt(Math.max(START_MS, atMs), n);
      });
      return fc.tuple(fc.constant(steps), fc.tuple(...items));
    })
    .map(([steps, made]) => {
      const flushes: { kind: EntryKind; items: unknown[] }[] = [];
      for (const [n, { kind, item }] of made.entries()) {
        const [, joins = false, concludes = false] = steps[n] ?? [];
        const last = flushes.at(-1);
        if (joins && last?.kind === kind && last.items.length < 4) last.items.push(item);
        else flushes.push({ kind, items: [item] });
        if (concludes) flushes.push({ kind: "insights", items: [{ type: "metrics", chats: n }] });
      }
      return logOf(flushes);
    });
