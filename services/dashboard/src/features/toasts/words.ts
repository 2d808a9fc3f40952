import { cleanText } from "@frontrow/words/clean-text";
import type { Words } from "@frontrow/words/words";
import type { GiftRow } from "../../live/gift-feed.ts";
import type { Happened } from "../../live/happened.ts";
import type { Happening, Rung } from "../../live/notices.ts";
import { compact, exact } from "../../ui/format.ts";
import { sentenceOf } from "../moments/kinds.ts";
import { nameInText } from "../people/name.ts";

export interface ToastWords {
  readonly title: string;
  readonly text: string;
  readonly tone: "good" | "watch" | "neutral";
}

const ASIDE = "This replay goes on. V goes LIVE.";

/** What happened, in words. */
export function wordsOf(happening: Happening, words: Words | undefined): ToastWords {
  switch (happening.kind) {
    case "wentLive":
      return {
        title: `@${happening.username} is live`,
        text: happening.isAside ? ASIDE : "We began to watch.",
        tone: "good",
      };
    case "ended":
      return {
        title: happening.isAside ? `The broadcast of @${happening.username} ended` : "The broadcast ended",
        text: happening.isAside ? "This replay goes on." : `The summary of @${happening.username} stays on this page.`,
        tone: "neutral",
      };
    case "sourceLost":
      return { title: "The connection to TikTok broke", text: "We connect anew by ourselves.", tone: "watch" };
    case "sourceBack":
      return { title: "Connected to TikTok again", text: "What could not be seen is shaded in the charts.", tone: "good" };
    case "linkLost":
      return { title: "This page is offline", text: "It comes back by itself, and then shows what it missed.", tone: "watch" };
    case "linkBack":
      return { title: "This page is back", text: "Everything goes on from here.", tone: "good" };
    case "bigGifts":
      return giftWords(happening.gifts);
    case "moments":
      return momentWords(happening.moments, words);
    case "rang":
      return ringWords(happening.rings);
    case "meanwhile":
      return {
        title: `Live now at @${happening.username}: ${sentenceOf(happening.moment, words)}`,
        text: ASIDE,
        tone: "good",
      };
  }
}

/** The last thing that happened, and how many came before it while this was shown. */
function momentWords(moments: readonly Happened[], words: Words | undefined): ToastWords {
  const last = moments.at(-1);
  if (!last) return { title: "", text: "", tone: "neutral" };
  const before = moments.slice(0, -1);
  const text =
    before.length === 0
      ? "Marked on the charts"
      : before.length === 1
        ? `Before: ${before.map((moment) => sentenceOf(moment, words)).join()}`
        : `And ${before.length} more moments, marked on the charts`;
  return { title: sentenceOf(last, words), text, tone: last.kind === "lull" ? "watch" : "neutral" };
}

/** The rule that rang last, what it saw, and how many rang before it while this was shown. */
function ringWords(rings: readonly Rung[]): ToastWords {
  const last = rings.at(-1);
  const before = rings.length - 1;
  const more = before === 0 ? "" : ` · and ${before} more before`;
  return { title: cleanText(last?.name ?? "", 80), text: `${last?.text ?? ""}${more}`, tone: "watch" };
}

const toGuest = ({ receiver }: GiftRow): string => (receiver ? ` to ${nameInText(receiver)}` : "");

function giftWords(gifts: readonly GiftRow[]): ToastWords {
  const [only] = gifts;
  const diamonds = gifts.reduce((sum, gift) => sum + gift.diamonds, 0);
  if (gifts.length === 1 && only) {
    const times = only.count > 1 ? ` ×${exact(only.count)}` : "";
    return {
      title: `${nameInText(only.user)} sent ${cleanText(only.name, 40)}${times}${toGuest(only)}`,
      text: `${compact(diamonds)} diamonds`,
      tone: "neutral",
    };
  }
  const names = [...new Set(gifts.map((gift) => nameInText(gift.user)))];
  const shown = names.length > 3 ? `${names.slice(0, 2).join(", ")} and ${names.length - 2} more` : names.join(", ");
  return { title: `${gifts.length} big gifts, ${compact(diamonds)} diamonds`, text: `From ${shown}`, tone: "neutral" };
}
