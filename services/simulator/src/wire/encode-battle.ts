import type { ContentOf, MessageOf } from "./message.ts";
import { writeImage } from "./parts.ts";
import type { ProtoWriter } from "./proto-writer.ts";
import type { Viewer } from "./viewer.ts";

const ACTION_OPEN = 4;
const ACTION_FINISH = 5;
const WON = 1;
const LOST = 2;

export function writeBattle(writer: ProtoWriter, battle: ContentOf<"battle">): void {
  const finished = battle.phase === "finish";
  const best = Math.max(0, ...battle.scores.map(({ score }) => score));
  writer.int(2, battle.battleId);
  writer.message(3, (settings) =>
    settings
      .int(1, battle.battleId)
      .int(2, battle.startedAtMs)
      .int(3, battle.durationSeconds)
      .int(5, finished ? 2 : 1)
      .int(10, battle.startedAtMs + battle.durationSeconds * 1000),
  );
  writer.int(4, finished ? ACTION_FINISH : ACTION_OPEN);
  for (const { hostId, score } of battle.scores) {
    writer.message(5, (entry) =>
      entry.int(1, hostId).message(2, (result) =>
        result
          .int(1, hostId)
          .int(2, finished ? (score === best ? WON : LOST) : 0)
          .int(3, score),
      ),
    );
  }
  for (const host of battle.hosts) {
    writer.message(10, (entry) => entry.int(1, host.id).message(2, (info) => info.message(1, (user) => writeHost(user, host))));
  }
  writeTeams(writer, battle.teams);
}

function writeTeams(writer: ProtoWriter, teams: ContentOf<"battle">["teams"] = []): void {
  for (const { teamId, hostIds, score } of teams) {
    writer.message(17, (team) => {
      team.int(1, teamId);
      for (const id of hostIds) team.message(2, (host) => host.int(1, id).string(3, id));
      team.int(4, score);
    });
  }
}

export function writeArmies(writer: ProtoWriter, battle: MessageOf<"armies">): void {
  writer.int(2, battle.battleId);
  for (const army of battle.armies) {
    writer.message(3, (entry) =>
      entry.int(1, army.hostId).message(2, (value) => {
        for (const { user, score } of army.supporters) {
          value.message(1, (supporter) => supporter.int(1, user.id).int(2, score).string(3, user.nickname).string(6, user.id));
        }
        value.int(2, army.score).string(3, army.hostId);
      }),
    );
  }
  writer.int(6, battle.createTimeMs);
}

function writeHost(writer: ProtoWriter, host: Viewer): void {
  writer.int(1, host.id).string(2, host.nickname);
  const { avatarUrl } = host;
  if (avatarUrl) writer.message(3, (image) => writeImage(image, avatarUrl));
  writer.string(4, host.handle);
}
