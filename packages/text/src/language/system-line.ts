import type { Tokens } from "../tokenizer.ts";
import { Listed, listsOf } from "./listed-words.ts";

/** More words than any of them: only what can be one is looked at. */
const MAX_WORDS = 24;

/**
 * Whether a text is what a platform says of somebody, as bots and other programs copy it into the chat: "NAME subscribed with Prime",
 * "NAME gifted a Tier 1 sub to NAME!", "NAME followed the host". Nobody says it in a language, nor sells anything by it.
 */
export const isSystemLine = ({ words, text }: Tokens): boolean =>
  words.length > 1 && words.length <= MAX_WORDS && words.some((word) => listsOf(word) & Listed.systemVerb) && LINE.test(text);

/** Names of up to three words, none of which a person would begin such a sentence with. */
const NAME =
  "(?!(?:i|we|you|u|he|she|it|they|who|just|have|has|my|your|our|the|a|all|every\\w+|some\\w+|no\\w+|any\\w+|yo|eu|je|ich|mi|ma|mon)\\b)@?\\S+(?: \\S+){0,2}?";
const TELLING = [
  "(?:has |have )?(?:just )?(?:re-?)?subscribed (?:with|at|for|to the|\\()",
  "(?:has |have )?(?:just )?(?:re-?)?subscribed[.!]?$",
  "(?:just )?gifted (?:a|\\d+) (?:tier|sub|membership)",
  "is (?:gifting|continuing the gift)",
  "(?:just )?raided (?:with|the (?:channel|live|stream))",
  "is raiding with",
  "(?:has )?(?:just )?joined(?: the (?:live|stream|chat|room))?[.!]?$",
  "(?:has )?(?:just )?(?:followed|liked|shared) the (?:host|live|creator|stream)[.!]?$",
  "sent (?:a |an )?[\\p{L} ]{2,30} ?[x×] ?\\d+$",
  "(?:siguió al anfitrión|compartió el live|se unió(?: al live)?|seguiu o anfitrião|compartilhou a live|entrou na live)[.!]?$",
  "(?:a suivi l['’]hôte|a partagé le live|a rejoint(?: le live)?|folgt dem host|hat das live geteilt|ist beigetreten)[.!]?$",
  "(?:mengikuti host|membagikan live|telah bergabung|ha seguito l['’]host|ha condiviso la live)[.!]?$",
];
const LINE = new RegExp(`^${NAME} (?:${TELLING.join("|")})`, "iu");
