import type { Report, ReportFacts } from "@frontrow/protocol/library/report";
import type { Regulars } from "@frontrow/protocol/library/viewer";
import type { RecordingSummary } from "@frontrow/protocol/recording";
import { FrontrowRequestError } from "@frontrow/sdk/client";
import type { Library } from "@frontrow/sdk/library";
import { seededRandom } from "@frontrow/testkit/random";
import { createAudience } from "./audience.ts";
import { statsOf } from "./conversation.ts";
import { madeTimeline } from "./library/timeline.ts";

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** Reads for which a report is not there yet, of the kind `making`. */
const MAKING_READS = 2;

const asked = [
  "where did you get that jacket?",
  "متى البث القادم؟",
  "노래 제목이 뭐예요?",
  "Wie lange machst du das schon, und wo hast du gelernt, das Blattgold so hauchdünn aufzutragen, dass man darunter noch jede Linie sieht?",
  "can you play the blue one again please",
];
const said = "gold beautiful שלום sky さくら please brush amazing leaf нет boring hermosa blue wow again tonight".split(" ");
const emoji = ["😍", "😂", "✨", "🔥", "🎨", "👏🏽", "💀"];

/** Which recordings have which troubles: by the kind that the address asks for. */
export type ReportKind = "usual" | "huge" | "zero" | "making" | "failed" | "first";

function factsOf(summary: RecordingSummary, kind: ReportKind): ReportFacts {
  const { recordingId, fromMs, toMs } = summary;
  const isEmpty = kind === "zero";
  const random = seededRandom(recordingId.length + (fromMs % 1_000));
  const { people } = createAudience(random, isEmpty ? 1 : 60);
  const { minutes = [], moments, gaps, closed } = madeTimeline({ ...summary, isGrowing: false });
  const last = minutes.at(-1)?.metrics;
  const many = kind === "huge" ? 400 : 1;
  const lengthMs = toMs - fromMs;
  return {
    fromMs,
    toMs,
    seenMs: lengthMs * 0.94,
    totals: {
      chats: isEmpty ? 0 : (last?.chats ?? 0) * many,
      likes: isEmpty ? 0 : (last?.likes ?? 0) * many,
      gifts: isEmpty ? 0 : 312 * many,
      diamonds: isEmpty ? 0 : (last?.diamonds ?? 0) * many,
      follows: isEmpty ? 0 : 187 * many,
      shares: isEmpty ? 0 : 42 * many,
      subscribes: isEmpty ? 0 : 3 * many,
      questions: isEmpty ? 0 : 64 * many,
      uniqueViewers: isEmpty ? 0 : 6_204 * many,
      peakViewers: isEmpty ? 0 : 1_598 * many,
      ...(isEmpty ? {} : { peakAtMs: fromMs + lengthMs * 0.3 }),
      averageViewers: isEmpty ? 0 : 911.4 * many,
      sentiment: isEmpty ? 0 : 0.21,
    },
    minutes: isEmpty ? [] : minutes,
    moments: isEmpty
      ? []
      : kind === "huge"
        ? Array.from({ length: 12 }, (_, turn) => moments.map((each) => ({ ...each, id: `${each.id}/${turn}` }))).flat()
        : moments,
    supporters: isEmpty
      ? []
      : people
          .slice(0, 50)
          .map((user, place) => ({ user, gifts: 60 - place, diamonds: Math.round((80_000 * many) / (place + 1) ** 1.6) })),
    people: isEmpty ? [] : people.slice(5, 55).map((user, place) => statsOf(user, place, toMs, lengthMs / MINUTE_MS)),
    questions: isEmpty
      ? []
      : Array.from({ length: kind === "huge" ? 200 : 14 }, (_, index) => ({
          type: "questionDetected" as const,
          id: `q_${Math.round(fromMs + index * 170_000).toString(36)}_e${index}`,
          eventId: `e${index}`,
          atMs: Math.round(fromMs + index * 170_000),
          text: asked[index % asked.length] ?? "",
          priority: (index % 5) + 1,
          count: index % 4 === 0 ? 7 : 1,
          ...(people[index % people.length] ? { user: people[index % people.length] as (typeof people)[number] } : {}),
        })),
    retention: {
      watchTime: isEmpty ? [0, 0, 0, 0] : [3_981 * many, 1_204 * many, 640 * many, 379 * many],
      averageWatchMs: isEmpty ? 0 : 8.4 * MINUTE_MS,
    },
    words: isEmpty
      ? []
      : said.map((text, place) => ({ text, chats: Math.round((900 * many) / (place + 1)), sentiment: (place % 5) / 4 - 0.5 })),
    emoji: isEmpty
      ? []
      : emoji.map((text, place) => ({
          text,
          chats: Math.round((600 * many) / (place + 1)),
          sentiment: place === 6 ? -0.4 : 0.6,
        })),
    languages: isEmpty
      ? []
      : [
          ["en", 61],
          ["pt", 14],
          ["ar", 9],
          ["de", 6],
          ["ja", 4],
          ["ko", 1],
          ["und", 5],
        ].map(([language, share]) => ({ language: String(language), chats: Number(share) * 50 * many })),
    gaps: isEmpty ? [] : [...gaps],
    closed: isEmpty ? [] : [...closed],
  };
}

