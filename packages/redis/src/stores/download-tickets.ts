import { randomBytes } from "node:crypto";
import { type DeskId, idLettersOf } from "@frontrow/protocol/ids";
import type { RedisClient } from "../client/client.ts";
import { retryUntilAnswered } from "../client/retry.ts";
import { keys } from "../keys.ts";

/** What a ticket is worth: one file, and nothing else of the desk. */
export interface DownloadOf {
  readonly deskId: DeskId;
  readonly exportId: string;
}

/** Tickets to download a file without the desk's token, which must not be in an address. */
export interface DownloadTickets {
  /** A ticket that nobody can guess. */
  issue(download: DownloadOf): Promise<{ readonly ticket: string; readonly untilMs: number }>;
  /** Undefined for what is none, or none any more. It can be shown again until it is over: a browser that resumes does. */
  show(ticket: string): Promise<DownloadOf | undefined>;
}

/** Long enough to follow a link; an address that was copied is worth nothing soon. */
const KEPT_MS = 60_000;
const LETTERS = 32;
const TICKET = /^[a-z2-7]{32}$/;

export function createDownloadTickets(client: RedisClient): DownloadTickets {
  return {
    async issue({ deskId, exportId }) {
      const ticket = idLettersOf(randomBytes(LETTERS));
      const untilMs = Date.now() + KEPT_MS;
      const value = JSON.stringify({ deskId, exportId });
      await retryUntilAnswered(client, () => client.set(keys.ticket(ticket), value, "PX", KEPT_MS));
      return { ticket, untilMs };
    },
    async show(ticket) {
      if (!TICKET.test(ticket)) return undefined;
      const json = await retryUntilAnswered(client, () => client.get(keys.ticket(ticket)));
      return json === null ? undefined : (JSON.parse(json) as DownloadOf);
    },
  };
}
