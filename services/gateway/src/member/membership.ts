import { randomUUID } from "node:crypto";
import type { CloseName } from "@frontrow/protocol/close-code";
import type { Command } from "@frontrow/protocol/command";
import { decodeCursor } from "@frontrow/protocol/cursor";
import { startOf } from "@frontrow/protocol/entry";
import { type ErrorCode, FrontrowError } from "@frontrow/protocol/errors";
import { type DeskId, deskId as deskIdSchema } from "@frontrow/protocol/ids";
import { PROTOCOL_VERSION } from "@frontrow/protocol/version";
import type { Admission } from "../desk/admission.ts";
import type { DeskChanges } from "../desk/changes.ts";
import { type Credentials, digestOf, newCredentials } from "../desk/credentials.ts";
import type { DraftListener, DraftWait, DraftWatch } from "../desk/draft-watch.ts";
import { storeFull } from "../desk/guest-limits.ts";
import type { DeskRegistry } from "../desk/registry.ts";
import type { DeskReplays } from "../desk/replays.ts";
import type { GatewayMetrics } from "../metrics.ts";
import type { AbuseGuard } from "../socket/limits.ts";
import type { Output } from "../socket/output.ts";
import { CommandQueue } from "./command-queue.ts";
import { handleCommand } from "./commands.ts";
import { Member } from "./member.ts";
import type { ViewServices } from "./view.ts";

export interface MembershipServices {
  readonly admission: Admission;
  readonly changes: DeskChanges;
  readonly replays: DeskReplays;
  readonly drafts: DraftWatch;
  /** Whether there is no room for new guests. */
  isStoreFull(): boolean;
  readonly registry: DeskRegistry;
  readonly views: ViewServices;
  readonly metrics: Pick<GatewayMetrics, "resumes">;
  /** After this time a new socket waits for others to make the desk that it was given. */
  readonly openDelayMs: number;
  /** A socket at the address of a desk that has not resumed by then is closed. */
  readonly resumeTimeoutMs: number;
}

interface Client {
  readonly output: Output;
  readonly guard: Pick<AbuseGuard, "refuseResume">;
  /** The desk in the address, which the socket is to resume; without it the socket gets a new one. */
  readonly requestedDesk: DeskId | undefined;
  /** Who pays for what the socket asks for. */
  readonly payer: string;
}

/**
 * How a socket stands to desks. `greeted`: it was sent the id of a new desk, which is not made yet. `expected`: its address names a
 * desk, whose token it owes. `joined`: it is a member of a desk. `closed`: nothing is done any more.
 */
export type Phase = "greeted" | "expected" | "joined" | "closed";
type Action = "pong" | "resume" | "openAndChange" | "change" | "refuse" | "ignore";

/** What a command leads to. At the address of a desk, the first message is `resume`. */
export const actions: Readonly<Record<Phase, Readonly<Record<"test" | "resume" | "change", Action>>>> = {
  greeted: { test: "pong", resume: "resume", change: "openAndChange" },
  expected: { test: "pong", resume: "resume", change: "refuse" },
  joined: { test: "pong", resume: "resume", change: "change" },
  closed: { test: "ignore", resume: "ignore", change: "ignore" },
};

const MAX_WAITING_COMMANDS = 32;
/** Minimum interval between two resumes of one socket: each may cost a snapshot, and no client needs a second one. */
const RESUME_INTERVAL_MS = 2_000;
const RESUME_LIMIT = "This socket has resumed a moment ago. Resume again in two seconds.";

/**
 * Which desk a socket is a member of: greets it with a new desk or lets it resume one, and carries out its commands one
 * after the other.
 *
 * A new socket is given a desk at once. It is written at the socket's first command for it, or when somebody else comes to it: a
 * client that does nothing, or comes back to a desk of its own, leaves nothing behind.
 */
