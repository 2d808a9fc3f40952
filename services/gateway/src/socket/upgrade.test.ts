import { describe, expect, it } from "vitest";
import { destinationOf } from "./upgrade.ts";

describe("the address of a socket", () => {
  it("is a new desk, or a desk to resume", () => {
    const id = `dsk_${"a".repeat(26)}`;
    for (const url of ["/", "/ws", "/ws/", "/ws?x=1"]) expect(destinationOf(url)).toEqual({ requestedDesk: undefined });
    expect(destinationOf(`/ws/${id}`)).toEqual({ requestedDesk: id });
    for (const url of ["/other", "/ws/dsk_1", `/ws/${id}/x`, `/ws/${id.toUpperCase()}`])
      expect(destinationOf(url)).toBeUndefined();
  });
});
