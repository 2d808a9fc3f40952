import { commandSchema } from "@frontrow/protocol/command";
import { liveEventSchema } from "@frontrow/protocol/event";
import { insightSchema } from "@frontrow/protocol/insight";
import { z } from "zod";

/** A schema as JSON Schema, without the dialect's address, as it stands inside other documents. */
export function jsonSchema(schema: z.ZodType): Record<string, unknown> {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  return rest;
}

export const byType = <T extends z.ZodObject<{ type: z.ZodLiteral<string> }>>(options: readonly T[]): [string, T][] =>
  options.map((option) => [option.shape.type.value, option]);

export const commands = byType(commandSchema.options);
export const events = byType(liveEventSchema.options);
export const insights = byType(insightSchema.options);

/** The data of a plain message: the item without its type. */
export const dataOf = (schema: z.ZodObject): z.ZodType => schema.omit({ type: true });
