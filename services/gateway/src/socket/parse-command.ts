import { type Command, commandSchema, commandTypes } from "@frontrow/protocol/command";
import { type ErrorCode, errorCatalogue } from "@frontrow/protocol/errors";

export type ParsedCommand =
  | { readonly ok: true; readonly command: Command }
  | { readonly ok: false; readonly code: ErrorCode; readonly message: string; readonly commandId?: string };

/** Reads what a client sent: a command, or what is wrong with it in words that its author understands. */
export function parseCommand(text: string): ParsedCommand {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, code: "BAD_MESSAGE", message: "not JSON" };
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) return refuse("BAD_MESSAGE", "not a JSON object");
  const { type, commandId } = value as { type?: unknown; commandId?: unknown };
  const named = typeof commandId === "string" && commandId.length <= 64 ? commandId : undefined;
  if (typeof type !== "string") return refuse("BAD_MESSAGE", "no type", named);
  if (!(commandTypes as readonly string[]).includes(type)) return refuse("UNKNOWN_COMMAND", "unknown type", named);
  const result = commandSchema.safeParse(value);
  if (result.success) return { ok: true, command: result.data };
  const [issue] = result.error.issues;
  return refuse("BAD_MESSAGE", `${type}: ${issue?.path.join(".") ?? ""} ${issue?.message ?? "is malformed"}`.trim(), named);
}

function refuse(code: ErrorCode, message: string, commandId?: string): ParsedCommand {
  return { ok: false, code, message: `${message}. ${errorCatalogue[code].advice}`, ...(commandId ? { commandId } : {}) };
}
