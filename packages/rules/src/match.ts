import type { EventOf, LiveEvent, Person } from "@frontrow/protocol/event";
import type { RuleCondition } from "@frontrow/protocol/library/rule";
import { cleanText } from "@frontrow/words/clean-text";
import { foldText, hasWords } from "./fold-text.ts";
import { createQuiet } from "./quiet.ts";
import { createStreaks } from "./streaks.ts";
import type { Watch } from "./watch.ts";

type MatchCondition = Extract<RuleCondition, { type: "person" | "words" | "gift" }>;

const QUOTE_LENGTH = 140;
const NAME_LENGTH = 40;

/** A condition that one event meets by itself. What TikTok sends again or late meets none. */
export function createMatch(condition: MatchCondition, quietMs: number): Watch {
  const seen = matcherOf(condition);
  const quiet = createQuiet(quietMs);
  return {
    feed(event) {
      const { id: eventId, atMs, late } = event;
      const text = late ? undefined : seen(event);
      if (text === undefined || quiet.isAt(atMs)) return [];
      quiet.begin(atMs);
      return [{ atMs, eventId, text }];
    },
  };
}

/** What was seen of an event that meets the condition; undefined for the others. */
function matcherOf(condition: MatchCondition): (event: LiveEvent) => string | undefined {
  switch (condition.type) {
    case "person": {
      const handle = handleOf(condition.handle);
      return (event) => (isSaid(event) && event.user && handleOf(event.user.handle) === handle ? quote(event) : undefined);
    }
    case "words": {
      const wanted = foldText(condition.text);
      // What the host says is no news to the host.
      return (event) => (isSaid(event) && !event.user?.isHost && hasWords(textOf(event), wanted) ? quote(event) : undefined);
    }
    case "gift": {
      const streaks = createStreaks();
      return (event) => {
        if (event.type !== "gift") return undefined;
        const { diamonds, diamondsBefore } = streaks.add(event);
        if (diamonds < condition.diamonds || diamondsBefore >= condition.diamonds) return undefined;
        const times = event.count > 1 ? ` ×${event.count}` : "";
        return `${nameOf(event.user)}: ${cleanText(event.name, NAME_LENGTH)}${times}, ${diamonds} diamonds`;
      };
    }
  }
}

type Said = EventOf<"chat"> | EventOf<"question"> | EventOf<"emote">;
const isSaid = (event: LiveEvent): event is Said => event.type === "chat" || event.type === "question" || event.type === "emote";

const textOf = (event: Said): string => (event.type === "emote" ? "" : event.text);

const handleOf = (text: string): string => foldText(text.replace(/^@/, ""));

const nameOf = (user: Person | undefined): string => cleanText(user?.nickname || user?.handle || "", NAME_LENGTH) || "Somebody";

function quote(event: Said): string {
  const said = cleanText(textOf(event), QUOTE_LENGTH);
  return said ? `${nameOf(event.user)}: ${said}` : `${nameOf(event.user)} wrote`;
}
