import { describe, expect, it } from "vitest";
import { Outage } from "./outage.ts";

describe("an outage", () => {
  it("is a gap up to the first event after it", () => {
    const outage = new Outage();
    outage.begin(1_000, "upstream");
    outage.onConnected(3_000);
    expect(outage.endAt(3_200)).toEqual({ fromMs: 1_000, toMs: 3_200, reason: "upstream" });
    expect(outage.endAt(3_300)).toBeUndefined();
  });

  it("is no gap when history overlaps what was seen before", () => {
    const outage = new Outage();
    outage.begin(1_000, "upstream");
    outage.cover();
    expect(outage.endAt(3_200)).toBeUndefined();
  });

  it("keeps its beginning over failed attempts", () => {
    const outage = new Outage();
    outage.begin(1_000, "unwatched");
    outage.begin(2_000, "upstream");
    expect(outage.endAt(3_000)).toMatchObject({ fromMs: 1_000, reason: "unwatched" });
  });

  it("ends with the connection when the room stays silent", () => {
    const outage = new Outage();
    outage.begin(1_000, "upstream");
    expect(outage.endIfSilent(9_000, 5_000)).toBeUndefined();
    outage.onConnected(3_000);
    expect(outage.endIfSilent(4_000, 5_000)).toBeUndefined();
    expect(outage.endIfSilent(8_000, 5_000)).toEqual({ fromMs: 1_000, toMs: 3_000, reason: "upstream" });
  });

  it("that goes on over a second drop does not end with the connection before it", () => {
    const outage = new Outage();
    outage.begin(1_000, "upstream");
    outage.onConnected(3_000);
    outage.begin(3_500, "upstream");
    expect(outage.endIfSilent(60_000, 5_000)).toBeUndefined();
    outage.onConnected(61_000);
    outage.onConnected(62_000);
    expect(outage.endIfSilent(65_999, 5_000)).toBeUndefined();
    expect(outage.endIfSilent(66_000, 5_000)).toEqual({ fromMs: 1_000, toMs: 61_000, reason: "upstream" });
  });

  it("of no length is no gap", () => {
    const outage = new Outage();
    outage.begin(1_000, "upstream");
    expect(outage.endAt(1_000)).toBeUndefined();
    expect(outage.endAt(2_000)).toBeUndefined();
  });

  it("says nothing when there was none", () => {
    expect(new Outage().endAt(1_000)).toBeUndefined();
  });
});
