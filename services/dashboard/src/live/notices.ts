import type { GiftRow } from "./gift-feed.ts";
import type { Happened } from "./happened.ts";

/** Diamonds from which on a gift is worth a word while it happens. */
export const BIG_GIFT_DIAMONDS = 500;
/** More than three at once is a list that nobody reads. */
export const NOTICE_LIMIT = 3;

/** What happened, as data; its words are the view's. */
export type Happening =
  /** `isAside`: a replay is on the screen, and stays there. */
  | { readonly kind: "wentLive" | "ended"; readonly username: string; readonly isAside?: true }
  | { readonly kind: "sourceLost"; readonly username: string }
  | { readonly kind: "sourceBack"; readonly username: string }
  | { readonly kind: "linkLost" }
  | { readonly kind: "linkBack" }
  /** Something happened in the broadcast that is watched, while a replay is on the screen. */
  | { readonly kind: "meanwhile"; readonly username: string; readonly moment: Happened }
  | { readonly kind: "bigGifts"; readonly gifts: readonly GiftRow[] }
  /** Oldest first. */
  | { readonly kind: "moments"; readonly moments: readonly Happened[] }
  /** Alert rules of the desk rang; oldest first. */
  | { readonly kind: "rang"; readonly rings: readonly Rung[] };

/** A rule that rang: its name, and what it saw. */
export interface Rung {
  readonly ruleId: string;
  readonly atMs: number;
  readonly name: string;
  readonly text: string;
}

export interface Notice {
  /** Changes when the notice says something new, so that it is shown and read out for its full time again. */
  readonly id: string;
  readonly happening: Happening;
  readonly atMs: number;
}

/** Notices of one group replace each other: losing and regaining a connection are one story, told by its last word. */
const groupOf = (happening: Happening): string => {
  switch (happening.kind) {
    case "linkLost":
    case "linkBack":
      return "link";
    case "bigGifts":
      return "gifts";
    case "moments":
      return "moments";
    case "meanwhile":
      return "meanwhile";
    case "rang":
      return "rules";
    default:
      return "source";
  }
};

/** The notices with one more, its group's earlier one merged into it, the oldest dropped above the limit. */
export function addNotice(notices: readonly Notice[], happening: Happening, atMs: number): readonly Notice[] {
  const group = groupOf(happening);
  const earlier = notices.find((notice) => groupOf(notice.happening) === group);
  const merged = earlier ? merge(earlier.happening, happening) : happening;
  const notice: Notice = { id: `${group}-${atMs}-${sizeOf(merged)}`, happening: merged, atMs };
  return [...notices.filter((other) => other !== earlier), notice].slice(-NOTICE_LIMIT);
}

export const removeNotice = (notices: readonly Notice[], id: string): readonly Notice[] =>
  notices.some((notice) => notice.id === id) ? notices.filter((notice) => notice.id !== id) : notices;

/** Without what was said of the broadcast on the screen, which is another one now; what the connections do holds. */
export const withoutMoments = (notices: readonly Notice[]): readonly Notice[] =>
  notices.filter(({ happening: { kind } }) => kind !== "bigGifts" && kind !== "moments" && kind !== "rang");

function merge(earlier: Happening, later: Happening): Happening {
  if (earlier.kind === "moments" && later.kind === "moments") {
    const updated = new Set(later.moments.map(({ id }) => id));
    return { kind: "moments", moments: [...earlier.moments.filter(({ id }) => !updated.has(id)), ...later.moments] };
  }
  if (earlier.kind === "rang" && later.kind === "rang") return { kind: "rang", rings: [...earlier.rings, ...later.rings] };
  if (earlier.kind !== "bigGifts" || later.kind !== "bigGifts") return later;
  const updated = new Set(later.gifts.map((gift) => gift.id));
  return { kind: "bigGifts", gifts: [...earlier.gifts.filter((gift) => !updated.has(gift.id)), ...later.gifts] };
}

function sizeOf(happening: Happening): string {
  switch (happening.kind) {
    case "bigGifts":
      return happening.gifts.map((gift) => gift.diamonds).join("-");
    case "moments":
      return happening.moments.map(({ id }) => id).join("-");
    case "rang":
      return String(happening.rings.length);
    case "meanwhile":
      return happening.moment.id;
    default:
      return happening.kind;
  }
}
