/** Two short tones, a fifth apart: heard beside speech, and over at once. */
const TONES = [
  { hertz: 659.25, atS: 0 },
  { hertz: 987.77, atS: 0.13 },
];
const LENGTH_S = 0.35;
const LOUDEST = 0.25;
/** Time between two sounds; rules that ring together sound once. */
const PAUSE_MS = 1_000;

let context: AudioContext | undefined;
let rungAtMs = Number.NEGATIVE_INFINITY;

/** Sounds once, `volume` 0…1. Silent in a browser that has no sound, or that waits until somebody touches the page. */
export function ringBell(volume: number): void {
  const nowMs = performance.now();
  if (nowMs - rungAtMs < PAUSE_MS || volume === 0 || !("AudioContext" in globalThis)) return;
  rungAtMs = nowMs;
  context ??= new AudioContext();
  const audio = context;
  const sound = () => {
    for (const { hertz, atS } of TONES) tone(audio, hertz, audio.currentTime + atS, volume * LOUDEST);
  };
  if (audio.state === "running") sound();
  else audio.resume().then(sound, () => {});
}

function tone(audio: AudioContext, hertz: number, fromS: number, loudness: number): void {
  const [source, gain] = [audio.createOscillator(), audio.createGain()];
  source.frequency.value = hertz;
  gain.gain.setValueAtTime(0, fromS);
  gain.gain.linearRampToValueAtTime(loudness, fromS + 0.02);
  gain.gain.exponentialRampToValueAtTime(0.0001, fromS + LENGTH_S);
  source.connect(gain).connect(audio.destination);
  source.start(fromS);
  source.stop(fromS + LENGTH_S);
}
