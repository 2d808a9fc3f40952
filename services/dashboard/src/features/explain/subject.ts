import type { Explained } from "@frontrow/protocol/explanation";
import type { ScoreName } from "../../live/commands.ts";

/** A number that can say what it is made of. */
export type Subject =
  | { readonly kind: "total"; readonly metric: Explained; readonly label: string }
  | { readonly kind: "score"; readonly score: ScoreName };
