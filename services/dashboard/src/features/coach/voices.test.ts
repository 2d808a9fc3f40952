import { expect, it } from "vitest";
import { voiceFor, voicesOf } from "./voices.ts";

const voice = (lang: string, voiceURI: string, localService = true, isDefault = false) => ({
  lang,
  voiceURI,
  name: voiceURI,
  localService,
  default: isDefault,
});
const voices = [voice("de-DE", "far", false), voice("de_AT", "near"), voice("de-CH", "usual", true, true), voice("den-US", "x")];

it("finds the voices of a language, those of this machine first", () => {
  expect(voicesOf(voices, "de").map(({ voiceURI }) => voiceURI)).toEqual(["usual", "near", "far"]);
});

it("speaks with the chosen voice, and with another when that one is gone", () => {
  expect(voiceFor(voices, "de", "far")?.voiceURI).toBe("far");
  expect(voiceFor(voices, "de", "was removed")?.voiceURI).toBe("usual");
  expect(voiceFor(voices, "it", undefined)).toBeUndefined();
});
