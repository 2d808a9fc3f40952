import type { ServerMessage } from "@frontrow/protocol/frame";
import { expect, it } from "vitest";
import { foldStatus, nobody, watching } from "./source-status.ts";
import type { SourceStatus } from "./types.ts";

const message = (type: string, data: object) => ({ type, data }) as ServerMessage;
const live: SourceStatus = { state: "live", username: "alice", session: "ses_a", roomId: "7", nickname: "Alice" };
const trouble = { code: "RATE_LIMITED", message: "wait", retryAtMs: 9 } as const;
const troubled: SourceStatus = { ...live, ...trouble };
const progress = (username: string, more: object = {}) =>
  message("connectionProgress", { username, state: "connecting", ...more });

it("says why and until when while it gets on with the same creator, and no longer than that holds", () => {
  const waits = foldStatus(live, progress("alice", { state: "offline", code: "RATE_LIMITED", retryAtMs: 9 }));
  expect(waits).toEqual({ ...live, state: "offline", code: "RATE_LIMITED", retryAtMs: 9 });
  expect(foldStatus(troubled, progress("alice"))).toEqual({ ...live, state: "connecting" });
});

it("knows nothing of another creator", () => {
  expect(foldStatus(troubled, progress("bob"))).toEqual({ state: "connecting", username: "bob" });
  expect(foldStatus(troubled, message("usernameChanged", { username: "bob" }))).toEqual(watching("bob"));
  expect(foldStatus(troubled, message("usernameChanged", { username: "alice" }))).toBe(troubled);
});

it("goes live with what it knows of the session, and of no other", () => {
  const connected = (session: string) => message("connected", { username: "alice", session, epoch: 1, roomId: "7" });
  expect(foldStatus(troubled, connected("ses_a"))).toEqual(live);
  expect(foldStatus(troubled, connected("ses_b"))).toEqual({ state: "live", username: "alice", session: "ses_b", roomId: "7" });
});

it("learns who streams, and keeps its state", () => {
  const info = { session: "ses_a", username: "alice", roomId: "7", title: "hi", sinceMs: 4 };
  expect(foldStatus(troubled, message("sessionInfo", info))).toEqual({ ...troubled, title: "hi", sinceMs: 4 });
});

it("learns that a creator has another name, and that they have the old one again", () => {
  const info = { session: "ses_a", username: "alice", roomId: "7", sinceMs: 4 };
  const renamed = foldStatus(live, message("sessionInfo", { ...info, renamedTo: "alicia" }));
  expect(renamed).toMatchObject({ username: "alice", renamedTo: "alicia" });
  expect(foldStatus(renamed, message("sessionInfo", info))).not.toHaveProperty("renamedTo");
});

it("fails with a name that there is none of, but not for a text that is no name", () => {
  const refused = (code: string) => message("usernameChangeError", { code, error: "no" });
  expect(foldStatus(troubled, refused("NOT_FOUND"))).toEqual({ ...live, state: "failed", code: "NOT_FOUND", message: "no" });
  expect(foldStatus(troubled, refused("BAD_USERNAME"))).toBe(troubled);
});

it("keeps its state through a fault of the connection, with when it is tried again if that is known", () => {
  const fault = { username: "alice", code: "RATE_LIMITED", message: "wait" };
  expect(foldStatus(live, message("connectionError", { ...fault, retryAtMs: 9 }))).toEqual(troubled);
  const { retryAtMs: _, ...untimed } = troubled;
  expect(foldStatus(live, message("connectionError", fault))).toStrictEqual(untimed);
});

it("ends, reconnects or goes on, as the reason says", () => {
  const after = (reason: string) => foldStatus(troubled, message("disconnected", { username: "alice", reason }));
  expect(after("ended")).toEqual({ ...live, state: "ended" });
  expect(after("dropped")).toEqual({ ...live, state: "reconnecting" });
  expect(after("reaped")).toBe(troubled);
});

it("is of nobody when the desk watches nobody, and is left alone by other messages", () => {
  expect(foldStatus(troubled, message("streamDisconnected", {}))).toBe(nobody);
  expect(foldStatus(troubled, message("lagging", { folded: 1 }))).toBe(troubled);
});