function reportOf(summary: RecordingSummary, kind: ReportKind): Report {
  const { recordingId, broadcast, isGrowing, name, fromMs } = summary;
  const facts = factsOf(summary, kind);
  const isFirst = kind === "first" || kind === "zero";
  const value = (of: number, factor: number) =>
    isFirst ? { value: of, notComparable: "tooFewEarlier" as const } : { value: of, median: of / factor };
  const minutes = Math.max(1, facts.seenMs / MINUTE_MS);
  return {
    recordingId,
    broadcast,
    ...(name ? { name } : {}),
    isGrowing,
    facts,
    answers: Object.fromEntries(
      facts.questions.flatMap(({ id, atMs }, index) =>
        index % 3 === 2
          ? []
          : [
              [
                id,
                { status: index % 7 === 4 ? ("ignored" as const) : ("answered" as const), atMs: atMs + 20_000 + index * 17_000 },
              ],
            ],
      ),
    ),
    newcomers: {
      people: Math.round(facts.totals.uniqueViewers * 0.4),
      ...(isGrowing || isFirst ? {} : { cameBack: Math.round(facts.totals.uniqueViewers * 0.03) }),
    },
    comparison: {
      broadcasts: isFirst
        ? []
        : Array.from({ length: 6 }, (_, index) => ({
            recordingId: `ses_earlier00-${index}`,
            fromMs: fromMs - (index + 1) * 7 * DAY_MS,
          })),
      values: [
        { name: "averageViewers", ...value(facts.totals.averageViewers, 1.2) },
        { name: "peakViewers", ...value(facts.totals.peakViewers, 0.83) },
        {
          name: "uniqueViewers",
          ...(isFirst
            ? value(facts.totals.uniqueViewers, 1)
            : { value: facts.totals.uniqueViewers, notComparable: "gaps" as const }),
        },
        { name: "chatsPerMinute", ...value(facts.totals.chats / minutes, 1.01) },
        { name: "likesPerMinute", ...value(facts.totals.likes / minutes, 3.4) },
        { name: "diamondsPerMinute", ...value(facts.totals.diamonds / minutes, 24) },
        { name: "diamonds", ...value(facts.totals.diamonds, 0.04) },
        { name: "follows", ...value(facts.totals.follows, 0.5) },
        { name: "averageWatchMs", ...value(facts.retention.averageWatchMs, 1.1) },
        { name: "sentiment", ...value(facts.totals.sentiment, 0.6) },
      ],
    },
  };
}

const tags = ["moderator friend", "from Discord", "asks good questions", "VIP"];

/** What a made-up library tells of reports and viewers; notes are held until the page is reloaded. */
export function createReports({
  answer,
  find,
  ids,
  changed,
  kind,
}: {
  answer: <T>(make: () => T) => Promise<T>;
  find: (recordingId: string) => RecordingSummary;
  ids: () => readonly string[];
  changed: () => void;
  kind: ReportKind;
}): Pick<Library, "report" | "viewer" | "noteViewer" | "regulars"> {
  let reads = 0;
  const notes = new Map<string, { readonly note: string; readonly tags: string[] }>();
  const { people } = createAudience(seededRandom(7), 400);
  const known = (index: number) => {
    const user = people[index];
    const nowMs = Date.now();
    return (
      user && {
        user,
        broadcasts: 2 + (index % 9),
        firstSeenMs: nowMs - ((index % 40) + 7 * (index % 9) + 8) * DAY_MS,
        lastSeenMs: nowMs - (index % 40) * DAY_MS - 2 * 3_600_000,
        chats: index * 7,
        gifts: index % 5,
        diamonds: (index % 5) * 220,
        questions: index % 3,
        ...(index % 6 === 0
          ? { note: "Plays the violin; asked for the sky in blue.", tags: tags.slice(0, (index % 4) + 1) }
          : {}),
        ...notes.get(user.id),
      }
    );
  };
  const regulars = (): Regulars["regulars"] =>
    kind === "zero" ? [] : Array.from({ length: 60 }, (_, index) => known(index)).filter((each) => each !== undefined);
  return {
    report: (recordingId) =>
      answer(() => {
        if (kind === "failed")
          throw new FrontrowRequestError("RECORDING_NOT_FOUND", `no recording ${recordingId}`, "Choose another one.");
        reads += 1;
        if (kind === "making" && reads <= MAKING_READS) return { state: "making" };
        return { state: "ready", report: reportOf(find(recordingId), kind) };
      }),
    viewer: (userId) =>
      answer(() => {
        const index = people.findIndex(({ id }) => id === userId);
        const one = kind === "zero" ? undefined : known(index);
        if (!one)
          return {
            broadcasts: 0,
            firstSeenMs: 0,
            lastSeenMs: 0,
            chats: 0,
            gifts: 0,
            diamonds: 0,
            questions: 0,
            recordings: [],
            ...notes.get(userId),
          };
        const recordings = Array.from({ length: Math.min(20, one.broadcasts) }, (_, at) => ({
          recordingId: ids()[at % ids().length] ?? "",
          firstSeenMs: one.lastSeenMs - at * 7 * DAY_MS,
          lastSeenMs: one.lastSeenMs - at * 7 * DAY_MS + 40 * MINUTE_MS,
          chats: 12 * at,
          gifts: at % 3,
          diamonds: at * 40,
        }));
        return { ...one, recordings };
      }),
    noteViewer: (userId, note) =>
      answer(() => {
        notes.set(userId, note);
        changed();
        return note;
      }),
    regulars: () => answer(() => ({ handle: "demo:alice", broadcasts: kind === "zero" ? 1 : 11, regulars: regulars() })),
  };
}
