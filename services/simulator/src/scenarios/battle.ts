import type { Viewer } from "../wire/viewer.ts";
import type { Person } from "./people.ts";
import type { Scene } from "./scene.ts";

const SCORE_EVERY_MS = 3_000;

/** Two creators against each other: it opens, scores follow the gifts, it finishes. */
export function startBattle(scene: Scene, opponent: Person, durationSeconds: number): void {
  const { random, host } = scene;
  const battleId = scene.newId();
  const startedAtMs = Math.round(scene.atMs);
  const hosts: Viewer[] = [host, opponent];
  const battle = { score: 0 };
  let theirs = 0;
  const scores = () => [
    { hostId: host.id, score: battle.score },
    { hostId: opponent.id, score: theirs },
  ];
  scene.battle = battle;
  scene.say({ type: "battle", battleId, phase: "open", startedAtMs, durationSeconds, hosts, scores: scores() });

  const rounds = Math.floor((durationSeconds * 1000) / SCORE_EVERY_MS);
  for (let round = 1; round <= rounds; round += 1) {
    scene.later(round * SCORE_EVERY_MS, () => {
      theirs += Math.floor(random.wait(40));
      const supporters = scene.crowd.top();
      const armies = scores().map((score, side) => ({ ...score, supporters: side === 0 ? supporters : [] }));
      scene.say({ type: "armies", battleId, armies });
    });
  }
  scene.later(durationSeconds * 1000 + 500, () => {
    scene.battle = undefined;
    scene.say({ type: "battle", battleId, phase: "finish", startedAtMs, durationSeconds, hosts, scores: scores() });
  });
}
