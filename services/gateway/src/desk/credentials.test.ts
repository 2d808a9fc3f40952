import type { DeskId } from "@frontrow/protocol/ids";
import { describe, expect, it } from "vitest";
import { mayMakeDesk, newCredentials } from "./credentials.ts";

describe("credentials that were handed out", () => {
  it("make a desk for ten minutes, and only both of them together", () => {
    const given = newCredentials(1_000_000);
    const other = newCredentials(1_000_000);
    expect(given.deskId).toMatch(/^dsk_[a-z2-7]{26}$/);
    expect(given.token).toMatch(/^[\w-]{43}$/);
    expect([mayMakeDesk(given, 1_000_000), mayMakeDesk(given, 1_599_999), mayMakeDesk(given, 1_600_000)]).toEqual([
      true,
      true,
      false,
    ]);
    expect(mayMakeDesk({ deskId: other.deskId, token: given.token }, 1_000_000)).toBe(false);
    for (const token of ["", "right", given.token.slice(1), `${given.token}A`]) {
      expect(mayMakeDesk({ deskId: given.deskId, token }, 1_000_000)).toBe(false);
    }
    expect(mayMakeDesk(newCredentials(9_000_000), 1_000_000)).toBe(false);
    expect(mayMakeDesk({ deskId: `dsk_${"a".repeat(26)}` as DeskId, token: given.token }, 1_000_000)).toBe(false);
  });
});
