import { z } from "zod";

/** Languages that simulated viewers speak. */
export const languageSchema = z.enum(["en", "es", "pt", "fr", "de", "it", "id", "ar", "hi", "ja", "ko", "tr", "ru"]);
export type Language = z.infer<typeof languageSchema>;
