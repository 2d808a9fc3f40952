import type english from "./messages/en.json";

/**
 * What `messages/<language>.json` holds: messages in ICU MessageFormat. English has every key there is, and the others have
 * the same. A trigger's `prompts` say the same in different words; the arguments a message may use are in `arguments.ts`.
 */
export type Catalogue = typeof english;
