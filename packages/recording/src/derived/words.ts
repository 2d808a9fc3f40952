import type { RecordedItem } from "../recorded-item.ts";
import { runsOf, termsOf } from "../search/terms.ts";
import { packWords } from "../search/word-index.ts";
import type { DerivedObject, IndexObserver, PassEnd } from "./derived.ts";

/** Different words that are indexed: a broadcast of hours has some ten thousand. Those that come later can not be searched. */
const MAX_TERMS = 200_000;

interface Message {
  readonly item: number;
  readonly id: string;
  readonly userId: string | undefined;
}

/** `words.gz`: which messages have a word; none that moderation removed, whenever that was. */
export class WordsObserver implements IndexObserver {
  readonly #postings = new Map<string, number[]>();
  readonly #messages: Message[] = [];

  see({ item, value }: RecordedItem): void {
    if (value.type !== "chat" && value.type !== "question") return;
    this.#messages.push({ item, id: value.id, userId: value.user?.id });
    for (const run of runsOf(value.text)) for (const term of termsOf(run)) this.#add(term, item);
  }

  async finish({ index }: PassEnd): Promise<DerivedObject> {
    const events = new Set(index.removed.flatMap(({ eventIds }) => eventIds));
    const users = new Map<string, number>();
    for (const { item, userIds } of index.removed) for (const id of userIds) users.set(id, item);
    const isRemoved = ({ item, id, userId = "" }: Message) => events.has(id) || item < (users.get(userId) ?? 0);
    const removed = new Set(this.#messages.filter(isRemoved).map(({ item }) => item));
    if (removed.size > 0) this.#remove(removed);
    return { name: "words.gz", bytes: await packWords(this.#postings) };
  }

  #add(term: string, item: number): void {
    const items = this.#postings.get(term);
    if (!items) {
      if (this.#postings.size < MAX_TERMS) this.#postings.set(term, [item]);
    } else if (items.at(-1) !== item) items.push(item);
  }

  #remove(removed: ReadonlySet<number>): void {
    for (const [term, items] of this.#postings) {
      const left = items.filter((item) => !removed.has(item));
      if (left.length > 0) this.#postings.set(term, left);
      else this.#postings.delete(term);
    }
  }
}
