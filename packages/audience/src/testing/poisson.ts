import { userNamed } from "@frontrow/testkit/users";
import type { FoldItem } from "../fold.ts";
import { chat, gift, like, roomUser, social } from "./events.ts";

/** A room in which everything happens at a constant rate, a minute, and at moments that are chance: a Poisson process each. */
export interface PoissonRoom {
  readonly viewers: number;
  readonly chats?: number;
  /** In bursts of ten, as TikTok tells them. */
  readonly likes?: number;
  /** Shares and follows. */
  readonly approvals?: number;
  /** Of five diamonds. */
  readonly gifts?: number;
}

/** What happens in such a room between two moments, in order; viewers are told every five seconds. */
export function poisson(fromMs: number, toMs: number, room: PoissonRoom, random: () => number): FoldItem[] {
  const { viewers, chats = 0, likes = 0, approvals = 0, gifts = 0 } = room;
  const somebody = () => userNamed(`u${Math.floor(random() * viewers)}`);
  const happen = (aMinute: number, make: (afterMs: number) => FoldItem): FoldItem[] => {
    const items: FoldItem[] = [];
    for (let at = fromMs; aMinute > 0; ) {
      at += (-Math.log(1 - random()) * 60_000) / aMinute;
      if (at >= toMs) break;
      items.push(make(Math.floor(at)));
    }
    return items;
  };
  const told = Array.from({ length: Math.ceil((toMs - fromMs) / 5_000) }, (_, n) => roomUser(fromMs + n * 5_000 + 10, viewers));
  return [
    ...happen(chats, (at) => chat(at, { user: somebody() })),
    ...happen(likes / 10, (at) => like(at, 10, 0, { user: somebody() })),
    // Nobody follows twice.
    ...happen(approvals, (at) =>
      random() < 0.5 ? social("share", at, somebody().id) : social("follow", at, `${somebody().id}_${at}`),
    ),
    ...happen(gifts, (at) => gift(at, { user: somebody(), diamondsEach: 5 })),
    ...told,
  ].sort((a, b) => a.atMs - b.atMs);
}
