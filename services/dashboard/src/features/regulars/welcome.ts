import type { User } from "@frontrow/protocol/event";
import type { KnownViewer } from "@frontrow/protocol/library/viewer";
import type { SpokenPrompt } from "@frontrow/words/words";

/** Somebody did something: wrote, gave, came in. */
export interface Sighting {
  readonly user: User | undefined;
  readonly atMs: number;
}

/** Who was seen in a session so far, and whom the coach was told to welcome. */
export interface Welcomes {
  readonly session: string;
  readonly known: ReadonlyMap<string, KnownViewer>;
  /** When each of the known was seen last. */
  readonly here: ReadonlyMap<string, number>;
  /** Ids of those who came, and have not been welcomed yet, because somebody was just before. */
  readonly waiting: ReadonlyMap<string, number>;
  readonly prompts: readonly SpokenPrompt[];
  /** Sightings up to then have been looked at. */
  readonly untilMs: number;
}

export const noWelcomes = (session: string): Welcomes => ({
  session,
  known: new Map(),
  here: new Map(),
  waiting: new Map(),
  prompts: [],
  untilMs: Number.NEGATIVE_INFINITY,
});

/** Who came longer ago was here before this page, or has been spoken to by now. */
const NEWS_MS = 60_000;
/** Pause between two welcomes: the creator has more to do. */
const PAUSE_MS = 120_000;
/** How long a welcome is worth saying. */
const VALID_MS = 60_000;
/** Below all rules of the fold: what happens now comes first. */
const PRIORITY = 1;
const MAX_PROMPTS = 20;

export interface WelcomeMoment {
  /** Event time. */
  readonly nowMs: number;
  /** Since when the broadcast is counted: who was seen since then is in a recording of this very broadcast. */
  readonly sinceMs: number;
  /** By time, the oldest first, in lists of their own. */
  readonly sightings: readonly (readonly Sighting[])[];
  readonly known: ReadonlyMap<string, KnownViewer>;
  /** In a replay nobody is welcomed, and all who were seen are here. */
  readonly isLive: boolean;
  /** Ids of those whom a page before this one welcomed. */
  readonly welcomed: ReadonlySet<string>;
}

/** Looks at what was not looked at yet. Each regular is welcomed once in a session, one in two minutes, who came most often first. */
export function welcome(before: Welcomes, moment: WelcomeMoment): Welcomes {
  const { nowMs, known } = moment;
  // Somebody who is known since a moment ago may have been here all the time.
  const fromMs = before.known === known ? before.untilMs : Number.NEGATIVE_INFINITY;
  const here = new Map(before.here);
  const waiting = new Map([...before.waiting].filter(([, atMs]) => nowMs - atMs < NEWS_MS));
  for (const list of moment.sightings) {
    for (let at = list.length - 1; at >= 0; at -= 1) {
      const { user, atMs } = list[at] as Sighting;
      if (atMs < fromMs) break;
      if (!user || user.isHost || !known.has(user.id)) continue;
      if (!here.has(user.id) && isNews(user.id, atMs)) waiting.set(user.id, atMs);
      if (atMs > (here.get(user.id) ?? Number.NEGATIVE_INFINITY)) here.set(user.id, atMs);
      // An earlier sighting of somebody who seemed to have come just now.
      if (nowMs - atMs >= NEWS_MS) waiting.delete(user.id);
    }
  }
  const prompt = nextPrompt(before, moment, waiting);
  if (prompt) waiting.delete(prompt.userId);
  return {
    session: before.session,
    known,
    here,
    waiting,
    prompts: prompt ? [...before.prompts, prompt.prompt].slice(-MAX_PROMPTS) : before.prompts,
    untilMs: nowMs,
  };

  function isNews(userId: string, atMs: number): boolean {
    const { isLive, welcomed, sinceMs } = moment;
    const viewer = known.get(userId);
    if (!isLive || !viewer || nowMs - atMs >= NEWS_MS || viewer.lastSeenMs >= sinceMs) return false;
    const isNoted = Boolean(viewer.note || viewer.tags?.length);
    return (viewer.broadcasts >= 2 || (isNoted && viewer.broadcasts >= 1)) && !welcomed.has(welcomedId(before.session, userId));
  }
}

/** What is kept of a welcome, so that a page that is loaded again does not repeat it. */
export const welcomedId = (session: string, userId: string): string => `${session}/${userId}`;

function nextPrompt(
  { session, prompts }: Welcomes,
  { nowMs, known }: WelcomeMoment,
  waiting: ReadonlyMap<string, number>,
): { readonly userId: string; readonly prompt: SpokenPrompt } | undefined {
  const last = prompts.at(-1);
  if (last && nowMs - last.atMs < PAUSE_MS) return undefined;
  const [best] = [...waiting.keys()]
    .flatMap((id) => known.get(id) ?? [])
    .sort((a, b) => b.broadcasts - a.broadcasts || b.diamonds - a.diamonds);
  if (!best) return undefined;
  const { user, broadcasts, lastSeenMs } = best;
  const prompt: SpokenPrompt = {
    type: "automatedPrompt",
    id: `prm_welcomeRegular_${welcomedId(session, user.id)}`,
    trigger: "welcomeRegular",
    priority: PRIORITY,
    atMs: nowMs,
    untilMs: nowMs + VALID_MS,
    params: {
      name: user.nickname || user.handle,
      broadcasts: broadcasts + 1,
      earlier: broadcasts,
      awayMinutes: Math.round((nowMs - lastSeenMs) / 60_000),
    },
  };
  return { userId: user.id, prompt };
}
