import { addToWindow, createWindow, sumOf, type Window } from "./window.ts";

const MINUTE_MS = 60_000;
const BUCKET_MS = 1_000;
const lanes = { chats: 0, likes: 1, gifts: 2, diamonds: 3, shares: 4, follows: 5, joins: 6, subscribes: 7 } as const;
export type Rate = keyof typeof lanes;

/** What happened in the last 60 seconds of event time, exact to a second. In a session's first minute: so far. */
export const createRates = (): Window => createWindow(Object.keys(lanes).length, MINUTE_MS / BUCKET_MS, BUCKET_MS);

export const countRate = (rates: Window, rate: Rate, atMs: number, amount: number): void =>
  addToWindow(rates, lanes[rate], atMs, amount);

export const perMinute = (rates: Window, rate: Rate): number => sumOf(rates, lanes[rate]);
