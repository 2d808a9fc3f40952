/** Chooses among ways to say the same. */
export interface Phrasing {
  /**
   * Which of `ways` says the thing with this id: it follows from the id, unless the one before of the same `kind` was said in
   * that very way; then it is the next. Asked again for an id, it answers the same, as long as it remembers it.
   */
  choose(kind: string, id: string, ways: number): number;
}

/** A desk shows twenty prompts. */
const REMEMBERED = 200;

export function createPhrasing(): Phrasing {
  const chosen = new Map<string, number>();
  const last = new Map<string, number>();
  return {
    choose(kind, id, ways) {
      const known = chosen.get(id);
      if (known !== undefined) return known;
      const first = hashOf(id) % ways;
      const way = last.get(kind) === first ? (first + 1) % ways : first;
      last.set(kind, way);
      chosen.set(id, way);
      const [oldest] = chosen.keys();
      if (chosen.size > REMEMBERED && oldest !== undefined) chosen.delete(oldest);
      return way;
    },
  };
}

/** FNV-1a, mixed once more, as ids differ in their last digits only. */
function hashOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at++) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}
