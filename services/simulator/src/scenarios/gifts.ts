import type { Gift } from "../wire/message.ts";

/** A gift and how often it is sent, compared with the others. */
export interface CatalogueGift extends Gift {
  readonly weight: number;
}

const gift = (id: number, name: string, diamonds: number, weight: number, streakable = diamonds < 100): CatalogueGift => ({
  id,
  name,
  diamonds,
  streakable,
  weight,
});

/** What viewers can send. Most send the cheapest; a lion is an event. */
export const giftCatalogue: readonly CatalogueGift[] = [
  gift(5655, "Rose", 1, 480),
  gift(6064, "GG", 1, 90),
  gift(5269, "TikTok", 1, 120),
  gift(5333, "Coffee", 1, 70),
  gift(7934, "Heart Me", 1, 150),
  gift(5487, "Finger Heart", 5, 160),
  gift(5585, "Perfume", 20, 34),
  gift(5879, "Doughnut", 30, 44),
  gift(5658, "Paper Crane", 99, 12),
  gift(5509, "Cap", 99, 10),
  gift(6267, "Corgi", 299, 3),
  gift(5586, "Hearts", 199, 5),
  gift(6820, "Sunglasses", 199, 4),
  gift(5897, "Swan", 699, 0.9),
  gift(5765, "Motorcycle", 2_988, 0.2),
  gift(5767, "Private Jet", 4_888, 0.1),
  gift(6834, "Sports Car", 7_000, 0.06),
  gift(6646, "Interstellar", 10_000, 0.03),
  gift(6369, "Lion", 29_999, 0.012),
  gift(7125, "Universe", 34_999, 0.006),
];
