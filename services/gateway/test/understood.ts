import type { Documents } from "@frontrow/protocol/documents";
import { explained } from "@frontrow/protocol/explanation";
import {
  type AutomatedPrompt,
  curveNames,
  type Moment,
  type QuestionDetected,
  type Scores,
  type ViewerStats,
} from "@frontrow/protocol/insight";
import { user } from "./broadcast.ts";

/** What a fold may have concluded of a broadcast: one of each kind, made up. */

export const question = (id: string, priority = 3): QuestionDetected => ({
  type: "questionDetected",
  id,
  eventId: `event of ${id}`,
  atMs: 1_000,
  text: "Where are you from?",
  priority,
  user,
});

export const prompt = (id: string, more: Partial<AutomatedPrompt> = {}): AutomatedPrompt => ({
  type: "automatedPrompt",
  id,
  trigger: "thankGifter",
  priority: 3,
  atMs: 1_000,
  untilMs: 9_000_000_000_000,
  params: { name: "Zoé", gift: "Rose", diamonds: 1 },
  ...more,
});

export const moment = (id: string): Moment => ({
  type: "moment",
  id,
  kind: "milestone",
  atMs: 1_000,
  params: { metric: "likes", value: 10_000 },
});

const part = (code: string) => ({ code, value: 1, points: 50, max: 100 });
const forecast = { value: 10, factors: [{ code: "energyLow", strength: 0.1, value: 3 }], actions: ["askQuestion"] };
export const scores = (entertainment: number): Scores => ({
  type: "scores",
  atMs: 1_000,
  isWarm: true,
  entertainment,
  engagement: { value: 50, parts: [part("chatRate")] },
  reception: { value: 50, parts: [part("mood")] },
  energy: { value: 50, parts: [part("pace")] },
  retention: { value: 50, parts: [part("hold")] },
  churnRisk: forecast,
  monetization: forecast,
  trend: { word: "steady", points: 0 },
});

const viewer: ViewerStats = {
  user,
  points: 12,
  firstSeenMs: 1_000,
  lastSeenMs: 2_000,
  watchMs: 1_000,
  visits: 1,
  chats: 3,
  likes: 0,
  shares: 0,
  gifts: 1,
  diamonds: 5,
  followed: false,
  subscribed: false,
};

const curveValues = Object.fromEntries(curveNames.map((name) => [name, [0, 1]])) as Documents["curves"]["values"];

export const understood = (): Required<Omit<Documents, "replayState">> => ({
  leaderboard: { type: "leaderboard", atMs: 1_000, gifters: [{ user, diamonds: 5, gifts: 1 }] },
  scores: scores(50),
  conversation: {
    type: "conversation",
    atMs: 1_000,
    moods: { positive: 1, neutral: 1, negative: 0 },
    languages: [{ language: "en", chats: 2, share: 1 }],
    words: [{ text: "hello", count: 2, rise: 3 }],
    emoji: [],
    topics: [],
    waves: [],
  },
  viewerUpdate: {
    type: "viewerUpdate",
    atMs: 1_000,
    active: 1,
    newcomers: 1,
    returning: 0,
    watchTime: [1, 0, 0, 0],
    ranking: [viewer],
    newest: [user],
    back: [],
  },
  room: {
    type: "room",
    atMs: 1_000,
    guests: [
      { guest: { id: "ann", handle: "ann", nickname: "Ann", avatarUrl: "" }, isOnStage: true, diamonds: 7, gifts: 1 },
      { guest: { id: "bob", handle: "bob", nickname: "Bob", avatarUrl: "" }, isOnStage: true, diamonds: 0, gifts: 0 },
    ],
    goals: [{ goalId: "g", description: "roses", progress: 3, target: 10 }],
    chests: [],
  },
  gifters: [{ user, diamonds: 5, gifts: 1 }],
  curves: { type: "curves", fromMs: 1_000, stepMs: 5_000, values: curveValues, gaps: [] },
  questionsAsked: [question("q1"), question("q2", 5)],
  moments: [moment("m1")],
  prompts: [prompt("p1"), prompt("p2", { trigger: "openQuestion", questionId: "q1" })],
  ranking: [viewer],
  explanations: Object.fromEntries(
    explained.slice(0, 2).map((metric) => [
      metric,
      {
        metric,
        value: 3,
        atMs: 1_000,
        events: 3,
        late: 0,
        merged: 0,
        streaks: 0,
        expired: 0,
        duplicates: 1,
        gaps: [],
        gapMs: 0,
        latest: [{ eventId: "a1", atMs: 1_000, amount: 1 }],
      },
    ]),
  ),
});
