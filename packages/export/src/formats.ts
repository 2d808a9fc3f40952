import type { ExportKind } from "@frontrow/protocol/library/export";
import { chats } from "./chats.ts";
import type { Format } from "./format.ts";
import { gifts } from "./gifts.ts";
import { chapters } from "./markers/chapters.ts";
import { edl } from "./markers/edl.ts";
import { fcpxml } from "./markers/fcpxml.ts";
import { markers } from "./markers/table.ts";
import { minutes } from "./minutes.ts";
import { questions } from "./questions.ts";
import { recording } from "./recording.ts";
import { report } from "./report.ts";
import { viewers } from "./viewers.ts";

/** How each kind is written. */
export const formats: Record<ExportKind, Format> = {
  recording,
  chats,
  gifts,
  viewers,
  questions,
  minutes,
  report,
  markers,
  chapters,
  edl,
  fcpxml,
};

export type { Format } from "./format.ts";
