import { describe, expect, it } from "vitest";
import { type SpeechMoment, speechAct } from "./speech-rule.ts";

const moment = (more: Partial<SpeechMoment> = {}): SpeechMoment => ({
  settings: { isOn: true, isMuted: false, leastPriority: 3 },
  mode: "LIVE",
  isCurrent: true,
  shown: { id: "a", priority: 3 },
  due: new Set(["a", "b"]),
  speaking: undefined,
  spoken: new Set(),
  ...more,
});
const settings = moment().settings;

describe("a prompt", () => {
  it("is said when it is shown, and not a second time", () => {
    expect(speechAct(moment())).toBe("say");
    expect(speechAct(moment({ spoken: new Set(["a"]) }))).toBe("nothing");
    expect(speechAct(moment({ shown: undefined }))).toBe("nothing");
  });
  it("below the least priority is left to the eye", () => {
    expect(speechAct(moment({ shown: { id: "a", priority: 2 } }))).toBe("nothing");
  });
  it("waits until the one before has been said", () => {
    const busy = moment({ speaking: "b", spoken: new Set(["b"]) });
    expect(speechAct(busy)).toBe("nothing");
    expect(speechAct({ ...busy, speaking: undefined })).toBe("say");
  });
  it("stops in the middle when it is no longer worth saying", () => {
    expect(speechAct(moment({ speaking: "gone", spoken: new Set(["gone"]) }))).toBe("stop");
  });
});

describe("silence", () => {
  const reasons: readonly Partial<SpeechMoment>[] = [
    { settings: { ...settings, isOn: false } },
    { settings: { ...settings, isMuted: true } },
    { isCurrent: false },
    { mode: "REPLAY" },
  ];
  it.each(reasons)("is kept, and cuts off what is being said: %j", (reason) => {
    expect(speechAct(moment(reason))).toBe("nothing");
    expect(speechAct(moment({ ...reason, speaking: "a", spoken: new Set(["a"]) }))).toBe("stop");
  });
});
