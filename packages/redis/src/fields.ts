import type { keys } from "./keys.ts";

/**
 * The fields of every hash, and of an entry of the log's stream: what is in each, by who writes it. `docs/keys.md` prints
 * them, and a test compares them with what the stores really leave in Redis: a field that is written and not named here
 * fails it, as does one that is named and never written. `<…>` stands for any text, `<metric>` and `<document>` for the names
 * in `@frontrow/protocol`.
 */
export const fields = {
  log: {
    p: "id of the entry before, 0-0 for the first",
    s: "the writer's stamp: role:fence:sequence, of a desk gateway:nonce:count",
    e: "epoch",
    k: "kind: events, tick, control, insights or desk",
    d: "the items, a JSON array",
  },
  head: {
    epoch: "grows with each seek; 1 in a log that is only appended to",
    last: "id of the last entry, 0-0 before the first",
    stamp: "stamp of the last entry",
    trimmed: "id of the last entry that was trimmed, 0-0 while none was",
  },
  session: {
    kind: "LIVE or REPLAY",
    creatorId: "whose broadcast it is",
    roomId: "TikTok's id of the broadcast",
    sinceMs: "when it was first opened, by Redis' clock",
    state: "open, ended (the broadcast is over) or unwatched (nobody watched any more)",
    endedAtMs: "when it was closed; absent while it is open",
    deskId: "of a replay: the desk that it belongs to",
    recordingId: "of a replay: what it plays",
    keptSeconds: "how long it is kept after it was closed and, where it is recorded, archived; absent while it is open",
  },
  owner: {
    writer: 'the claim that may write, nonce:fence; "" when nobody owns it',
    worker: "the worker that claimed it",
    fence: "the largest fence that the record ever had; absent until a claim of its own",
    sequence: "entries that the writer has appended",
    reply: "id of the last of them, for a call that is sent again",
    notBefore: "end of the back-off that the last owner asked for, epoch ms; absent without one",
  },
  metrics: {
    position: "epoch, id and stamp of the last entry folded in, JSON; of a replay the last entry of its log",
    replay:
      "of a replay: event time and item, epoch, speed, state, loop, rows left out, the last command of the desk obeyed, JSON",
    documentsAt: "of each document that is written on demand: event time and id of the last entry folded into it, JSON",
    "<metric>": "a metric, absolute",
    "<document>": "what is no number, JSON",
  },
  keyframe: {
    head: "position, fold version and the fields of the slices, JSON",
    "<writer>/<position>/<number>": "a slice of the fold's state, binary",
  },
  recording: {
    state: "growing, complete, deleted (it is not recorded again), or empty: not recorded",
    broadcast: "whose broadcast it is, JSON",
    archived:
      "what the storage has: position of the last entry, items up to it, event time, JSON; absent before the first segment",
  },
  holders: {
    "": "empty: keeps the key there, as a slot in migration answers TRYAGAIN to scripts with absent keys",
    "<deskId>": "end of the desk's lease, epoch ms",
  },
  viewerNotes: {
    "": "empty: keeps the key there, as a slot in migration answers TRYAGAIN to scripts with absent keys",
    "<userId>": "note and tags, JSON",
  },
  keptAnswers: {
    "": "empty: keeps the key there, as a slot in migration answers TRYAGAIN to scripts with absent keys",
    "<recordingId>": 'question → "answered:<ms>" or "ignored:<ms>", JSON',
  },
  derivedReport: {
    atMs: "when it was made, epoch ms",
    freshUntilMs: "when it is to be made again, if somebody asks then, epoch ms",
    report: "what the report says, gzip of JSON",
    card: "what is compared, and lengths of the parts of the viewers, JSON",
    viewers: "who did something, gzip members",
    failed: "code of the error, where it could not be made; absent else",
  },
  regulars: {
    "<creator>": "their id or handle → which recordings were read, and what came of it, gzip of JSON",
  },
  creator: {
    status: "the creator's status, JSON",
    version: "grows with each change of it",
  },
  watchers: {
    "<deskId>": "generation of the desk's watch",
  },
  desk: {
    token: "SHA-256 of the desk's token, hex; absent once the desk is closed",
    mode: "LIVE or REPLAY",
    modeChanges: "grows with each change of its mode; absent before the first",
    replay: "in REPLAY: the replay session, the recording, since when, and whether it stepped back in a broadcast, JSON",
    records: "0 when what it watches is not recorded for it, else 1 or absent",
    language: "language of prompts and moments",
    generation: "grows with each change of whom the desk watches",
    creatorId: "whom it watches; absent while it watches nobody",
    handle: "their handle",
    joins: "how often a gateway joined with sockets",
    facts: "entries of its log so far",
    openedMs: "when it was opened, by Redis' clock",
    recent: "the last 32 commands with their answers, JSON: [id, outcome, generation, actor, digest of what was asked for]",
    usesModel: "1 when a language model may word its prompts, else 0 or absent",
    coachLimit: "which budget of the language model was spent when the desk last asked, and until when: reason:epoch ms",
    rested: "handle of whom it watched when it was reaped",
    "todo:<creatorId>": "what its change demands in the creator's slot, until it is done: attach:generation or detach:generation",
  },
  answers: {
    "": "empty: keeps the key there, as a slot in migration answers TRYAGAIN to scripts with absent keys",
    "<questionId>": "answered:ms:session or ignored:ms:session, of the last 500 questions",
  },
  rules: {
    "": "empty: keeps the key there, as a slot in migration answers TRYAGAIN to scripts with absent keys",
    "<ruleId>": "epoch ms when it was made, and the rule: ms:JSON",
  },
  backTest: {
    backTestId: "the trial; one that began later takes its place",
    answer: "what is told of it, JSON",
  },
  presence: {
    "<gatewayId>": "the gateway's sockets on this desk",
  },
  recordings: {
    "": "until when the recordings need the desk: epoch ms, pinned, or empty for not at all; keeps the key there",
    "<recordingId>": "broadcast, when the session was opened, end of the lease, JSON",
  },
  exports: {
    "<exportId>": "what is asked for, how far it is, who makes it, and the sizes of the file's parts, JSON",
  },
  library: {
    "": "empty: keeps the key there, as a slot in migration answers TRYAGAIN to scripts with absent keys",
    "<recordingId>:name": "the desk's own name for it",
    "<recordingId>:pinned": "1: it is kept until this is removed",
    "<recordingId>:zero": "where the creator's own video begins, epoch ms",
    "<recordingId>:bookmark:<bookmarkId>": "event time and text, JSON",
    "<recordingId>:deleted":
      "when the desk deleted it, epoch ms; stays for two days after it is gone, so that it is not held again",
  },
  worker: {
    role: "ingest, analytics, replay or gateway",
    beat: "changes with each heartbeat",
    owned: "what it owns; not of a gateway",
    capacity: "what it may own; not of a gateway",
    draining: "1 when it hands over and takes nothing new; not of a gateway",
  },
  sign: {
    minute: "start of the window that is counted, epoch ms",
    minuteCalls: "calls in it",
    hour: "likewise of the hour",
    hourCalls: "calls in it",
    day: "likewise of the day",
    dayCalls: "calls in it",
    pausedUntil: "end of the pause that the service asked for, epoch ms",
    openUntil: "end of the breaker's opening, epoch ms; absent while it is closed",
    openings: "openings in a row",
    probingUntil: "when the probe under way is given up, epoch ms",
    failing: "creators that failed since the last success, a line each",
    failure: "how they failed",
    minuteMax: "calls that the service allows the account in a minute; absent where it did not say",
    minuteLeft: "calls left in the service's minute; absent where it did not say",
    minuteUntil: "end of the service's minute, epoch ms",
    hourMax: "likewise of the hour",
    hourLeft: "likewise",
    hourUntil: "likewise",
    dayMax: "likewise of the day",
    dayLeft: "likewise",
    dayUntil: "likewise",
    limitsUntil: "until when these limits are believed, epoch ms",
    left: "calls left by the last answers of the service, in a window that they do not name",
    leftUntil: "end of that window, epoch ms",
  },
  coachBudget: {
    hour: "hour of UTC that is counted, hours since 1970",
    day: "day of UTC that is counted, days since 1970",
    dayCalls: "calls of all desks in it",
    guestCalls: "those of guests among them",
    "desk:<deskId>": "calls of the desk in the hour",
    "call:<call>": "1: a call that was granted in the hour",
  },
} as const satisfies { readonly [K in keyof typeof keys]?: Readonly<Record<string, string>> };

/** The fields of a hash, where none of them is a pattern. */
export type FieldOf<K extends keyof typeof fields> = keyof (typeof fields)[K];
