// Without zod, because browsers load it: schemas are built when their module is, and so cannot be shaken off.

/** Names that begin so are simulated broadcasts. */
export const DEMO_PREFIX = "demo:";

/** Longer texts name nobody; links with all that apps attach to them are some hundred characters. */
export const MAX_NAMED = 4_000;

const HANDLE = /^[a-z0-9_.]{1,24}$/;
/** An account's number has 16 to 19 digits; names of digits alone are shorter. */
const ACCOUNT_NUMBER = /^\d{15,}$/;
/** A link of TikTok's, anywhere in what was pasted: apps put a sentence around it. */
const TIKTOK_LINK = /(?:^|\s)(?:https?:)?(?:\/\/)?((?:[\w-]+\.)*tiktok\.com)(?:[:/?#](\S*))?(?=\s|$)/i;
const OTHER_LINK = /^(?:https?:)?\/\//i;
/** Hosts, and a folder, whose links lead elsewhere. */
const SHORT_LINK = /^(?:vm|vt)\./i;
const SHORT_PATH = /^t\//;
/** What is invisible: zero-width and direction characters, variation selectors. Copied with a name from a page or an app. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;

/** Why a text names nobody, as a sentence for who gave it. */
const problems = {
  nothing: "Give a TikTok name, @name or the address of a LIVE page.",
  tooLong: "That is too long for a name or a link. Give the @name.",
  shortLink: "A short link does not say whose it is. Open it and paste the address that it leads to, or give the @name.",
  namelessLink: "This link names no creator. Paste the address of a LIVE page, or give the @name.",
  otherLink: "This is no address of TikTok's. Paste that of a LIVE page, or give the @name.",
  number: "This is an account's number. Give the @name that stands in its profile.",
  letters: "TikTok names have at most 24 characters: letters from a to z without accents, digits, _ and . (not at the end).",
} as const;

/** What a text names: a creator's handle in its one spelling, or nobody, and why. */
export type Named = { readonly handle: string } | { readonly problem: string };

/**
 * Reads whatever people paste to name a creator: `name`, `@name`, a link to a LIVE page, a profile or a video, with the
 * invisible and full-width characters that copying brings along; and `demo:name` for a simulated broadcast.
 *
 * @example
 * readHandle("＠Some.One") // { handle: "some.one" }
 * readHandle("https://vm.tiktok.com/ZMx/") // { problem: "A short link does not say …" }
 */
export function readHandle(input: string): Named {
  if (input.length > MAX_NAMED) return { problem: problems.tooLong };
  const text = unescaped(input).normalize("NFKC").replace(INVISIBLE, "").trim();
  const link = TIKTOK_LINK.exec(text);
  if (link) return ofLink(link[1] ?? "", link[2] ?? "");
  if (OTHER_LINK.test(text)) return { problem: problems.otherLink };
  const [, demo, name = ""] = /^@*(demo:)?@*(.*)$/is.exec(text) ?? [];
  const named = ofName(name);
  return demo && "handle" in named ? { handle: `${DEMO_PREFIX}${named.handle}` } : named;
}

/** The one spelling of a creator's handle, or undefined when `input` names nobody; see `readHandle`. */
export function normaliseHandle(input: string): string | undefined {
  const named = readHandle(input);
  return "handle" in named ? named.handle : undefined;
}

/** Why `input` names nobody, as a sentence; empty when it names somebody. */
export function whyNobody(input: string): string {
  const named = readHandle(input);
  return "problem" in named ? named.problem : "";
}

export const isDemo = (handle: string): boolean => handle.startsWith(DEMO_PREFIX);

function ofLink(host: string, path: string): Named {
  if (SHORT_LINK.test(host) || SHORT_PATH.test(path)) return { problem: problems.shortLink };
  const name = /^\/*@+([^/?#]+)/.exec(path)?.[1];
  return name === undefined ? { problem: problems.namelessLink } : ofName(name);
}

function ofName(name: string): Named {
  const handle = name.toLowerCase();
  if (handle === "") return { problem: problems.nothing };
  if (ACCOUNT_NUMBER.test(handle)) return { problem: problems.number };
  return HANDLE.test(handle) && !handle.endsWith(".") ? { handle } : { problem: problems.letters };
}

/** `%40name` is `@name`. What is no such code stays as it is. */
function unescaped(text: string): string {
  try {
    return text.includes("%") ? decodeURIComponent(text) : text;
  } catch {
    return text.replace(/%40/g, "@");
  }
}
