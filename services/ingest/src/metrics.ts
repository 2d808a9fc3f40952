import type { LiveEventType } from "@frontrow/protocol/event";
import type { SignUsage } from "@frontrow/redis/sign-ledger";
import { counter, gauge, gaugeRead, type MetricsRegistry } from "@frontrow/runtime/metrics";
import type { IgnoreReason } from "./normalize/outcome.ts";
import type { Gap } from "./session/outage.ts";
import { observeFields, type WatchedField, watchedFields } from "./source/filled-fields.ts";
import type { ConnectCode, Unreadable } from "./source/live-source.ts";
import type { SourceMessage } from "./source/messages.ts";
import { isUndecoded } from "./source/tiktok/undecoded.ts";

/** What the process counts about its feeds. Labels have few values each; none of them names anybody. */
export interface IngestMetrics {
  /** Hands the counts of events on to the registry; call about once a second. */
  flush(): void;
  event(type: LiveEventType, isLate: boolean): void;
  duplicate(): void;
  /** Older than the session: it says what was before, and is not counted. */
  context(): void;
  ignored(why: IgnoreReason): void;
  unreadable(what: Unreadable): void;
  /** Counts which of a message's fields are filled. */
  received(message: SourceMessage): void;
  /** `isHit`: what a text means was remembered. */
  annotated(isHit: boolean): void;
  gap(gap: Gap): void;
  appendTried(): void;
  connectTried(outcome: "connected" | ConnectCode): void;
  signUsage(account: string, usage: Pick<SignUsage, "minute" | "hour" | "day">): void;
}

/** TikTok has some 70 message types; more names than this are nonsense, and are counted together. */
const MAX_METHODS = 100;
const METHOD = /^[A-Za-z0-9]{1,64}$/;

/** What is read when the metrics are. */
interface FeedReadings {
  /** Number of creators owned, by the state of their feed. */
  feeds(): Readonly<Record<string, number>>;
  bufferedCharacters(): number;
}

export function createIngestMetrics(registry: MetricsRegistry, read: FeedReadings): IngestMetrics {
  const counters = createCounters(registry);
  observeFeeds(registry, read);
  const methodLabel = createMethodLabel();

  // Events are counted here first: the library hashes labels at each use, a tenth of what an event costs.
  const pending = new Map<string, { type: LiveEventType; late: string; count: number }>();
  const fields = new Map<WatchedField, { filled: number; empty: number }>(
    watchedFields.map((field) => [field, { filled: 0, empty: 0 }]),
  );
  const onField = (field: WatchedField, isFilled: boolean): void => {
    const counts = fields.get(field);
    if (counts) counts[isFilled ? "filled" : "empty"] += 1;
  };
  const texts = { hit: 0, miss: 0 };
  return {
    received: (message) => observeFields(message, onField),
    annotated(isHit) {
      texts[isHit ? "hit" : "miss"] += 1;
    },
    event(type, isLate) {
      const key = isLate ? `${type} late` : type;
      const known = pending.get(key);
      if (known) known.count += 1;
      else pending.set(key, { type, late: String(isLate), count: 1 });
    },
    flush() {
      for (const { type, late, count } of pending.values()) counters.events.inc({ type, late }, count);
      pending.clear();
      for (const cache of ["hit", "miss"] as const) {
        if (texts[cache] > 0) counters.annotations.inc({ cache }, texts[cache]);
        texts[cache] = 0;
      }
      for (const [field, counts] of fields) {
        for (const state of ["filled", "empty"] as const) {
          if (counts[state] > 0) counters.fields.inc({ field, state }, counts[state]);
          counts[state] = 0;
        }
      }
    },
    duplicate: () => counters.duplicates.inc(),
    context: () => counters.context.inc(),
    ignored: (why) => counters.ignored.inc({ reason: why }),
    unreadable(what) {
      if (what.reason !== "unknownMethod") counters.unreadable.inc({ reason: what.reason });
      else if (isUndecoded(what.method)) counters.undecoded.inc({ method: what.method });
      else counters.unknown.inc({ method: methodLabel(what.method) });
    },
    gap: ({ fromMs, toMs, reason }) => counters.gaps.inc({ reason }, (toMs - fromMs) / 1000),
    appendTried: () => counters.appends.inc(),
    connectTried: (outcome) => counters.connects.inc({ outcome }),
    signUsage(account, usage) {
      for (const window of ["minute", "hour", "day"] as const) counters.sign.set({ account, window }, usage[window]);
    },
  };
}

const createCounters = (registry: MetricsRegistry) => ({
  events: counter(registry, {
    name: "frontrow_events_total",
    help: "Events appended, by type; late ones are repeated by TikTok",
    labels: ["type", "late"],
  }),
  duplicates: counter(registry, { name: "frontrow_duplicate_messages_total", help: "Messages that were seen before" }),
  context: counter(registry, {
    name: "frontrow_context_messages_total",
    help: "Messages of history that are older than their session",
  }),
  ignored: counter(registry, {
    name: "frontrow_ignored_messages_total",
    help: "Messages of a known type that say nothing we have a name for",
    labels: ["reason"],
  }),
  unreadable: counter(registry, {
    name: "frontrow_decode_failures_total",
    help: "Frames and messages that do not decode",
    labels: ["reason"],
  }),
  unknown: counter(registry, {
    name: "frontrow_unknown_messages_total",
    help: "Messages of a type we have no name for",
    labels: ["method"],
  }),
  undecoded: counter(registry, {
    name: "frontrow_undecoded_messages_total",
    help: "Messages of a type that we leave out by choice",
    labels: ["method"],
  }),
  fields: counter(registry, {
    name: "frontrow_message_fields_total",
    help: "Fields of messages that should be filled, by whether they are",
    labels: ["field", "state"],
  }),
  annotations: counter(registry, {
    name: "frontrow_annotations_total",
    help: "Texts annotated, by whether what they mean was remembered",
    labels: ["cache"],
  }),
  gaps: counter(registry, {
    name: "frontrow_gap_seconds_total",
    help: "Event time declared lost",
    labels: ["reason"],
  }),
  appends: counter(registry, { name: "frontrow_appends_total", help: "Attempts to append an entry to a session log" }),
  connects: counter(registry, {
    name: "frontrow_connect_attempts_total",
    help: "Attempts to connect, by outcome",
    labels: ["outcome"],
  }),
  sign: gauge(registry, {
    name: "frontrow_sign_calls",
    help: "Calls of the sign service in the current window, of all workers",
    labels: ["account", "window"],
  }),
});

function observeFeeds(registry: MetricsRegistry, read: FeedReadings): void {
  for (const state of ["checking", "waiting", "connecting", "live"] as const) {
    const definition = {
      name: "frontrow_ingest_feeds",
      help: "Creators owned, by what their feed does",
      labels: ["state"],
    } as const;
    gaugeRead(registry, definition, { state }, () => read.feeds()[state] ?? 0);
  }
  gaugeRead(registry, { name: "frontrow_ingest_buffer_characters", help: "What waits for Redis" }, {}, () =>
    read.bufferedCharacters(),
  );
}

/** A message type as a label: its name, or "other" for what is no name or one too many. */
function createMethodLabel(): (method: string) => string {
  const methods = new Set<string>();
  return (method) => {
    if (methods.has(method)) return method;
    if (!METHOD.test(method) || methods.size >= MAX_METHODS) return "other";
    methods.add(method);
    return method;
  };
}
