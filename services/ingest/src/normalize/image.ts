import type { ImageUrlOf } from "@frontrow/protocol/image-hosts";
import { LRUCache } from "lru-cache";

/** Some megabytes for the pictures of all viewers who wrote lately; a signed address has some 300 characters. */
const CACHE_LIMITS = { max: 20_000, maxSize: 4_000_000, maxEntrySize: 600 };

/** The same rule, which remembers what it said: whoever writes has the same picture each time, and to read an address takes long. */
export function rememberImageUrls(imageUrlOf: ImageUrlOf): ImageUrlOf {
  const cache = new LRUCache<string, string>({ ...CACHE_LIMITS, sizeCalculation: (_, url) => url.length });
  return (url) => {
    if (!url) return imageUrlOf(url);
    const known = cache.get(url);
    if (known !== undefined) return known;
    const allowed = imageUrlOf(url);
    cache.set(url, allowed);
    return allowed;
  };
}

/**
 * Passes every address of a picture in an event through the rule: each text field whose name ends in `Url`, however deep.
 * Done to the finished event and not where each field is read, so that a new field cannot forget it. Changes the event.
 */
export function keepAllowedImages<T extends object>(event: T, imageUrlOf: ImageUrlOf): T {
  const fields = event as Record<string, unknown>;
  for (const name in event) {
    const value = fields[name];
    if (typeof value === "object" && value !== null) keepAllowedImages(value, imageUrlOf);
    else if (typeof value === "string" && value && name.endsWith("Url")) fields[name] = imageUrlOf(value);
  }
  return event;
}
