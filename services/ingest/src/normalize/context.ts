import type { Annotation, Person } from "@frontrow/protocol/event";
import { GiftMemory } from "./gift-memory.ts";
import { Host } from "./host.ts";

/** Says what a text means; see `annotate` in `@frontrow/text`. `hint`: its language as TikTok believes it. */
export type Annotate = (text: string, hint: string) => Annotation;

/** What is known of a broadcast from other places than the message at hand. `host` and `gifts` learn from messages. */
export interface NormalizeContext {
  readonly annotate: Annotate;
  readonly host: Host;
  readonly gifts: GiftMemory;
}

/** The context that a broadcast begins with. */
export const createContext = (annotate: Annotate, host: Partial<Person> = {}): NormalizeContext => ({
  annotate,
  host: new Host(host),
  gifts: new GiftMemory(),
});
