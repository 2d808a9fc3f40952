import type { Ring, Rule } from "@frontrow/protocol/library/rule";
import { type RuleRun, runRules } from "@frontrow/rules";
import type { ClientEvent } from "@frontrow/sdk/client";

/** The rules of a desk over what its page shows: each screen is followed from its first event on. */
export interface WatchedRules {
  /** What the event makes ring. What a snapshot tells is history, and rings nothing. */
  take(event: ClientEvent): readonly Ring[];
  change(rules: readonly Rule[]): void;
}

export function watchRules(): WatchedRules {
  let rules: readonly Rule[] = [];
  let screen: { readonly session: string; readonly run: RuleRun } | undefined;
  return {
    change(next) {
      rules = next;
      screen?.run.change(next);
    },
    take(event) {
      switch (event.type) {
        // A seek is one, too: what was seen elsewhere says nothing of here.
        case "snapshot":
          screen = { session: event.session, run: runRules(rules) };
          return [];
        case "cleared":
        case "mode":
          screen = undefined;
          return [];
        case "events": {
          if (screen?.session !== event.session) screen = { session: event.session, run: runRules(rules) };
          const { run } = screen;
          return event.events.flatMap((each) => run.feed(each));
        }
        default:
          return [];
      }
    },
  };
}
