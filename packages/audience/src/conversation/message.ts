import { withEmojiForCodes } from "@frontrow/protocol/emoji-codes";
import { FNV_OFFSET, fnv1aStep, mix32 } from "@frontrow/runtime/hash";

/** Characters of a message that are read. */
const MAX_CHARS = 200;
const MAX_EMOJI = 5;
const NONE: readonly string[] = [];

/** A message, reduced for comparison with others. */
export interface Message {
  /** Equal for messages that differ only in case, spacing, punctuation, emoji or elongation; 0 without letters and digits. */
  readonly key: number;
  /** Its emoji as they are drawn, each once, without skin tones, TikTok's codes among them ("[smile]" is 😊); five at most. */
  readonly emoji: readonly string[];
}

/** Reads a message in one pass over its first 200 characters. */
export function readMessage(text: string): Message {
  const lower = withEmojiForCodes(text.length > MAX_CHARS ? text.slice(0, MAX_CHARS) : text).toLowerCase();
  let hash = FNV_OFFSET;
  let last = 0;
  let emoji = NONE;
  for (let at = 0; at < lower.length; at++) {
    const code = lower.charCodeAt(at);
    if (code >= FIRST_EMOJI || isKeycap(lower, at)) {
      const end = emojiEnd(lower, at);
      if (end > at) {
        emoji = withEmoji(emoji, lower, at, end);
        at = end - 1;
        continue;
      }
    }
    if (!isSignificant(code) || (code === last && !isDigit(code))) continue;
    last = code;
    hash = fnv1aStep(hash, code);
  }
  // 31 bits, which V8 stores unboxed. Among 4,000 messages two share a key with a probability of 1 in 270, and a burst needs more.
  return { key: last === 0 ? 0 : mix32(hash) >>> 1 || 1, emoji };
}

// Twice the same letter may be elongation ("gooo"); twice the same digit is another number ("99", "999").
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/** Neither space nor punctuation nor a mark on another character. */
function isSignificant(code: number): boolean {
  if (code < 0x80) return (code >= 0x61 && code <= 0x7a) || isDigit(code);
  if (code < 0xc0) return false;
  if (code >= 0x300 && code <= 0x36f) return false;
  if (code >= 0x2000 && code <= 0x206f) return false;
  if (code >= 0x3000 && code <= 0x303f) return false;
  return !(code >= 0xfe00 && code <= 0xff0f);
}

const FIRST_EMOJI = 0x231a;
const JOINER = 0x200d;
const EMOJI_VARIATION = 0xfe0f;
const TEXT_VARIATION = 0xfe0e;
const KEYCAP = 0x20e3;

/** "1️⃣", "#⃣": a digit or sign and the cap around it, with a variation selector between or without. */
function isKeycap(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (!isDigit(code) && code !== 0x23 && code !== 0x2a) return false;
  return text.charCodeAt(text.charCodeAt(at + 1) === EMOJI_VARIATION ? at + 2 : at + 1) === KEYCAP;
}

/** Where the emoji that begins at `at` ends, with everything joined to it; `at` itself when none begins there. */
function emojiEnd(text: string, at: number): number {
  if (isKeycap(text, at)) return text.charCodeAt(at + 1) === KEYCAP ? at + 2 : at + 3;
  const point = text.codePointAt(at) as number;
  if (isFlagLetter(point)) return isFlagLetter(text.codePointAt(at + 2) ?? 0) ? at + 4 : at;
  if (!isEmoji(point)) return at;
  let end = at + size(point);
  for (;;) {
    const next = text.codePointAt(end) ?? 0;
    if (next === EMOJI_VARIATION || next === TEXT_VARIATION) end += 1;
    else if (isSkinTone(next) || isTag(next)) end += 2;
    else if (next === JOINER && isEmoji(text.codePointAt(end + 1) ?? 0)) end += 1 + size(text.codePointAt(end + 1) as number);
    else return end;
  }
}

const VARIANTS = /[\ufe0e\ufe0f\u{1f3fb}-\u{1f3ff}]/gu;

function withEmoji(emoji: readonly string[], text: string, at: number, end: number): readonly string[] {
  if (emoji.length >= MAX_EMOJI) return emoji;
  const written = text.slice(at, end);
  const bare = written.length === 2 && isHighSurrogate(written.charCodeAt(0)) ? written : written.replace(VARIANTS, "");
  // An older sign is drawn as an emoji only with a variation selector, and so is a keycap.
  const withVariation =
    bare.length === 1 || bare.endsWith("\ufe0f") || isKeycap(bare, 0)
      ? `${bare.charAt(0)}\ufe0f${isKeycap(bare, 0) ? "\u20e3" : ""}`
      : bare;
  return emoji.includes(withVariation) ? emoji : [...emoji, withVariation];
}

const isHighSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdbff;
const size = (point: number): number => (point > 0xffff ? 2 : 1);
const isFlagLetter = (point: number): boolean => point >= 0x1f1e6 && point <= 0x1f1ff;
/** What the flags of England, Scotland and Wales are spelt with, behind a black one. */
const isTag = (point: number): boolean => point >= 0xe0020 && point <= 0xe007f;
const isSkinTone = (point: number): boolean => point >= 0x1f3fb && point <= 0x1f3ff;
const isEmoji = (point: number): boolean =>
  (point >= 0x1f300 && point <= 0x1faff && !isSkinTone(point)) ||
  (point >= 0x2600 && point <= 0x27bf) ||
  (point >= 0x231a && point <= 0x231b) ||
  (point >= 0x23e9 && point <= 0x23fa) ||
  point === 0x2b50 ||
  point === 0x2b55 ||
  point === 0x1f004 ||
  point === 0x1f0cf;
