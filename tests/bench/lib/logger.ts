import { createLogger } from "@frontrow/runtime/logger";

/** What a role would log is not what is measured. */
export const benchLogger = createLogger("bench", "silent");
