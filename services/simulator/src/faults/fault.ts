import { z } from "zod";

const status = (fallback: number) => z.int().min(200).max(599).default(fallback);
const delayMs = z.int().min(0).max(600_000);

/** What can go wrong, as TikTok and the sign service are known to do it. Each kind is one place in the code. */
export const faultSchema = z.discriminatedUnion("kind", [
  // Pages and unsigned routes
  z.strictObject({ kind: z.literal("captcha") }),
  z.strictObject({ kind: z.literal("page-status"), status: status(503) }),
  z.strictObject({ kind: z.literal("api-status"), status: status(503) }),
  z.strictObject({ kind: z.literal("room-info-status"), status: status(503) }),
  /** The routes disagree with the truth, and with each other: 2 live, 3 paused, 4 offline. */
  z.strictObject({ kind: z.literal("false-page-status"), liveStatus: z.int().min(0).max(4) }),
  z.strictObject({ kind: z.literal("false-api-status"), liveStatus: z.int().min(0).max(4) }),
  /** The room's own status; without this fault it is as false as the API's. */
  z.strictObject({ kind: z.literal("false-room-status"), liveStatus: z.int().min(0).max(4) }),
  /** The API says that there is nobody of this name, as it does to those whom it does not let in. */
  z.strictObject({ kind: z.literal("api-not-found") }),
  /** The room is there, but only for some: grown-ups, people with an account. */
  z.strictObject({ kind: z.literal("room-info-restricted"), statusCode: z.int().default(4_003_110) }),
  /** Ids are JSON numbers, longer than JavaScript's. */
  z.strictObject({ kind: z.literal("number-ids") }),
  /** Page and API do not say who streams: only the room does. */
  z.strictObject({ kind: z.literal("no-user-id") }),
  z.strictObject({ kind: z.literal("slow-gift-list"), delayMs: delayMs.default(5000) }),

  // Sign service
  z.strictObject({
    kind: z.literal("sign-429"),
    retryAfterSeconds: z.int().min(0).max(86_400).optional(),
    resetInSeconds: z.int().min(0).max(86_400).optional(),
    body: z.enum(["json", "text", "empty"]).default("json"),
  }),
  z.strictObject({ kind: z.literal("sign-status"), status: status(500), message: z.string().default("the sign service failed") }),
  /** What the account's limits are said to be in the headers of an answer, or where they are asked for: any text. */
  z.strictObject({
    kind: z.literal("sign-headers"),
    limit: z.string().optional(),
    remaining: z.string().optional(),
    reset: z.string().optional(),
  }),
  z.strictObject({ kind: z.literal("account-limits"), status: status(200), body: z.string().default("") }),
  z.strictObject({ kind: z.literal("sign-stall"), delayMs: delayMs.optional() }),
  z.strictObject({ kind: z.literal("sign-drop") }),
  z.strictObject({ kind: z.literal("sign-garbage") }),
  z.strictObject({ kind: z.literal("sign-no-cookie") }),
  z.strictObject({ kind: z.literal("sign-empty-cursor") }),
  z.strictObject({ kind: z.literal("sign-end-in-batch") }),

  // WebSocket handshake
  z.strictObject({ kind: z.literal("upgrade-status"), status: status(403), keepOpen: z.boolean().default(false) }),
  z.strictObject({ kind: z.literal("upgrade-stall") }),
  z.strictObject({ kind: z.literal("no-enter-room") }),
  /** A frame in the same segment as the 101 reply: it arrives before the client says that it is connected. */
  z.strictObject({ kind: z.literal("early-frame") }),

  // The stream
  z.strictObject({ kind: z.literal("drop") }),
  z.strictObject({ kind: z.literal("silence") }),
  z.strictObject({ kind: z.literal("duplicate-frame") }),
  z.strictObject({ kind: z.literal("swap-frames") }),
  z.strictObject({ kind: z.literal("corrupt-frame") }),
  z.strictObject({ kind: z.literal("corrupt-payload") }),
  z.strictObject({ kind: z.literal("unknown-method") }),
  z.strictObject({ kind: z.literal("gzip-bomb"), inflatedBytes: z.int().min(1_000_000).max(1_000_000_000).default(100_000_000) }),
  z.strictObject({ kind: z.literal("burst"), messages: z.int().min(1).max(100_000).default(1000) }),
  z.strictObject({ kind: z.literal("messages-after-end") }),
  z.strictObject({ kind: z.literal("missing-gift-end") }),
  z.strictObject({ kind: z.literal("create-time-zero") }),
  z.strictObject({ kind: z.literal("clock-skew"), offsetMs: z.int() }),
  z.strictObject({ kind: z.literal("msg-id-zero") }),
]);

export type Fault = z.infer<typeof faultSchema>;
export type FaultInput = z.input<typeof faultSchema>;
export type FaultKind = Fault["kind"];
export type FaultOf<K extends FaultKind> = Extract<Fault, { kind: K }>;

/** How often and for whom a fault happens. */
export const faultScopeSchema = z.strictObject({
  /** Only for this creator; for all when absent. */
  creator: z.string().min(1).optional(),
  /** Occurrences before the fault ends by itself; until cleared when absent. */
  times: z.int().min(1).optional(),
  /** Occasions that pass unharmed first. */
  skip: z.int().min(0).default(0),
});
export type FaultScope = z.input<typeof faultScopeSchema>;