export class Membership implements DraftListener {
  readonly #output: Output;
  readonly #guard: Client["guard"];
  readonly #services: MembershipServices;
  readonly #requestedDesk: DeskId | undefined;
  /** Made with the first command: most sockets only listen, and their memory counts. */
  #commands: CommandQueue | undefined;
  readonly #payer: string;
  #draft: Credentials | undefined;
  #wait: DraftWait | undefined;
  #member: Member | undefined;
  /** Made with the first command that needs it. */
  #actor: string | undefined;
  #isKnownBefore = false;
  #resumedAtMs = Number.NEGATIVE_INFINITY;
  #timer: NodeJS.Timeout | undefined;

  constructor({ output, guard, requestedDesk, payer }: Client, services: MembershipServices) {
    this.#output = output;
    this.#guard = guard;
    this.#services = services;
    this.#requestedDesk = requestedDesk;
    this.#payer = payer;
  }

  begin(): void {
    if (!this.#requestedDesk) this.#greet();
    else this.#timer = setTimeout(() => this.#output.close("FORBIDDEN"), this.#services.resumeTimeoutMs);
  }

  /** Carries out a command after those before it; false when too many wait. */
  take(command: Command): boolean {
    return this.#enqueue(() => this.#carryOut(command).catch((error: unknown) => this.#refuse(error, command.commandId)));
  }

  /** Somebody else has made the desk that the socket was given. */
  onMade(): void {
    this.#enqueue(() => this.#joinDraft());
  }

  /** Leaves the desk: the socket is closed. */
  close(): void {
    clearTimeout(this.#timer);
    this.#wait?.end();
    this.#commands?.clear();
    this.#leave();
  }

  /** False when too many wait. */
  #enqueue(task: () => Promise<void>): boolean {
    this.#commands ??= new CommandQueue(MAX_WAITING_COMMANDS, (error) => this.#output.fail(error));
    return this.#commands.add(task);
  }

  get #phase(): Phase {
    if (this.#output.isClosed) return "closed";
    if (this.#member) return "joined";
    return this.#draft ? "greeted" : "expected";
  }

  /** Tells a refusal to the client. A guest for whom there is no room comes back later. */
  #refuse(error: unknown, commandId?: string): void {
    const isRefusal = error instanceof FrontrowError && (error.disposition === "reject" || error.retryAtMs !== undefined);
    if (!isRefusal) throw error;
    this.#output.refuse(error.code, commandId, error.message, error.retryAtMs);
    if (error.code === "STORE_FULL") this.#output.close("TRY_LATER");
  }

  #greet(): void {
    if (this.#services.isStoreFull()) {
      this.#refuse(storeFull());
      return;
    }
    this.#draft = newCredentials();
    const desk = { mode: "LIVE", language: "en", generation: 0 } as const;
    const { deskId: sessionId, token: resumeToken } = this.#draft;
    this.#output.message({
      type: "sessionCreated",
      data: { sessionId, resumeToken, protocol: PROTOCOL_VERSION, serverTimeMs: Date.now(), desk },
    });
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#wait = this.#services.drafts.untilMade(sessionId, this);
    }, this.#services.openDelayMs);
  }

  async #carryOut(command: Command): Promise<void> {
    const isOther = command.type !== "test" && command.type !== "resume";
    switch (actions[this.#phase][isOther ? "change" : command.type]) {
      case "pong":
        return this.#output.message({ type: "test", data: "pong" }, this.#member?.cursor);
      case "resume":
        return command.type === "resume" ? this.#resume(command) : undefined;
      case "openAndChange":
        await this.#openDraft();
        return this.#change(command);
      case "change":
        return this.#change(command);
      case "refuse":
        return this.#output.refuse("FORBIDDEN", command.commandId);
      case "ignore":
    }
  }

  async #change(command: Command): Promise<void> {
    if (command.type === "test" || command.type === "resume") return;
    const { changes, replays } = this.#services;
    if (this.#member)
      await handleCommand(command, {
        member: this.#member,
        output: this.#output,
        changes,
        replays,
        actor: this.#actorOf(),
        payer: this.#payer,
      });
    else if (!this.#output.isClosed) this.#output.refuse("FORBIDDEN", command.commandId);
  }

  /**
   * Whose ids the commands have: this socket's, as other members may count from 1 too. A client that comes back with a position
   * sends again what it sent on a socket that is gone: it may have chosen any id of the desk.
   */
  #actorOf(): string | undefined {
    if (this.#isKnownBefore) return undefined;
    this.#actor ??= randomUUID().slice(0, 8);
    return this.#actor;
  }

  async #resume({ sessionId, resumeToken, pos, commandId }: Extract<Command, { type: "resume" }>): Promise<void> {
    const { admission, metrics } = this.#services;
    const waitMs = this.#resumedAtMs + RESUME_INTERVAL_MS - performance.now();
    if (waitMs > 0) return this.#output.refuse("RATE_LIMITED", commandId, RESUME_LIMIT, Date.now() + Math.ceil(waitMs));
    // The client has asked in time; the time that follows is ours.
    if (this.#requestedDesk) clearTimeout(this.#timer);
    const parsed = deskIdSchema.safeParse(sessionId);
    const isExpected = parsed.success && (!this.#requestedDesk || this.#requestedDesk === parsed.data);
    const deskId = isExpected ? parsed.data : undefined;
    const found = deskId ? await admission.admit({ deskId, token: resumeToken }, this.#payer) : "absent";
    if (this.#output.isClosed) return;
    if (!deskId || found === "absent") return this.#refuseResume("DESK_NOT_FOUND", "DESK_GONE", commandId);
    if (found === "forbidden") return this.#refuseResume("FORBIDDEN", "FORBIDDEN", commandId);
    const member = await this.#join(deskId);
    if (member) this.#resumedAtMs = performance.now();
    this.#isKnownBefore = pos !== undefined;
    if (member) metrics.resumes.inc({ result: await member.resume(pos === undefined ? undefined : decodeCursor(pos)) });
    else if (!this.#output.isClosed) this.#refuseResume("DESK_NOT_FOUND", "DESK_GONE", commandId);
  }

  /** At the address of a desk there is nothing else to do; elsewhere the socket keeps the desk that it has. */
  #refuseResume(code: ErrorCode, name: CloseName, commandId: string | undefined): void {
    this.#services.metrics.resumes.inc({ result: "refused" });
    this.#output.refuse(code, commandId);
    if (this.#requestedDesk || this.#guard.refuseResume() === "abuse") this.#output.close(name);
  }

  /** Makes the desk that the socket was given, unless it has joined one. */
  async #openDraft(): Promise<void> {
    const draft = this.#draft;
    if (!draft || this.#output.isClosed) return;
    await this.#services.changes.open(draft.deskId, digestOf(draft.token), this.#payer);
    const member = await this.#join(draft.deskId);
    await member?.begin();
  }

  /** Joins the desk that was made elsewhere: the socket is sent all that happened there. */
  async #joinDraft(): Promise<void> {
    const draft = this.#draft;
    if (!draft || this.#output.isClosed) return;
    const member = await this.#join(draft.deskId);
    await member?.begin(startOf(draft.deskId));
  }

  /** Leaves the desk that the socket is a member of, if any, and joins another. */
  async #join(deskId: DeskId): Promise<Member | undefined> {
    const { registry, views } = this.#services;
    const desk = await registry.enter(deskId);
    if (!desk) return undefined;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#wait?.end();
    this.#wait = undefined;
    this.#draft = undefined;
    if (this.#output.isClosed) {
      registry.leave(deskId);
      return undefined;
    }
    this.#leave();
    this.#member = new Member(desk, this.#output, views);
    return this.#member;
  }

  #leave(): void {
    const member = this.#member;
    if (!member) return;
    this.#member = undefined;
    member.close();
    this.#services.registry.leave(member.desk.id);
  }
}
