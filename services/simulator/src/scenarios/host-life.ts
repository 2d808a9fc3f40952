import type { Language } from "./language.ts";
import type { Scene } from "./scene.ts";

/** What the creator says, as TikTok's speech recognition has it. */
const SPOKEN: Partial<Record<Language, readonly string[]>> = {
  en: [
    "thank you so much for the gifts",
    "welcome to everybody who just joined",
    "okay let me show you that again",
    "I'm reading the chat now",
    "give me one second",
    "we are almost at the goal",
  ],
  es: [
    "muchísimas gracias por los regalos",
    "bienvenidos los que van llegando",
    "ahora leo los comentarios",
    "ya casi llegamos a la meta",
  ],
  pt: ["muito obrigada pelos presentes", "bem-vindos quem está chegando", "vou ler o chat agora", "falta pouco pra meta"],
  fr: ["merci beaucoup pour les cadeaux", "bienvenue à ceux qui arrivent", "je lis le chat maintenant", "on y est presque"],
  de: [
    "vielen Dank für die Geschenke",
    "willkommen an alle, die neu sind",
    "ich lese jetzt den Chat",
    "gleich haben wir das Ziel",
  ],
};

const GOAL_STEP = 5;

/** What the creator's side does in a broadcast by itself: an introduction, captions, a goal. */
export function startHostLife(scene: Scene): void {
  const { random, host, language } = scene;
  const lines = SPOKEN[language] ?? SPOKEN.en ?? [];
  scene.later(1000, () => scene.say({ type: "intro", user: host, text: random.pick(lines), language }));
  welcome(scene);
  ask(scene);
  greet(scene, lines);
  if (random.chance(0.4)) speak(scene, lines);
  if (random.chance(0.6)) pursueGoal(scene, { goalId: scene.newId(), progress: 0, target: random.pick([50, 100, 200, 500]) });
}

function speak(scene: Scene, lines: readonly string[]): void {
  scene.later((4000 + scene.random.wait(8000)) * scene.stretch, () => {
    const text = scene.random.pick(lines);
    const caption = { type: "caption", language: scene.language, sentenceId: scene.newId() } as const;
    scene.say({ ...caption, text: text.slice(0, text.indexOf(" ", 8) + 1 || text.length), isPartial: true });
    scene.later(1_200, () => scene.say({ ...caption, text }));
    speak(scene, lines);
  });
}

/** The creator writes in the chat as well. */
function greet(scene: Scene, lines: readonly string[]): void {
  scene.later((40_000 + scene.random.wait(60_000)) * scene.stretch, () => {
    const user = { ...scene.host, isHost: true };
    scene.say({ type: "chat", user, text: scene.random.pick(lines), language: scene.language });
    greet(scene, lines);
  });
}

/** Somebody of the crowd is on stage for a while. */
function welcome(scene: Scene): void {
  scene.later((25_000 + scene.random.wait(60_000)) * scene.stretch, () => {
    const guest = scene.crowd.someone();
    scene.guest = guest;
    scene.say({ type: "guest", guest, state: "joined" });
    scene.later((60_000 + scene.random.wait(60_000)) * scene.stretch, () => {
      scene.guest = undefined;
      scene.say({ type: "guest", guest, state: "left" });
      welcome(scene);
    });
  });
}

const POLL_MS = 60_000;
const VOTES_EVERY_MS = 5_000;

function ask(scene: Scene): void {
  scene.later((60_000 + scene.random.wait(120_000)) * scene.stretch, () => {
    const votes = [0, 0];
    const poll = { type: "poll", pollId: scene.newId(), title: "Another song?" } as const;
    const options = () => [
      { text: "Yes", votes: votes[0] ?? 0 },
      { text: "No", votes: votes[1] ?? 0 },
    ];
    scene.say({ ...poll, state: "open", options: options() });
    for (let atMs = VOTES_EVERY_MS; atMs < POLL_MS; atMs += VOTES_EVERY_MS) {
      scene.later(atMs, () => {
        for (const side of [0, 1]) votes[side] = (votes[side] ?? 0) + scene.random.between(0, side === 0 ? 9 : 4);
        scene.say({ ...poll, state: "votes", options: options() });
      });
    }
    scene.later(POLL_MS, () => {
      scene.say({ ...poll, state: "close", options: options() });
      ask(scene);
    });
  });
}

interface Goal {
  readonly goalId: string;
  readonly progress: number;
  readonly target: number;
}

function pursueGoal(scene: Scene, goal: Goal): void {
  scene.later((8000 + scene.random.wait(12_000)) * scene.stretch, () => {
    const isReached = goal.progress >= goal.target;
    const next = isReached
      ? { goalId: scene.newId(), progress: 0, target: goal.target * 2 }
      : { ...goal, progress: Math.min(goal.target, goal.progress + scene.random.between(1, GOAL_STEP)) };
    const description = `${goal.target} roses tonight 🌹`;
    scene.say({ type: "goal", ...next, description, user: scene.crowd.someone() });
    pursueGoal(scene, next);
  });
}
