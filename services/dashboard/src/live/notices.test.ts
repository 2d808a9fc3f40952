import { describe, expect, it } from "vitest";
import { appendGifts, emptyGifts } from "./gift-feed.ts";
import { addNotice, NOTICE_LIMIT, removeNotice } from "./notices.ts";
import { gift } from "./samples.ts";

const rows = (...ids: string[]) =>
  appendGifts(
    emptyGifts,
    ids.map((id) => gift(id, 1, { diamondsEach: 1_000 })),
  ).rows;

describe("notices", () => {
  it("tell one story by its last word", () => {
    const notices = addNotice(addNotice([], { kind: "linkLost" }, 1), { kind: "linkBack" }, 2);
    expect(notices.map((notice) => notice.happening.kind)).toEqual(["linkBack"]);
  });
  it("group big gifts, and count a gift once", () => {
    const first = addNotice([], { kind: "bigGifts", gifts: rows("a", "b") }, 1);
    const [notice] = addNotice(first, { kind: "bigGifts", gifts: rows("b", "c") }, 2);
    expect(notice?.happening).toMatchObject({ gifts: [{ id: "a" }, { id: "b" }, { id: "c" }] });
    expect(notice?.id).not.toBe(first[0]?.id);
  });
  it("group what happened in the room, and tell each moment once", () => {
    const moment = (id: string) => ({ type: "moment", id, kind: "raid", atMs: 1, params: {} }) as const;
    const first = addNotice([], { kind: "moments", moments: [moment("a"), moment("b")] }, 1);
    const [notice, ...others] = addNotice(first, { kind: "moments", moments: [moment("b"), moment("c")] }, 2);
    expect(notice?.happening).toMatchObject({ moments: [{ id: "a" }, { id: "b" }, { id: "c" }] });
    expect(others).toEqual([]);
  });
  it("are at most three", () => {
    const all = [
      { kind: "linkLost" },
      { kind: "sourceLost", username: "alice" },
      { kind: "bigGifts", gifts: rows("a") },
    ] as const;
    const notices = [...all, ...all].reduce(
      (list, happening, index) => addNotice(list, happening, index),
      addNotice([], all[0], 0),
    );
    expect(notices).toHaveLength(NOTICE_LIMIT);
  });
  it("drop the group that spoke longest ago above the limit", () => {
    const moments = [{ type: "moment", id: "r", kind: "raid", atMs: 1, params: {} }] as const;
    const all = [
      { kind: "linkLost" },
      { kind: "bigGifts", gifts: rows("a") },
      { kind: "moments", moments },
      { kind: "ended", username: "alice" },
    ] as const;
    const notices = all.reduce<ReturnType<typeof addNotice>>((list, happening, index) => addNotice(list, happening, index), []);
    expect(notices.map(({ happening, atMs }) => [happening.kind, atMs])).toEqual([
      ["bigGifts", 1],
      ["moments", 2],
      ["ended", 3],
    ]);
    expect(new Set(notices.map(({ id }) => id)).size).toBe(NOTICE_LIMIT);
  });
  it("go when they are dismissed, and nothing else does", () => {
    const notices = addNotice(addNotice([], { kind: "linkLost" }, 1), { kind: "ended", username: "alice" }, 2);
    expect(removeNotice(notices, notices[0]?.id ?? "")).toEqual([notices[1]]);
    expect(removeNotice(notices, "another")).toBe(notices);
  });
});
