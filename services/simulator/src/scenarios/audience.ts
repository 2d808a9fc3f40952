import type { RoomSettings } from "../rooms/settings.ts";
import type { Show, Stage } from "../rooms/show.ts";
import type { Viewer } from "../wire/viewer.ts";
import { startBattle } from "./battle.ts";
import { Crowd } from "./crowd.ts";
import { happenings, usualWeights } from "./happenings.ts";
import { startHostLife } from "./host-life.ts";
import { type Language, languageSchema } from "./language.ts";
import type { People } from "./people.ts";
import { type Happening, nextPhase, openingPhase, type Phase, steadyPhase } from "./phases.ts";
import { createRandom, hashOf, type Random } from "./random.ts";
import { Scene } from "./scene.ts";

export interface AudienceOptions {
  readonly settings: () => RoomSettings;
  readonly people: People;
  readonly host: Viewer;
  readonly startedAtMs: number;
  readonly nextId: (atMs: number) => string;
}

/** How often a room that nobody listens to is brought up to date. */
const UNHEARD_INTERVAL_MS = 1_000;
const VIEWERS_EVERY_MS = 2_000;
/** Rooms begin at different places of the world's people, so that they share some of them. */
const WORLD_SPREAD = 2_000;

/**
 * A live audience: people come and go, chat, like, send gifts, ask, in moods that turn.
 *
 * The same seed and start give the same broadcast, message for message, however often `play` is called: things happen at
 * random moments of simulated time (a Poisson process whose rate follows the phase), and each draws its randomness in turn.
 */
export function createAudience(options: AudienceOptions): Show {
  const { startedAtMs } = options;
  const { seed, eventsPerSecond, languages, population } = options.settings();
  const random = createRandom(seed);
  const spoken = languages ?? chooseLanguages(random);
  const crowd = new Crowd({
    random,
    people: options.people,
    languages: spoken,
    population,
    offset: hashOf(seed) % WORLD_SPREAD,
    viewers: Math.round(20 + eventsPerSecond * 90 * (0.4 + random.wait(0.8))),
  });
  const language = spoken[0] ?? "en";
  const scene = new Scene({ random, crowd, host: options.host, language, startedAtMs, eventsPerSecond, nextId: options.nextId });
  const firstViewers = crowd.viewers;
  let weights = weightsOf(openingPhase);
  let arrivalAtMs = startedAtMs;
  let targetViewers = firstViewers;

  const meanWaitMs = (): number => 1000 / (options.settings().eventsPerSecond * scene.phase.energy);

  const enter = (phase: Phase): void => {
    const seconds = random.between(...phase.seconds);
    scene.phase = phase;
    weights = weightsOf(phase);
    // Raids and dull hours pass: in the long run a room has the size that it has.
    targetViewers = Math.max(5, targetViewers * phase.viewers * (firstViewers / targetViewers) ** 0.15);
    if (phase.name === "battle" && scene.stretch < 3)
      startBattle(scene, options.people.at(language, WORLD_SPREAD * 3 + random.between(0, 500)), seconds - 1);
    scene.later(seconds * 1000, () => enter(options.settings().isSteady ? steadyPhase : nextPhase(random, phase)));
  };

  const countViewers = (): void => {
    crowd.drift(targetViewers);
    scene.say({ type: "roomUser", viewers: crowd.viewers, viewersEver: crowd.viewersEver, top: crowd.top() });
    scene.later(Math.max(VIEWERS_EVERY_MS, 10_000 / options.settings().eventsPerSecond), countViewers);
  };

  /** What is planned goes before what comes by chance, and takes its place: the rate asked for is that of all messages. */
  const advance = (untilMs: number): void => {
    for (;;) {
      const plannedAtMs = scene.agenda.nextAtMs;
      if (Math.min(plannedAtMs, arrivalAtMs) > untilMs) return;
      if (plannedAtMs <= arrivalAtMs) {
        const saidBefore = scene.saidCount;
        scene.atMs = plannedAtMs;
        scene.agenda.take()?.item();
        arrivalAtMs += (scene.saidCount - saidBefore) * meanWaitMs();
      } else {
        scene.atMs = arrivalAtMs;
        happenings[random.weighted(weights)](scene);
        arrivalAtMs += random.wait(meanWaitMs());
      }
    }
  };

  enter(options.settings().isSteady ? steadyPhase : openingPhase);
  countViewers();
  startHostLife(scene);

  return {
    play(stage: Stage, nowMs: number) {
      advance(nowMs);
      const said = scene.takeSaid();
      if (said.length > 0) stage.publish(said, nowMs);
      return stage.connections > 0 ? options.settings().frameIntervalMs : UNHEARD_INTERVAL_MS;
    },
  };
}

function weightsOf(phase: Phase): (readonly [Happening, number])[] {
  return (Object.keys(usualWeights) as Happening[]).map((name) => [name, usualWeights[name] * (phase.more[name] ?? 1)]);
}

/** Most rooms speak English or one other language; guests bring others. */
function chooseLanguages(random: Random): Language[] {
  const own = random.chance(0.45) ? "en" : random.pick(languageSchema.options);
  const guests = [random.pick(languageSchema.options), random.pick(languageSchema.options)];
  return [...new Set<Language>([own, "en", ...guests])];
}
