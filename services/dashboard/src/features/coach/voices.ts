/** What is needed of a browser's voice. */
export interface Voice {
  readonly voiceURI: string;
  readonly name: string;
  /** As `de-AT`, or `de_AT` on some phones. */
  readonly lang: string;
  readonly localService: boolean;
  readonly default: boolean;
}

/** The voices that speak `language`: those of this machine first, since the others send what they say to somebody. */
export function voicesOf<V extends Voice>(voices: readonly V[], language: string): readonly V[] {
  const speaks = voices.filter(({ lang }) => lang.toLowerCase().split(/[-_]/)[0] === language);
  return speaks.sort((a, b) => Number(b.localService) - Number(a.localService) || Number(b.default) - Number(a.default));
}

/** The voice to speak with: the one that was chosen while the browser has it, else the best; undefined where none speaks it. */
export function voiceFor<V extends Voice>(voices: readonly V[], language: string, chosen: string | undefined): V | undefined {
  const able = voicesOf(voices, language);
  return able.find(({ voiceURI }) => voiceURI === chosen) ?? able[0];
}
