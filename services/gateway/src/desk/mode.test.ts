import type { ReplayView } from "@frontrow/protocol/desk";
import type { SessionId } from "@frontrow/protocol/ids";
import { describe, expect, it } from "vitest";
import { questionsSession, sessionToAnswerIn, viewedSession } from "./mode.ts";

const live = "ses_livelive" as SessionId;
const replay: ReplayView = { session: "ses_replayreplay", recordingId: "ses_recorded-1764", sinceMs: 5 };
const behind: ReplayView = { ...replay, isBehindLive: true };

describe("what a desk shows", () => {
  it.each([
    ["LIVE, nothing to show", {}, undefined, undefined, undefined, undefined],
    ["LIVE", {}, live, live, live, live],
    ["REPLAY", { replay }, live, "ses_replayreplay", "ses_recorded", "NOT_IN_LIVE"],
    ["REPLAY without a broadcast", { replay }, undefined, "ses_replayreplay", "ses_recorded", "NOT_IN_LIVE"],
    ["behind live", { replay: behind }, live, "ses_replayreplay", "ses_recorded", "ses_recorded"],
  ] as const)("in %s: its session, whose questions, and where it may answer them", (_, desk, shown, view, questions, answers) => {
    expect(viewedSession(desk, shown)).toBe(view);
    expect(questionsSession(desk, shown)).toBe(questions);
    if (answers === "NOT_IN_LIVE")
      expect(() => sessionToAnswerIn(desk, shown)).toThrow(expect.objectContaining({ code: answers }));
    else expect(sessionToAnswerIn(desk, shown)).toBe(answers);
  });
});
