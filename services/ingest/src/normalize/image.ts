import type { ImageUrlOf } from "@frontrow/protocol/image-hosts";

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
