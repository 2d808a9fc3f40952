import type { EventOf, LiveEvent } from "@frontrow/protocol/event";
import type { RuleMetric } from "@frontrow/protocol/library/rule";
import { Seconds } from "./seconds.ts";
import { createStreaks } from "./streaks.ts";

/** A metric over spans of whole seconds of event time. */
export interface Meter {
  /** This second is under way. */
  moveTo(second: number): void;
  count(event: LiveEvent): void;
  /** Of the seconds after one up to another, both kept; viewers as of the last of them. NaN: not known. */
  over(after: number, upTo: number): number;
}

/** A mood of fewer messages is somebody's, not the room's. */
const LEAST_MOOD = 5;

/** A meter whose first second is `first`, and that keeps so many. */
export function meterOf(metric: RuleMetric, first: number, kept: number): Meter {
  if (metric === "viewers") return viewersMeter(first, kept);
  if (metric === "mood") return moodMeter(first, kept);
  return countMeter(counterOf(metric), first, kept);
}

/** Totals so far, second by second: what a span has is the difference between two. */
class Totals {
  readonly #seconds: Seconds;
  #total = 0;

  constructor(first: number, kept: number) {
    this.#seconds = new Seconds(first, kept, 0);
  }

  moveTo(second: number): void {
    this.#seconds.moveTo(second);
  }

  add(amount: number): void {
    this.#total += amount;
    this.#seconds.set(this.#total);
  }

  over(after: number, upTo: number): number {
    return this.#seconds.at(upTo) - this.#seconds.at(after);
  }
}

function countMeter(amountOf: (event: LiveEvent) => number, first: number, kept: number): Meter {
  const totals = new Totals(first, kept);
  return {
    moveTo: (second) => totals.moveTo(second),
    count(event) {
      const amount = amountOf(event);
      if (amount > 0) totals.add(amount);
    },
    over: (after, upTo) => totals.over(after, upTo),
  };
}

/** What TikTok told last of the viewers. */
function viewersMeter(first: number, kept: number): Meter {
  const seconds = new Seconds(first, kept, Number.NaN);
  return {
    moveTo: (second) => seconds.moveTo(second),
    count(event) {
      if (event.type === "roomUser") seconds.set(event.viewers);
    },
    over: (_after, upTo) => seconds.at(upTo),
  };
}

/** The mean sentiment of messages with text, in hundredths. Summed as whole hundredths: fractions would add up to something else in another order. */
function moodMeter(first: number, kept: number): Meter {
  const [sums, counts] = [new Totals(first, kept), new Totals(first, kept)];
  return {
    moveTo(second) {
      sums.moveTo(second);
      counts.moveTo(second);
    },
    count(event) {
      if (event.type !== "chat" || event.user?.isHost || isOfStickers(event)) return;
      sums.add(Math.round(event.sentiment * 100));
      counts.add(1);
    },
    over(after, upTo) {
      const chats = counts.over(after, upTo);
      return chats < LEAST_MOOD ? Number.NaN : Math.round(sums.over(after, upTo) / chats);
    },
  };
}

/** It has no text that could be in a mood. One whose text moderation removed had. */
const isOfStickers = ({ text, emotes = [] }: EventOf<"chat">): boolean => text.trim() === "" && emotes.length > 0;

function counterOf(metric: Exclude<RuleMetric, "viewers" | "mood">): (event: LiveEvent) => number {
  switch (metric) {
    case "chats":
      return ({ type }) => (type === "chat" || type === "emote" ? 1 : 0);
    case "shares":
      return ({ type }) => (type === "share" ? 1 : 0);
    case "follows":
      return (event) => (event.type === "follow" && !event.user?.isHost ? 1 : 0);
    case "questions":
      return (event) => (isQuestion(event) ? 1 : 0);
    case "gifts":
    case "diamonds": {
      const streaks = createStreaks();
      return (event) => {
        if (event.type !== "gift") return 0;
        const { gifts, addedDiamonds } = streaks.add(event);
        return metric === "gifts" ? gifts : addedDiamonds;
      };
    }
  }
}

/** As the message itself says it: which of them ask the same is the fold's to find. */
const isQuestion = (event: LiveEvent): boolean =>
  (event.type === "question" || (event.type === "chat" && event.question)) && !event.user?.isHost;
