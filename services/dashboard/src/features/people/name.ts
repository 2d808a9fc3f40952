import type { Person } from "@frontrow/protocol/event";
import { cleanLine, cleanText } from "@frontrow/words/clean-text";

type Named = Pick<Person, "nickname" | "handle">;

/** How somebody is called on the screen: by nickname where it can be seen, else handle, else nothing that would claim to know. */
export const nameOf = (person: Named | undefined): string =>
  cleanLine(person?.nickname ?? "") || cleanLine(person?.handle ?? "") || "Somebody";

/** The same inside a sentence, which it neither turns around nor fills. */
export const nameInText = (person: Named | undefined): string => cleanText(nameOf(person), 40);

/** A handle as TikTok writes it. */
export const handleText = (handle: string): string => `@${handle}`;
