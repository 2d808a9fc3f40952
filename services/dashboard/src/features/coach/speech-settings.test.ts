import fc from "fast-check";
import { expect, it } from "vitest";
import { defaultSpeech, speechSettingsIn } from "./speech-settings.ts";

it("is off until it is asked for", () => {
  expect(speechSettingsIn(null)).toEqual(defaultSpeech);
  expect(defaultSpeech.isOn).toBe(false);
});

it("remembers what was chosen", () => {
  const chosen = { isOn: true, isMuted: true, rate: 1.5, volume: 0.25, leastPriority: 5, voices: { de: "voice:de" } };
  expect(speechSettingsIn(JSON.stringify(chosen))).toEqual(chosen);
});

it("keeps every setting in its range, whatever the storage holds", () => {
  const value = fc.jsonValue();
  const record = fc.record({ rate: value, volume: value, leastPriority: fc.oneof(value, fc.double()), voices: value });
  const anything = fc.oneof(
    fc.json(),
    fc.string(),
    record.map((kept) => JSON.stringify(kept)),
  );
  fc.assert(
    fc.property(anything, (text) => {
      const { rate, volume, leastPriority } = speechSettingsIn(text);
      expect(rate >= 0.5 && rate <= 2 && volume >= 0 && volume <= 1).toBe(true);
      expect([1, 2, 3, 4, 5]).toContain(leastPriority);
    }),
  );
  expect(speechSettingsIn('{"rate":99,"volume":-1,"leastPriority":2.4,"voices":{"xx":"a","fr":3}}')).toEqual({
    ...defaultSpeech,
    rate: 2,
    volume: 0,
    leastPriority: 2,
  });
});
