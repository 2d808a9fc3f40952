import type { User } from "@frontrow/protocol/event";
import type { Cell } from "./csv.ts";

/** When something was: as people and programs write it, and on the clock of the creator's video. */
export const timeColumns = ["time", "seconds"] as const;
export const timeCells = (atMs: number, zeroMs: number): Cell[] => [new Date(atMs).toISOString(), (atMs - zeroMs) / 1_000];

export const userColumns = ["user_id", "handle", "nickname"] as const;
export const userCells = (user: Pick<User, "id" | "handle" | "nickname"> | undefined): Cell[] => [
  user?.id,
  user?.handle,
  user?.nickname,
];
