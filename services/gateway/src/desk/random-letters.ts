import { randomBytes } from "node:crypto";
import { idLettersOf } from "@frontrow/protocol/ids";

/** For an id that nobody else has or guesses: 130 random bits. */
export const randomLetters = (): string => idLettersOf(randomBytes(26));
