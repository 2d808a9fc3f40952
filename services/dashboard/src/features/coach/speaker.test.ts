import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createSpeaker, type SpeechEnd } from "./speaker.ts";

// Node has no speech: these stand for the browser's, and remember what they were told.
class Said {
  lang = "";
  voice: unknown;
  rate = 1;
  volume = 1;
  onend: (() => void) | undefined;
  onerror: ((event: { error: string }) => void) | undefined;
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}
function recorded() {
  const said: Said[] = [];
  const synthesis = { speak: (utterance: Said) => void said.push(utterance), cancel: vi.fn(), getVoices: () => [] };
  return { said, synthesis, speaker: createSpeaker(synthesis as unknown as SpeechSynthesis) };
}
const words = { text: "Ana asks", language: "de", voice: undefined, rate: 1.5, volume: 0.5 };

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("SpeechSynthesisUtterance", Said);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it("says it in its language, pace and volume, and tells once when it has ended", () => {
  const { said, speaker } = recorded();
  const ends: SpeechEnd[] = [];
  speaker.say(words, (end) => ends.push(end));
  expect(said).toMatchObject([{ text: "Ana asks", lang: "de", rate: 1.5, volume: 0.5 }]);
  said[0]?.onend?.();
  said[0]?.onerror?.({ error: "interrupted" });
  expect(ends).toEqual(["ended"]);
});

it("tells that the browser forbids it until the page was touched", () => {
  const { said, speaker } = recorded();
  const ends: SpeechEnd[] = [];
  speaker.say(words, (end) => ends.push(end));
  said[0]?.onerror?.({ error: "not-allowed" });
  expect(ends).toEqual(["blocked"]);
});

it("has one thing to say at a time: the late end of the one before ends nothing", () => {
  const { said, speaker } = recorded();
  const ends: string[] = [];
  speaker.say(words, () => ends.push("first"));
  speaker.say(words, () => ends.push("second"));
  expect(ends).toEqual(["first"]);
  said[0]?.onend?.();
  expect(ends).toEqual(["first"]);
  speaker.stop();
  expect(ends).toEqual(["first", "second"]);
});

it("does not wait for ever for a voice that never ends", () => {
  const { speaker } = recorded();
  const ends: SpeechEnd[] = [];
  speaker.say(words, (end) => ends.push(end));
  vi.runAllTimers();
  expect(ends).toEqual(["ended"]);
});

it("is quiet where the browser cannot speak", () => {
  const speaker = createSpeaker(undefined);
  const ends: SpeechEnd[] = [];
  speaker.say(words, (end) => ends.push(end));
  speaker.stop();
  expect([speaker.isAvailable, speaker.voices(), ends]).toEqual([false, [], ["ended"]]);
});
