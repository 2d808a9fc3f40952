import { describe, expect, it } from "vitest";
import { destinationOf, isOriginAllowed } from "./upgrade.ts";

describe("the address of a socket", () => {
  it("is a new desk, or a desk to resume", () => {
    const id = `dsk_${"a".repeat(26)}`;
    for (const url of ["/", "/ws", "/ws/", "/ws?x=1"]) expect(destinationOf(url)).toEqual({ requestedDesk: undefined });
    expect(destinationOf(`/ws/${id}`)).toEqual({ requestedDesk: id });
    for (const url of ["/other", "/ws/dsk_1", `/ws/${id}/x`, `/ws/${id.toUpperCase()}`])
      expect(destinationOf(url)).toBeUndefined();
  });
});

describe("an origin", () => {
  it("is allowed when it is the page's own, listed, or none", () => {
    expect(isOriginAllowed(undefined, "a.example", [])).toBe(true);
    expect(isOriginAllowed("https://a.example", "a.example", [])).toBe(true);
    expect(isOriginAllowed("http://localhost:3000", "localhost:3000", [])).toBe(true);
    expect(isOriginAllowed("https://b.example", "a.example", ["https://b.example"])).toBe(true);
    expect(isOriginAllowed("https://b.example", "a.example", ["*"])).toBe(true);
  });

  it("is refused when it is another's", () => {
    for (const origin of ["https://b.example", "https://a.example:444", "null", "", "https://a.example.b.example"]) {
      expect(isOriginAllowed(origin, "a.example", []), origin).toBe(false);
    }
    expect(isOriginAllowed("https://a.example", undefined, [])).toBe(false);
  });
});
