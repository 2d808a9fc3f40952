import type { SessionId } from "@frontrow/protocol/ids";
import type { Sample } from "./sample-log.ts";

/** A lively evening of games, and a quiet talk: what a desk can replay before it has watched anything. */
export const samples: readonly Sample[] = [
  {
    session: "ses_samplegames" as SessionId,
    handle: "luna.plays",
    title: "Boss rush until it is done",
    startedAtMs: Date.UTC(2026, 10, 20, 19),
    minutes: 20,
    eventsPerSecond: 3,
    population: 900,
  },
  {
    session: "ses_sampletalk" as SessionId,
    handle: "the.quiet.kiln",
    title: "Glazing bowls, ask me anything",
    startedAtMs: Date.UTC(2026, 10, 22, 15),
    minutes: 15,
    eventsPerSecond: 0.8,
    population: 120,
  },
];
