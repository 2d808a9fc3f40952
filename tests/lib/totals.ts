import type { LiveEvent } from "@frontrow/protocol/event";
import type { Metrics } from "@frontrow/protocol/metrics";
import { type Gap, type TruthMessage, totalsOf, unexcused } from "@frontrow/simulator/scenarios/truth";

/** What the metrics must say when these messages arrived. */
export const metricsOf = (messages: Iterable<TruthMessage>) => {
  const { chats, gifts, diamonds, likes, likesObserved, joins, follows, shares, subscribes } = totalsOf(messages);
  return { chats, gifts, diamonds, likes, likesObserved, joins, follows, shares, subscribes } satisfies Partial<Metrics>;
};

export const gapsOf = (events: readonly LiveEvent[]): Gap[] =>
  events.flatMap((event) => (event.type === "gap" ? [{ fromMs: event.fromMs, toMs: event.toMs }] : []));

/** Ids that came more than once. */
export function repeated(events: readonly LiveEvent[]): string[] {
  const seen = new Set<string>();
  return events.filter(({ id }) => seen.size === seen.add(id).size).map(({ id }) => id);
}

/** Splits what a script said by whether it arrived; what did not must lie in a declared gap. */
export function compare(messages: readonly TruthMessage[], events: readonly LiveEvent[], slackMs: number) {
  const ids = new Set(events.map(({ id }) => id));
  return {
    arrived: messages.filter(({ msgId }) => ids.has(msgId)),
    unexcused: unexcused(messages, ids, gapsAsSaid(messages, events), slackMs),
  };
}

/**
 * The declared gaps by the script's clock. They are in event time, which is when something was received: on a busy machine
 * that is later than it was said, so a gap is as wide as what was said last before it and first after it, too.
 */
function gapsAsSaid(messages: readonly TruthMessage[], events: readonly LiveEvent[]): Gap[] {
  const saidAtMs = new Map(messages.map(({ msgId, createTimeMs }) => [msgId, createTimeMs]));
  const saidAtOf = (event: LiveEvent | undefined) => event && saidAtMs.get(event.id);
  const isSaid = (event: LiveEvent) => !event.late && saidAtMs.has(event.id);
  return events.flatMap((event, index) => {
    if (event.type !== "gap") return [];
    const fromMs = saidAtOf(events.slice(0, index).findLast(isSaid)) ?? event.fromMs;
    const toMs = saidAtOf(events.slice(index).find(isSaid)) ?? event.toMs;
    return [{ fromMs: Math.min(event.fromMs, fromMs), toMs: Math.max(event.toMs, toMs) }];
  });
}
