import type { CreatorStatus } from "@frontrow/protocol/creator";
import { describe, expect, it } from "vitest";
import { nothingKnown, sourceMessages } from "./source-messages.ts";

const status = (state: CreatorStatus["state"], more: Partial<CreatorStatus> = {}): CreatorStatus => ({
  handle: "alice",
  state,
  version: 1,
  sinceMs: 1,
  ...more,
});
const live = status("live", { sessionId: "ses_1", roomId: "7" });

/** What a client hears of these states, one after the other. */
function heard(...statuses: CreatorStatus[]): string[] {
  let known = nothingKnown("alice");
  return statuses.flatMap((each) => {
    const update = sourceMessages(known, each);
    known = update.known;
    return update.messages.map(({ type, data }) => {
      const { state, reason, code, session } = data as Record<string, string>;
      return [type, state ?? reason ?? session, code].filter(Boolean).join(" ");
    });
  });
}

describe("what a client hears of its source", () => {
  it("is progress, the name once it is known, and the broadcast", () => {
    expect(heard(status("unknown"), status("offline", { code: "CREATOR_OFFLINE" }), status("connecting"), live)).toEqual([
      "connectionProgress unknown",
      "usernameChanged",
      "connectionProgress offline CREATOR_OFFLINE",
      "connectionProgress connecting",
      "connected ses_1",
    ]);
  });

  it("is all at once for whoever comes when it is live", () => {
    expect(heard(live)).toEqual(["usernameChanged", "connected ses_1"]);
  });

  it("is nothing when nothing has changed", () => {
    expect(heard(live, live, status("live", { sessionId: "ses_1", title: "new" }))).toEqual([
      "usernameChanged",
      "connected ses_1",
    ]);
    expect(heard(status("offline"), status("offline"))).toEqual(["usernameChanged", "connectionProgress offline"]);
  });

  it("says that it dropped, why, and that it is back", () => {
    const dropped = status("reconnecting", { code: "UPSTREAM_DROPPED", retryAtMs: 9, sessionId: "ses_1" });
    expect(heard(live, dropped, live).slice(2)).toEqual([
      "disconnected dropped",
      "connectionProgress reconnecting UPSTREAM_DROPPED",
      "connectionError UPSTREAM_DROPPED",
      "connected ses_1",
    ]);
  });

  it("says that it ended, once, and that the next one is another", () => {
    const ended = status("ended", { sessionId: "ses_1" });
    const next = status("live", { sessionId: "ses_2", roomId: "8" });
    expect(heard(live, ended, ended, next).slice(2)).toEqual([
      "disconnected ended",
      "connectionProgress ended",
      "connected ses_2",
    ]);
  });

  it("notices the next broadcast when it has missed the end of the last one", () => {
    expect(heard(live, status("live", { sessionId: "ses_2" })).slice(2)).toEqual(["connected ses_2"]);
  });

  it("is an error of the name when TikTok knows nobody of it", () => {
    expect(heard(status("failed", { code: "CREATOR_UNKNOWN" }))).toEqual(["usernameChangeError CREATOR_UNKNOWN"]);
  });
});
