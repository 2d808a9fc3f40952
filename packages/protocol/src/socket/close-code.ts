/** Every code a socket is closed with; `reconnect` says whether the SDK comes back by itself, and how soon. */
export const closeCodes = {
  /** The user closed it. */
  NORMAL: { code: 1000, reconnect: "no" },
  /** This gateway drains: come back at once, to another. */
  GOING_AWAY: { code: 1001, reconnect: "now" },
  /** The gateway failed on this socket. */
  INTERNAL: { code: 1011, reconnect: "later" },
  /** Too many sockets here, or too much of unfinished messages. */
  TRY_LATER: { code: 1013, reconnect: "later" },
  /** Did not read as fast as the broadcast went, even folded: resume to get what was missed. */
  SLOW_CONSUMER: { code: 4008, reconnect: "now" },
  /** Did not answer pings, or did not finish a message. */
  UNRESPONSIVE: { code: 4009, reconnect: "now" },
  /** Floods or garbage. */
  ABUSE: { code: 4029, reconnect: "no" },
  /** Wrong token, or an origin that is not allowed. */
  FORBIDDEN: { code: 4003, reconnect: "no" },
  /** The desk in the address does not exist any more: open a new one. */
  DESK_GONE: { code: 4004, reconnect: "no" },
} as const satisfies Record<string, { code: number; reconnect: "no" | "now" | "later" }>;

export type CloseName = keyof typeof closeCodes;

/** Whether a code is one of ours. */
export const isCloseCode = (code: number): boolean => Object.values(closeCodes).some((known) => known.code === code);

/** What to do after a close; unknown codes (a cut is 1006) mean come back with back-off. */
export function reconnectAfter(code: number): "no" | "now" | "later" {
  return Object.values(closeCodes).find((known) => known.code === code)?.reconnect ?? "later";
}
