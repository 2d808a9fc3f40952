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
  if (random.chance(0.4)) speak(scene, lines);
  if (random.chance(0.6)) pursueGoal(scene, { goalId: scene.newId(), progress: 0, target: random.pick([50, 100, 200, 500]) });
}

function speak(scene: Scene, lines: readonly string[]): void {
  scene.later((4000 + scene.random.wait(8000)) * scene.stretch, () => {
    scene.say({ type: "caption", text: scene.random.pick(lines), language: scene.language, sentenceId: scene.newId() });
    speak(scene, lines);
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
