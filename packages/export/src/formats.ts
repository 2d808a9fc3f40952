import type { ExportKind } from "@frontrow/protocol/library/export";
import { chats } from "./chats.ts";
import type { Format } from "./format.ts";

/** How each kind is written. */
export const formats: Partial<Record<ExportKind, Format>> = { chats };

export type { Format } from "./format.ts";
