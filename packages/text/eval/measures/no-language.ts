import { annotate } from "../../src/annotate.ts";
import type { DataFolder } from "../../training/lib/rows.ts";
import type { Figure, Measure } from "../measure.ts";

/**
 * Live chat without language, told by what the sources say or by the look of the text, never by our own annotator:
 * TikTok messages that TikTok itself calls "un", messages of @mentions alone, messages without a letter (numbers, marks,
 * emoji), Twitch messages of nothing but emotes as Twitch marked them, and messages of laughter alone. Each text counts once.
 */
export const noLanguage: Measure = {
  name: "no-language",
  needs: [],
  run(data) {
    const texts = [...withoutLanguage(data)];
    if (texts.length === 0) return [];
    const share = texts.filter((text) => annotate(text).language === "und").length / texts.length;
    const figure: Figure = {
      name: "language: no language → und",
      value: share * 100,
      digits: 1,
      unit: "%",
      floor: 95,
      aim: 99,
      rows: texts.length,
      of: "judged only",
    };
    return [figure];
  },
};

function withoutLanguage(data: DataFolder): Set<string> {
  const found = new Set<string>();
  for (const { type, data: message } of data.rows<TikTokEvent>("tiktok-live-capture", "events.ndjson")) {
    if (type !== "WebcastChatMessage" || !message?.content) continue;
    if (message.contentLanguage === "un" || isWithoutLanguage(message.content)) found.add(message.content);
  }
  for (const { text, emotes } of data.rows<TwitchMessage>("livechat-twitch-replay")) {
    const rest = text.split(/\s+/).filter((word) => !emotes.includes(word));
    if (isWithoutLanguage(rest.join(" "))) found.add(text);
  }
  return found;
}

const MENTION = /@[^\s]+/g;
const LAUGHTER = /^(?:(?:a*h+[aeiu]+)+h*|(?:j[aei]+)+j*|k{3,}|w{3,}|l+o+l+|lul|lmf?a+o+|rofl|x+d+|(?:wk)+w?|(?:rs)+)$/i;

function isWithoutLanguage(text: string): boolean {
  const rest = text.replace(MENTION, " ").trim();
  return !/\p{L}/u.test(rest) || rest.split(/\s+/).every((word) => LAUGHTER.test(word));
}

interface TikTokEvent {
  readonly type: string;
  readonly data: { readonly content?: string; readonly contentLanguage?: string } | null;
}

interface TwitchMessage {
  readonly text: string;
  readonly emotes: readonly string[];
}
