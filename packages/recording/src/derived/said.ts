import type { ReportFacts } from "@frontrow/protocol/library/report";

const SHOWN = 40;
/** Different terms that are counted at a time; when there are twice as many, those that were said least are forgotten. */
const MAX_TERMS = 20_000;

interface Term {
  chats: number;
  /** Sum of their sentiments, in thousandths: whole numbers, exact in any order. */
  mood: number;
}

/** How often words were said, and in which mood. What is rare among very many words may be counted too low; what is shown is not. */
export class Said {
  readonly #terms = new Map<string, Term>();

  add(texts: readonly string[], sentiment: number): void {
    const mood = Math.round(sentiment * 1_000);
    for (const text of texts) {
      const term = this.#terms.get(text);
      if (!term) this.#terms.set(text, { chats: 1, mood });
      else {
        term.chats += 1;
        term.mood += mood;
      }
    }
    if (this.#terms.size > 2 * MAX_TERMS) this.#forgetRarest();
  }

  /** Takes back what was added before. */
  remove(texts: readonly string[], sentiment: number): void {
    for (const text of texts) {
      const term = this.#terms.get(text);
      if (!term) continue;
      term.chats -= 1;
      term.mood -= Math.round(sentiment * 1_000);
      if (term.chats <= 0) this.#terms.delete(text);
    }
  }

  /** Most often said first; of equals in the order of their letters. */
  top(): ReportFacts["words"] {
    return this.#sorted()
      .slice(0, SHOWN)
      .map(([text, { chats, mood }]) => ({ text, chats, sentiment: Math.round(mood / chats) / 1_000 || 0 }));
  }

  #forgetRarest(): void {
    for (const [text] of this.#sorted().slice(MAX_TERMS)) this.#terms.delete(text);
  }

  #sorted(): [string, Term][] {
    return [...this.#terms].sort(([a, one], [b, other]) => other.chats - one.chats || (a < b ? -1 : 1));
  }
}
