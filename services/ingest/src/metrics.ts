import type { LiveEventType } from "@frontrow/protocol/event";
import type { SignUsage } from "@frontrow/redis/sign-ledger";
import { counter, gauge, gaugeRead, type MetricsRegistry } from "@frontrow/runtime/metrics";
import type { NoEvent } from "./normalize/outcome.ts";
import type { GapReason } from "./session/outage.ts";
import type { ConnectCode, Unreadable } from "./source/live-source.ts";

/** What the process counts about its feeds. Labels have few values each; none of them names anybody. */
export interface IngestMetrics {
  /** Hands on what is counted event by event; call about once a second. */
  settle(): void;
  event(type: LiveEventType, isLate: boolean): void;
  duplicate(): void;
  /** Older than the session: it says what was before, and is not counted. */
  context(): void;
  ignored(why: NoEvent): void;
  unreadable(what: Unreadable): void;
  gap(reason: GapReason, seconds: number): void;
  appended(): void;
  /** A connection was tried. */
  connect(outcome: "connected" | ConnectCode): void;
  signUsage(account: string, usage: Pick<SignUsage, "minute" | "hour" | "day">): void;
}

/** TikTok has some 70 message types; more names than this are nonsense, and are counted together. */
const MAX_METHODS = 100;
const METHOD = /^[A-Za-z0-9]{1,64}$/;

export function createIngestMetrics(
  registry: MetricsRegistry,
  read: { connections(): Readonly<Record<string, number>>; bufferedCharacters(): number },
): IngestMetrics {
  const events = counter(registry, {
    name: "frontrow_events_total",
    help: "Events appended, by type; late ones are repeated by TikTok",
    labels: ["type", "late"],
  });
  const duplicates = counter(registry, { name: "frontrow_duplicates_total", help: "Messages that were seen before" });
  const context = counter(registry, { name: "frontrow_context_total", help: "Messages that are older than their session" });
  const ignored = counter(registry, {
    name: "frontrow_ignored_total",
    help: "Messages of a known type that say nothing we have a name for",
    labels: ["reason"],
  });
  const unreadable = counter(registry, {
    name: "frontrow_unreadable_total",
    help: "Frames and messages that do not decode",
    labels: ["reason"],
  });
  const unknown = counter(registry, {
    name: "frontrow_unknown_messages_total",
    help: "Messages of a type we have no name for",
    labels: ["method"],
  });
  const gaps = counter(registry, {
    name: "frontrow_gap_seconds_total",
    help: "Event time declared lost",
    labels: ["reason"],
  });
  const appends = counter(registry, { name: "frontrow_appends_total", help: "Entries appended to session logs" });
  const connects = counter(registry, {
    name: "frontrow_connects_total",
    help: "Attempts to connect, by outcome",
    labels: ["outcome"],
  });
  const sign = gauge(registry, {
    name: "frontrow_sign_calls",
    help: "Calls of the sign service in the current window, of all workers",
    labels: ["account", "window"],
  });
  for (const state of ["checking", "waiting", "connecting", "live"] as const) {
    const definition = {
      name: "frontrow_ingest_connections",
      help: "Creators owned, by what their feed does",
      labels: ["state"],
    } as const;
    gaugeRead(registry, definition, { state }, () => read.connections()[state] ?? 0);
  }
  gaugeRead(registry, { name: "frontrow_ingest_buffer_characters", help: "What waits for Redis" }, {}, () =>
    read.bufferedCharacters(),
  );
  const methods = new Set<string>();
  const methodLabel = (method: string): string => {
    if (methods.has(method)) return method;
    if (!METHOD.test(method) || methods.size >= MAX_METHODS) return "other";
    methods.add(method);
    return method;
  };

  // Counted here first: the library hashes labels at each use, which is a tenth of what an event costs.
  const unsettled = new Map<string, { type: LiveEventType; late: string; count: number }>();
  return {
    event(type, isLate) {
      const key = isLate ? `${type} late` : type;
      const known = unsettled.get(key);
      if (known) known.count += 1;
      else unsettled.set(key, { type, late: String(isLate), count: 1 });
    },
    settle() {
      for (const { type, late, count } of unsettled.values()) events.inc({ type, late }, count);
      unsettled.clear();
    },
    duplicate: () => duplicates.inc(),
    context: () => context.inc(),
    ignored: (why) => ignored.inc({ reason: why }),
    unreadable(what) {
      if (what.reason === "unknownMethod") unknown.inc({ method: methodLabel(what.method) });
      else unreadable.inc({ reason: what.reason });
    },
    gap: (reason, seconds) => gaps.inc({ reason }, seconds),
    appended: () => appends.inc(),
    connect: (outcome) => connects.inc({ outcome }),
    signUsage(account, usage) {
      for (const window of ["minute", "hour", "day"] as const) sign.set({ account, window }, usage[window]);
    },
  };
}
