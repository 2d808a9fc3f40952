import type { RecordedItem } from "../recorded-item.ts";
import type { Recording } from "../recording.ts";
import { matches, type Run } from "./terms.ts";
import { findItems } from "./word-index.ts";

export interface FoundMessage {
  readonly atMs: number;
  readonly text: string;
  readonly by?: string;
}

export interface FoundMessages {
  readonly count: number;
  readonly first: readonly FoundMessage[];
}

/** Pages of a recording that are read for one search. */
const MAX_PAGES = 32;

/**
 * The messages of a complete recording that have all that a query asks for: how many, and the first of them. `words` is its word index.
 * `open` is asked where there are some: where it
 * gives nothing they are counted. What is told was read; of scripts without blanks the count of the rest is what the index knows, which may be a little more.
 */
export async function searchMessages(
  words: Uint8Array,
  query: readonly Run[],
  most: number,
  open: () => Promise<Pick<Recording, "read"> | undefined>,
): Promise<FoundMessages> {
  const items = await findItems(words, query);
  const first: FoundMessage[] = [];
  if (items.length === 0) return { count: 0, first };
  const recording = await open();
  if (!recording) return { count: items.length, first };
  let page: readonly RecordedItem[] = [];
  let pages = 0;
  let others = 0;
  for (const item of items) {
    if (first.length === most) break;
    if (item >= (page.at(-1)?.next ?? 0)) {
      if (++pages > MAX_PAGES) break;
      page = await pageAt(recording, item);
    }
    const message = messageOf(
      page.find((one) => one.item === item),
      query,
    );
    if (message) first.push(message);
    else others++;
  }
  return { count: items.length - others, first };
}

async function pageAt(recording: Pick<Recording, "read">, item: number): Promise<readonly RecordedItem[]> {
  for await (const page of recording.read(item)) return page;
  return [];
}

function messageOf(item: RecordedItem | undefined, query: readonly Run[]): FoundMessage | undefined {
  const value = item?.value;
  if (value?.type !== "chat" && value?.type !== "question") return undefined;
  if (!matches(value.text, query)) return undefined;
  const by = value.user?.nickname || value.user?.handle;
  return { atMs: value.atMs, text: value.text, ...(by && { by }) };
}
