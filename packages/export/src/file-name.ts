import type { ExportKind } from "@frontrow/protocol/library/export";

const MAX_NAME = 60;

/** Of a file that any system takes: who streamed or what the desk named it, when it began (UTC), what it is. */
export function fileNameOf(named: string, fromMs: number, kind: ExportKind, extension: string): string {
  const day = new Date(fromMs).toISOString().slice(0, 16).replaceAll(":", "").replace("T", " ");
  return `${safe(named) || "recording"} ${day} ${kind}.${extension}`;
}

/** Without what paths, shells and file systems read as something else, and what turns the direction of writing around. */
const safe = (name: string): string =>
  [...name.normalize("NFC").replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Z}<>:"/\\|?*]+/gu, " ")]
    .slice(0, MAX_NAME)
    .join("")
    .replaceAll(/^[. ~-]+|[. ]+$/g, "");
