import { readFileSync } from "node:fs";
import type { CreatorId, DeskId, SessionId } from "@frontrow/protocol/ids";
import calculateSlot from "cluster-key-slot";
import { expect, it } from "vitest";
import { keysPage, page } from "../scripts/keys-doc.ts";
import { keys } from "./keys.ts";

const session = "ses_abcdefgh" as SessionId;
const desk = "dsk_abcdefghijklmnopqrst" as DeskId;
const creator = "cr_demo:alice" as CreatorId;

it("keeps all keys of one session, of one desk, of one creator in a slot", () => {
  const groups = [
    [keys.log, keys.head, keys.push, keys.session, keys.metrics, keys.keyframe].map((key) => key(session)),
    [keys.log(desk), keys.head(desk), keys.push(desk), keys.desk(desk), keys.answers(desk), keys.presence(desk)],
    [keys.creator(creator), keys.creatorPush(creator), keys.watchers(creator), keys.owner(creator, "ingest")],
  ];
  groups[0]?.push(keys.owner(session, "ingest"), keys.owner(session, "analytics"), keys.owner(session, "replay"));
  for (const group of groups) expect(new Set(group.map((key) => calculateSlot(key))).size).toBe(1);
});

it("is described in docs/keys.md, whole", () => {
  expect(readFileSync(page, "utf8")).toBe(keysPage());
  for (const name of Object.keys(keys)) expect(keysPage()).toContain(`\`${name}\``);
});
