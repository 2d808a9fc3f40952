import type { AutomatedPrompt, QuestionDetected, ViewerUpdate } from "@frontrow/protocol/insight";
import { questionIdOf } from "@frontrow/protocol/question-queue";
import { describe, expect, it } from "vitest";
import type { Moderation } from "./chat-log.ts";
import { MODERATION_LIMIT } from "./moderation.ts";
import { foldEvents, foldInsights, takeSnapshot } from "./reduce-broadcast.ts";
import { chat } from "./samples.ts";
import type { Broadcast } from "./view-state.ts";

const user = (id: string) => ({ ...chat("x").user, id }) as NonNullable<QuestionDetected["user"]>;
const question = (eventId: string, by: string, atMs = 1_000): QuestionDetected => ({
  type: "questionDetected",
  id: questionIdOf(eventId, atMs),
  eventId,
  atMs,
  text: "why?",
  priority: 3,
  user: user(by),
});
const promptFor = (questionId?: string): AutomatedPrompt => ({
  type: "automatedPrompt",
  id: `p ${questionId}`,
  trigger: questionId ? "openQuestion" : "quietChat",
  priority: 4,
  atMs: 2_000,
  untilMs: 60_000,
  params: {},
  ...(questionId ? { questionId } : {}),
});
const arrivals = (atMs: number): ViewerUpdate => ({
  type: "viewerUpdate",
  atMs,
  active: 2,
  newcomers: 2,
  returning: 1,
  watchTime: [2, 0, 0, 0],
  ranking: [],
  newest: [user("ana"), user("bo")],
  back: [user("bo")],
});
const moderation = (atMs: number, { eventIds = [] as string[], userIds = [] as string[], id = "m" } = {}): Moderation => ({
  id,
  type: "moderation",
  atMs,
  sentAtMs: atMs,
  eventIds,
  userIds,
});
const empty = takeSnapshot(undefined, { type: "snapshot", session: "ses_a", epoch: 1, events: [] });
const [rude, kind] = [question("rude", "bo"), question("kind", "ana")];
const begun = foldInsights(empty, [rude, kind, promptFor(rude.id), promptFor(kind.id), promptFor(), arrivals(5_000)]);
const after = (broadcast: Broadcast, ...events: Moderation[]) => foldEvents(broadcast, events).broadcast;
const asked = ({ questions }: Broadcast) => questions.map(({ eventId }) => eventId);
const prompted = ({ prompts }: Broadcast) => prompts.map(({ questionId }) => questionId);
const ids = (users: readonly { readonly id: string }[] = []) => users.map(({ id }) => id);

describe("what moderation removed", () => {
  it.each([{ eventIds: ["rude"] }, { userIds: ["bo"] }])("waits for no answer and is in no prompt, by %j", (removed) => {
    const left = after(begun, moderation(9_000, removed));
    expect(asked(left)).toEqual(["kind"]);
    expect(prompted(left)).toEqual([kind.id, undefined]);
  });

  it("stays away when what was concluded before is told after", () => {
    for (const removed of [{ eventIds: ["rude"] }, { userIds: ["bo"] }]) {
      const left = foldInsights(after(begun, moderation(9_000, removed)), [{ ...rude, count: 2 }, promptFor(rude.id)]);
      expect(asked(left)).toEqual(["kind"]);
      expect(prompted(left)).toEqual([kind.id, undefined]);
    }
  });

  it("is named no more among those who came, until they came again", () => {
    const left = after(begun, moderation(9_000, { userIds: ["bo"] }));
    expect([ids(left.viewerUpdate?.newest), ids(left.viewerUpdate?.back)]).toEqual([["ana"], []]);
    expect(ids(foldInsights(left, [arrivals(8_000)]).viewerUpdate?.newest)).toEqual(["ana"]);
    expect(ids(foldInsights(left, [arrivals(19_000)]).viewerUpdate?.newest)).toEqual(["ana", "bo"]);
  });

  it("takes nothing of what somebody asks afterwards", () => {
    const left = after(begun, moderation(9_000, { userIds: ["bo"] }));
    expect(asked(foldInsights(left, [question("sorry", "bo", 10_000)]))).toEqual(["kind", "sorry"]);
  });

  it("while the page was away goes with the lists that it begins with again", () => {
    const back = takeSnapshot(begun, { type: "snapshot", session: "ses_a", epoch: 1, events: [] });
    const left = foldInsights(back, [kind, promptFor(kind.id)], { isStanding: true });
    expect(asked(left)).toEqual(["kind"]);
    expect(prompted(left)).toEqual([kind.id]);
  });

  it.each([{ eventIds: ["rude"] }, { userIds: ["bo"] }])(
    "stays away from lists that were written before it, by %j",
    (removed) => {
      const events = [moderation(9_000, removed)];
      const opened = takeSnapshot(undefined, { type: "snapshot", session: "ses_a", epoch: 1, events });
      const left = foldInsights(opened, [rude, kind, promptFor(rude.id), promptFor(kind.id)], { isStanding: true });
      expect(asked(left)).toEqual(["kind"]);
      expect(prompted(left)).toEqual([kind.id]);
    },
  );

  it("counts up to the moment of the removal, and tells of arrivals by then in full but for who was removed", () => {
    const at = after(begun, moderation(5_000, { userIds: ["bo"] }));
    expect(at.viewerUpdate).toEqual({ ...arrivals(5_000), newest: [user("ana")], back: [] });
    const early = after(begun, moderation(4_999, { userIds: ["bo"] }));
    expect(early.viewerUpdate).toBe(begun.viewerUpdate);
    expect(asked(after(begun, moderation(1_000, { userIds: ["bo"] })))).toEqual(["kind"]);
    expect(asked(after(begun, moderation(999, { userIds: ["bo"] })))).toEqual(["rude", "kind"]);
  });

  it("changes nothing where nothing was removed", () => {
    expect(after(begun, moderation(9_000, { eventIds: ["another"] })).viewerUpdate).toBe(begun.viewerUpdate);
  });

  it("keeps a prompt away whose question was forgotten with its asker", () => {
    const left = after(begun, moderation(9_000, { userIds: ["bo"] }));
    expect(prompted(foldInsights(left, [promptFor(rude.id)]))).toEqual([kind.id, undefined]);
  });

  it("leaves lists alone that have nothing of it, and is remembered in bounds", () => {
    const one = after(begun, moderation(9_000, { eventIds: ["another"] }));
    expect(one.questions).toBe(begun.questions);
    expect(one.prompts).toBe(begun.prompts);
    const many = Array.from({ length: MODERATION_LIMIT + 5 }, (_, n) => moderation(9_000, { id: `m${n}` }));
    expect(after(begun, ...many).moderation).toHaveLength(MODERATION_LIMIT);
  });
});
