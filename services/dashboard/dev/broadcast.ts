import type { LiveEvent } from "@frontrow/protocol/event";
import type { Insight } from "@frontrow/protocol/insight";
import type { Metrics } from "@frontrow/protocol/metrics";
import type { ClientEvent } from "@frontrow/sdk/client";
import { seededRandom } from "@frontrow/testkit/random";
import { createAudience } from "./audience.ts";
import { createInsights } from "./insights.ts";
import type { Room } from "./room.ts";
import { scoreMetrics } from "./scores.ts";

export const SESSION = "ses_devfixture0000";

/** What a client would have told of a made-up broadcast up to `nowMs`, and then goes on to tell every 250 ms. */
export function createBroadcast(room: Room, nowMs: number) {
  const random = seededRandom(room.seed);
  const audience = createAudience(random, room.people);
  const sinceMs = nowMs - room.minutes * 60_000;
  const gapFromMs = room.lostMinutes ? sinceMs + room.lostMinutes[0] * 60_000 : 0;
  const gapToMs = room.lostMinutes ? sinceMs + room.lostMinutes[1] * 60_000 : 0;
  const isLost = (atMs: number) => atMs >= gapFromMs && atMs < gapToMs;
  const understood = createInsights(room, sinceMs, audience.people, random);
  const totals = { chats: 0, likes: 0, gifts: 0, diamonds: 0, follows: 0, shares: 0, viewersPeak: 0 };

  function metricsAt(atMs: number, seconds: number): Partial<Metrics> {
    const t = (atMs - sinceMs) / 60_000;
    const swing = 1 + 0.35 * Math.sin(t / 7) + 0.12 * Math.sin(t / 1.7) + (random() - 0.5) * 0.04;
    const ramp = Math.min(1, 0.25 + t / 12);
    const viewers = Math.max(0, Math.round(room.viewers * swing * ramp));
    const busy = (0.7 + 0.5 * Math.sin(t / 3) ** 2) * ramp;
    const chatsPerMinute = room.messagesPerMinute * busy * (0.9 + random() * 0.2);
    const likesPerMinute = chatsPerMinute * 14 * (0.8 + random() * 0.4);
    const giftsPerMinute = chatsPerMinute * 0.05;
    const diamondsPerMinute = giftsPerMinute * 28 * (t % 9 < 0.6 ? 9 : 0.6 + random());
    totals.chats += (chatsPerMinute * seconds) / 60;
    totals.likes += (likesPerMinute * seconds) / 60;
    totals.gifts += (giftsPerMinute * seconds) / 60;
    totals.diamonds += (diamondsPerMinute * seconds) / 60;
    totals.follows += (chatsPerMinute * 0.04 * seconds) / 60;
    totals.shares += (chatsPerMinute * 0.02 * seconds) / 60;
    totals.viewersPeak = Math.max(totals.viewersPeak, viewers);
    const rates = { chats: chatsPerMinute, likes: likesPerMinute, gifts: giftsPerMinute, diamonds: diamondsPerMinute };
    const all = { ...rates, follows: chatsPerMinute * 0.04, shares: chatsPerMinute * 0.02 };
    return {
      ...Object.fromEntries(
        Object.entries(all).flatMap(([name, rate]) => [
          [`${name}PerMinute`, rate],
          [`${name}PerMinute5m`, rate * (0.9 + 0.2 * Math.sin(t / 5))],
          [`${name}PerMinute15m`, rate * (0.8 + 0.2 * Math.sin(t / 9))],
        ]),
      ),
      ...scoreMetrics(understood.scores(atMs)),
      sentimentVolatility: Math.min(1, Math.max(0, 0.24 + 0.14 * Math.sin(t / 4))),
      ...Object.fromEntries(Object.entries(totals).map(([name, total]) => [name, Math.floor(total)])),
      viewers,
      viewersAverage: room.viewers * 0.93,
      uniqueViewers: Math.floor(room.viewers * 4.2),
      joins: Math.floor(room.viewers * 5),
      sentiment: 0.22 + 0.3 * Math.sin(t / 5) + (random() - 0.5) * 0.08,
      gapMs: atMs >= gapToMs ? gapToMs - gapFromMs : 0,
      sinceMs,
      atMs,
    };
  }

  function events(fromMs: number, toMs: number): readonly LiveEvent[] {
    const made: LiveEvent[] = [];
    const wanted = (room.messagesPerMinute * (toMs - fromMs)) / 60_000;
    const count = Math.floor(wanted) + (random() < wanted % 1 ? 1 : 0);
    for (let index = 0; index < count; index += 1) {
      const atMs = Math.round(fromMs + ((toMs - fromMs) * index) / count);
      if (isLost(atMs)) continue;
      if (random() < 0.1) made.push(...audience.streak(atMs));
      else made.push(audience.chat(atMs));
    }
    return made;
  }

  const insights = (...items: readonly Insight[]): ClientEvent => ({ type: "insights", session: SESSION, insights: items });
  const metrics = (atMs: number, seconds: number): Insight => ({ type: "metrics", ...metricsAt(atMs, seconds) });

  function* past(): Generator<ClientEvent> {
    const lastMinutes = Math.min(room.minutes, 6);
    const recent = events(nowMs - lastMinutes * 60_000, nowMs);
    yield { type: "snapshot", session: SESSION, epoch: 1, events: recent };
    if (room.lostMinutes) {
      const gap = { id: "gap1", type: "gap", atMs: gapToMs, sentAtMs: gapToMs, fromMs: gapFromMs, toMs: gapToMs } as const;
      yield { type: "events", session: SESSION, events: [{ ...gap, reason: "upstream" }] };
    }
    for (let atMs = sinceMs; atMs <= nowMs; atMs += 5_000) {
      if (!isLost(atMs)) yield insights(metrics(atMs, 5));
    }
    yield insights(...understood.past(nowMs), ...understood.firstChats(recent));
    if (totals.gifts >= 1) yield leaderboard(nowMs);
  }

  function leaderboard(atMs: number): ClientEvent {
    const most = Math.max(40, totals.diamonds / 3);
    const gifters = audience.people.slice(0, 10).map((user, place) => {
      const diamonds = Math.round(most / (place + 1) ** 1.3);
      return { user, diamonds, gifts: Math.ceil(diamonds / 17) };
    });
    return { type: "insights", session: SESSION, insights: [{ type: "leaderboard", atMs, gifters }] };
  }

  return {
    past,
    next(fromMs: number, toMs: number): readonly ClientEvent[] {
      const happened = events(fromMs, toMs);
      const numbers = metrics(toMs, (toMs - fromMs) / 1_000);
      return [
        { type: "events", session: SESSION, events: happened },
        insights(numbers, ...understood.between(fromMs, toMs), ...understood.firstChats(happened)),
      ];
    },
  };
}
