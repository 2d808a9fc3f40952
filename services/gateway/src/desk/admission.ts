import type { DeskRecord, DeskStore } from "@frontrow/redis/desks";
import type { DeskChanges } from "./changes.ts";
import { type Credentials, digestOf, isToken, mayMakeDesk } from "./credentials.ts";

/** Lets whoever has a desk's credentials in, over a socket or over HTTP. */
export interface Admission {
  /**
   * The desk. Credentials that were handed out and not used yet make theirs, which `payer` pays for: throws a limit's refusal.
   * "absent": there is no such desk. "forbidden": the token is another's.
   */
  admit(credentials: Credentials, payer: string): Promise<DeskRecord | "absent" | "forbidden">;
}

export function createAdmission(desks: Pick<DeskStore, "read">, changes: Pick<DeskChanges, "open">): Admission {
  return {
    async admit(credentials, payer) {
      const { deskId, token } = credentials;
      const held = await desks.read(deskId);
      if (held) return isToken(token, held.tokenDigest) ? held : "forbidden";
      if (!mayMakeDesk(credentials)) return "absent";
      const outcome = await changes.open(deskId, digestOf(token), payer);
      return outcome === "opened" ? ((await desks.read(deskId)) ?? "absent") : "absent";
    },
  };
}
