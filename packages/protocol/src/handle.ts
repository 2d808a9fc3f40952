// Without zod, because browsers load it: schemas are built when their module is, and so cannot be shaken off.

/** Names that begin so are simulated broadcasts. */
export const DEMO_PREFIX = "demo:";

const HANDLE = /^[a-z0-9_.]{1,24}$/;
const LIVE_PAGE = /^(?:https?:\/\/)?(?:www\.|m\.)?tiktok\.com\/@([^/?#]+)(?:\/live)?\/?(?:[?#].*)?$/i;

/**
 * The one spelling of a creator's handle, or undefined when `input` names nobody.
 *
 * Takes `name`, `@name`, a LIVE page's address, and `demo:name` for a simulated broadcast.
 *
 * @example
 * normaliseHandle("https://www.tiktok.com/@Some.One/live") // "some.one"
 * normaliseHandle("demo:Alice") // "demo:alice"
 */
export function normaliseHandle(input: string): string | undefined {
  const text = input.trim();
  if (text.length > 300) return undefined;
  const demo = text.toLowerCase().startsWith(DEMO_PREFIX);
  const rest = demo ? text.slice(DEMO_PREFIX.length) : (LIVE_PAGE.exec(text)?.[1] ?? text);
  const handle = rest.replace(/^@/, "").toLowerCase();
  if (!HANDLE.test(handle) || handle.endsWith(".")) return undefined;
  return demo ? `${DEMO_PREFIX}${handle}` : handle;
}

export const isDemo = (handle: string): boolean => handle.startsWith(DEMO_PREFIX);
