import type { FoldItem } from "@frontrow/audience/fold";
import { liveEventSchema, tickSchema } from "@frontrow/protocol/event";
import { recordedBroadcastSchema } from "@frontrow/protocol/recording";
import { controlSchema } from "@frontrow/protocol/session";
import { z } from "zod";
import { FILE_SCHEMA } from "../file-lines.ts";
import { unreadable } from "./bytes.ts";

const MAX_FIELD = 2_048;
const headSchema = z.object({
  type: z.literal("recording"),
  schema: z.literal(FILE_SCHEMA),
  broadcast: recordedBroadcastSchema.refine((it) => Object.values(it).every((text) => text.length <= MAX_FIELD)),
});
const itemSchema = z.discriminatedUnion("type", [liveEventSchema, tickSchema, controlSchema]);
const endSchema = z.object({ type: z.literal("end"), items: z.number().int() });

export function headIn(text: string): z.infer<typeof headSchema> {
  const head = headSchema.safeParse(jsonIn(text, 1));
  if (!head.success) throw unreadable(1, "this is no recording that Frontrow exported, or one of a newer version", head.error);
  return head.data;
}

/** How many items the file says that it has, on its last line; undefined: this is an item. */
export const endIn = (value: unknown): number | undefined => endSchema.safeParse(value).data?.items;

/** An item as the fold takes it, and its JSON: what its kind does not have is left out, the rest stays in its order. */
export function itemOf(value: unknown, line: number): { readonly value: FoldItem; readonly text: string } {
  const item = itemSchema.safeParse(value);
  if (!item.success) {
    const [issue] = item.error.issues;
    throw unreadable(line, `${issue?.path.join(".") || "the item"}: ${issue?.message ?? "malformed"}`);
  }
  const known = inOrder(value, item.data) as FoldItem;
  return { value: known, text: JSON.stringify(known) };
}

export function jsonIn(text: string, line: number): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw unreadable(line, "it is no JSON", cause);
  }
}

/** The parsed value with its fields in the order in which they were given: a file that was not changed gives the very same text. */
function inOrder(given: unknown, parsed: unknown): unknown {
  if (Array.isArray(parsed)) return parsed.map((one, at) => inOrder((given as unknown[])[at], one));
  if (typeof parsed !== "object" || parsed === null) return parsed;
  const fields = parsed as Record<string, unknown>;
  const known = Object.keys(given as object).filter((name) => Object.hasOwn(fields, name));
  return Object.fromEntries(known.map((name) => [name, inOrder((given as Record<string, unknown>)[name], fields[name])]));
}
