import { describe, expect, it } from "vitest";
import type { Creator } from "./creator.ts";
import { createCreators } from "./creators.ts";
import type { Room } from "./room.ts";

/** Creators with as many rooms as asked for, and a list of who was let go. */
function registry(max: number, now: () => number = () => 0) {
  const disposed: string[] = [];
  const connected = new Set<string>();
  let begin: (name: string, roomId: string) => void = () => {};
  const creators = createCreators(
    max,
    (handle, onRoom) => {
      const creator = {
        handle,
        get openConnections() {
          return connected.has(handle) ? 1 : 0;
        },
        dispose: () => disposed.push(handle),
      } as unknown as Creator;
      begin = (name, roomId) => onRoom({ roomId } as Room, name === handle ? creator : creators.of(name));
      return creator;
    },
    now,
  );
  return { creators, disposed, connected, begin: (name: string, roomId: string) => begin(name, roomId) };
}

describe("createCreators", () => {
  it("knows a creator by any spelling of the name", () => {
    const { creators } = registry(10);
    expect(creators.of("@Alice")).toBe(creators.of("alice"));
    expect(creators.peek("bruno")).toBeUndefined();
  });

  it("forgets who was not asked about for the longest time, beyond its limit", () => {
    const { creators, disposed } = registry(3);
    for (const name of ["a", "b", "c", "a", "d"]) creators.of(name);
    expect(disposed).toEqual(["b"]);
  });

  it("never forgets who is connected or was set up by hand", () => {
    const { creators, disposed, connected } = registry(3);
    for (const name of ["a", "b", "c"]) creators.of(name);
    connected.add("a");
    creators.keep("B");
    creators.of("d");
    creators.of("e");
    expect(disposed).toEqual(["c", "d"]);
  });

  it("forgets whom nobody watches or asks about for a while, but not who is connected or set up by hand", () => {
    let nowMs = 0;
    const { creators, disposed, connected } = registry(10, () => nowMs);
    for (const name of ["a", "b", "c", "d"]) creators.of(name);
    connected.add("a");
    creators.keep("b");
    nowMs = 20_000;
    creators.of("c");
    nowMs = 30_000;
    creators.forgetIdle(30_000);
    expect(disposed).toEqual(["d"]);
    connected.delete("a");
    nowMs = 59_999;
    creators.forgetIdle(30_000);
    expect(disposed).toEqual(["d", "c"]);
    nowMs = 60_000;
    creators.forgetIdle(30_000);
    expect(disposed).toEqual(["d", "c", "a"]);
    expect([...creators.all()]).toHaveLength(1);
  });

  it("leads from a room to its creator, for the last few broadcasts", () => {
    const { creators, begin } = registry(3);
    const alice = creators.of("alice");
    for (const roomId of ["1", "2", "3", "4", "5"]) begin("alice", roomId);
    expect(creators.room("5")?.creator).toBe(alice);
    expect(creators.room("2")).toBeDefined();
    expect(creators.room("1")).toBeUndefined();
  });

  it("lets everybody go when it is cleared", () => {
    const { creators, disposed, begin } = registry(3);
    creators.of("a");
    begin("a", "1");
    creators.clear();
    expect(disposed).toEqual(["a"]);
    expect(creators.room("1")).toBeUndefined();
  });
});
