import { annotate } from "../../src/annotate.ts";
import type { SentimentLabel } from "../../src/sentiment/sentiment.ts";
import { heldOutRows } from "../../training/lib/split.ts";
import { groupBy, macroF1, mean, type Pair, pearson } from "../lib/scores.ts";
import type { Figure, Measure } from "../measure.ts";

interface Labelled {
  readonly lang: string;
  readonly text: string;
  readonly label: SentimentLabel;
}

const macroF1Of = (rows: readonly Labelled[]): number =>
  macroF1(rows.map(({ text, label }): Pair => [label, annotate(text).sentimentLabel]));

/** People's mean valence, −4 … 4; beyond ±0.2 it counts as a mood. */
export const moodOfTweets: Measure = {
  name: "sentiment of English tweets",
  needs: ["sentiment-vader-tweets"],
  run(data) {
    const rows = heldOutRows(data.rows<{ text: string; mean: number }>("sentiment-vader-tweets")).map((row) => {
      const { sentiment, sentimentLabel } = annotate(row.text);
      return { gold: row.mean, label: labelOfMean(row.mean), sentiment, sentimentLabel };
    });
    const clear = rows.filter(({ label }) => label !== "neutral");
    const r = pearson(rows.map((row) => [row.gold, row.sentiment]));
    const threeClasses = macroF1(rows.map((row): Pair => [row.label, row.sentimentLabel]));
    const twoClasses = macroF1(clear.map((row): Pair => [row.gold > 0, row.sentiment > 0]));
    const of = "held out" as const;
    return [
      { name: "sentiment: English tweets, Pearson r", value: r, floor: 0.86, aim: 0.9, rows: rows.length, of },
      { name: "· macro-F1, three classes", value: threeClasses, floor: 0.7, aim: 0.75, rows: rows.length, of },
      { name: "· F1, positive against negative", value: twoClasses, floor: 0.95, aim: 0.965, rows: clear.length, of },
    ];
  },
};

const labelOfMean = (value: number): SentimentLabel => (value > 0.2 ? "positive" : value < -0.2 ? "negative" : "neutral");

/** Live chat with its emotes. Nothing was trained on the set or tuned by it, and its list of emotes is not ours. */
export const moodOfLiveChat: Measure = {
  name: "sentiment of live chat",
  needs: ["sentiment-twitch-chat"],
  run(data) {
    const rows = data.rows<Labelled>("sentiment-twitch-chat");
    return [
      { name: "sentiment: live chat, macro-F1", value: macroF1Of(rows), floor: 0.55, aim: 0.65, rows: rows.length, of: JUDGED },
    ];
  },
};

const JUDGED = "judged only";
const SEVEN = "ar en fr de it pt es".split(" ");

/** Tweets in eight languages; nothing was trained on them. */
export const moodInLanguages: Measure = {
  name: "sentiment in seven languages",
  needs: ["sentiment-tweets-multilingual"],
  run(data) {
    const rows = data.rows<Labelled>("sentiment-tweets-multilingual");
    const each = [...groupBy(rows, ({ lang }) => lang)].map(
      ([lang, of]): Figure => ({ name: `· ${lang}`, value: macroF1Of(of), rows: of.length, of: JUDGED }),
    );
    const seven = each.filter(({ name }) => SEVEN.includes(name.slice(2)));
    const value = mean(seven.map((figure) => figure.value));
    return [
      { name: "sentiment: seven languages, mean macro-F1", value, floor: 0.5, aim: 0.6, rows: rows.length, of: JUDGED },
      ...each,
    ];
  },
};

/** Comments under videos, all about one piece of news. */
export const moodOfIndonesianComments: Measure = {
  name: "sentiment of Indonesian comments",
  needs: ["sentiment-tiktok-comments-id"],
  run(data) {
    const rows = heldOutRows(data.rows<Labelled>("sentiment-tiktok-comments-id"));
    const figure = { value: macroF1Of(rows), floor: 0.45, aim: 0.6, rows: rows.length, of: "held out" as const };
    return [{ name: "sentiment: Indonesian TikTok comments, macro-F1", ...figure }];
  },
};
