import type { CreatorStatus } from "@frontrow/protocol/creator";
import type { SessionId } from "@frontrow/protocol/ids";
import { describe, expect, it } from "vitest";
import { sessionToView } from "./source.ts";

const status = (state: CreatorStatus["state"], more: Partial<CreatorStatus> = {}): CreatorStatus => ({
  handle: "alice",
  state,
  version: 1,
  sinceMs: 1,
  ...more,
});

describe("the session to view", () => {
  const shown = "ses_1" as SessionId;
  it("is the broadcast while it is news", () => {
    for (const state of ["live", "reconnecting", "ended"] as const) {
      expect(sessionToView(status(state, { sessionId: shown }), undefined)).toBe(shown);
    }
  });

  it("is no old broadcast for a newcomer, and stays on the screens that showed it", () => {
    for (const state of ["offline", "connecting", "unknown"] as const) {
      expect(sessionToView(status(state, { sessionId: shown }), undefined)).toBeUndefined();
      expect(sessionToView(status(state, { sessionId: shown }), shown)).toBe(shown);
    }
  });

  it("is nothing without a session", () => {
    expect(sessionToView(undefined, shown)).toBeUndefined();
    expect(sessionToView(status("live"), shown)).toBeUndefined();
  });
});
