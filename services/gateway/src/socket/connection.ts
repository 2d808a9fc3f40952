import type { Socket } from "node:net";
import { type CloseName, closeCodes, isCloseCode } from "@frontrow/protocol/close-code";
import { decodeCursor } from "@frontrow/protocol/codec";
import type { Command } from "@frontrow/protocol/command";
import { type ErrorCode, errorCatalogue, FrontrowError } from "@frontrow/protocol/errors";
import type { ServerMessage } from "@frontrow/protocol/frame";
import { type DeskId, deskId as deskIdSchema } from "@frontrow/protocol/ids";
import { PROTOCOL_VERSION } from "@frontrow/protocol/version";
import type { DeskStore } from "@frontrow/redis/desks";
import type { Logger } from "@frontrow/runtime/logger";
import type { RawData, WebSocket } from "ws";
import type { GatewayConfig } from "../config.ts";
import type { DeskChanges } from "../desk/changes.ts";
import { digestOf, isToken, newDeskId, newToken } from "../desk/credentials.ts";
import type { DeskRegistry } from "../desk/registry.ts";
import { type Answer, obey } from "../member/commands.ts";
import { Member, type MemberOwner } from "../member/member.ts";
import type { ViewServices } from "../member/view.ts";
import type { GatewayMetrics } from "../metrics.ts";
import { Patience, type PatienceLimits } from "./abuse-guard.ts";
import { SerialTasks } from "./command-queue.ts";
import { type Dialect, Output, type OutputOwner, type OutputServices } from "./output.ts";
import { parseCommand } from "./parse-command.ts";

/** What all sockets of a process share. */
export interface ConnectionServices {
  readonly config: GatewayConfig;
  readonly desks: DeskStore;
  readonly changes: DeskChanges;
  readonly registry: DeskRegistry;
  readonly views: ViewServices;
  readonly output: OutputServices;
  readonly limits: PatienceLimits;
  readonly metrics: GatewayMetrics;
  readonly logger: Logger;
}

interface Accepted {
  readonly webSocket: WebSocket;
  readonly socket: Socket;
  readonly dialect: Dialect;
  /** The desk in the address, which the socket is to resume; without it the socket gets a new one. */
  readonly asked: DeskId | undefined;
}

const TASKS_WAITING = 32;
/** A slow consumer cannot read that it is closed: its socket is cut after this. */
const CUT_AFTER_MS = 3_000;

/**
 * One socket: greets it, reads its commands one after the other, and closes it with a code that says what to do next.
 *
 * A new socket has a desk at once; the desk is made in Redis a moment later or at the first command, so that a client that
 * only comes back to a desk of its own leaves nothing behind.
 */
export class Connection implements OutputOwner, MemberOwner, Answer {
  readonly dialect: Dialect;
  readonly output: Output;
  readonly #services: ConnectionServices;
  readonly #webSocket: WebSocket;
  /** Made when it is tried: most sockets only listen, and their memory counts. */
  #patience: Patience | undefined;
  readonly #tasks = new SerialTasks(TASKS_WAITING, this);
  readonly #asked: DeskId | undefined;
  #draft: { readonly deskId: DeskId; readonly token: string } | undefined;
  #member: Member | undefined;
  #deskId: DeskId | undefined;
  #timer: NodeJS.Timeout | undefined;
  #heard = true;
  #closed = false;

  constructor({ webSocket, socket, dialect, asked }: Accepted, services: ConnectionServices) {
    this.dialect = dialect;
    this.output = new Output(socket, dialect, services.output, this);
    this.#services = services;
    this.#webSocket = webSocket;
    this.#asked = asked;
    webSocket.on("message", (data, isBinary) => this.#onMessage(data, isBinary));
    webSocket.on("pong", () => this.#hear());
    webSocket.on("close", (code) => this.#onClose(code));
    // What went wrong is in the close code; without a listener it would end the process.
    webSocket.on("error", () => {});
    if (asked) this.#timer = setTimeout(() => this.close("FORBIDDEN"), services.config.RESUME_TIMEOUT_MS);
    else this.#greet();
  }

  /** Output that the socket has not taken yet. */
  get waitingBytes(): number {
    return this.output.waitingBytes;
  }

  /** Sends a ping; a socket that has said nothing since the last one is closed. */
  checkAlive(): void {
    if (!this.#heard) {
      this.close("UNRESPONSIVE");
      return;
    }
    this.#heard = false;
    if (this.#webSocket.readyState === this.#webSocket.OPEN) this.#webSocket.ping();
  }

  close(name: CloseName): void {
    if (this.#closed) return;
    this.#end();
    const { code } = closeCodes[name];
    this.#services.metrics.disconnects.inc({ code: String(code) });
    this.#webSocket.close(code, name);
    const cut = setTimeout(() => this.#webSocket.terminate(), CUT_AFTER_MS);
    cut.unref();
    this.#webSocket.once("close", () => clearTimeout(cut));
  }

  /** Without a word. */
  cut(): void {
    this.#end();
    this.#webSocket.terminate();
  }

  onCaughtUp(): void {
    this.#member?.catchUp();
  }

  onTooSlow(): void {
    this.close("SLOW_CONSUMER");
  }

  onEnd(why: "closed" | "lost"): void {
    this.close(why === "closed" ? "DESK_GONE" : "GOING_AWAY");
  }

  onError(error: unknown): void {
    if (this.#closed) return;
    const code = error instanceof FrontrowError ? error.code : "INTERNAL";
    this.#services.logger.error({ err: error, code }, "socket failed");
    this.close("INTERNAL");
  }

  say(message: ServerMessage): void {
    this.output.message(message, this.#member?.cursor);
  }

  refuse(code: ErrorCode, commandId?: string, message: string = errorCatalogue[code].advice): void {
    this.#services.metrics.refused.inc({ reason: code });
    this.output.message({ type: "error", data: { code, message, ...(commandId ? { commandId } : {}) } });
  }

  gone(): void {
    this.close("DESK_GONE");
  }

  #greet(): void {
    this.#draft = { deskId: newDeskId(), token: newToken() };
    const desk = { mode: "LIVE", language: "en", generation: 0 } as const;
    const { deskId: sessionId, token: resumeToken } = this.#draft;
    this.say({
      type: "sessionCreated",
      data: { sessionId, resumeToken, protocol: PROTOCOL_VERSION, serverTimeMs: Date.now(), desk },
    });
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#tasks.add(() => this.#openDraft());
    }, this.#services.config.DESK_OPEN_DELAY_MS);
  }

  #onMessage(data: RawData, isBinary: boolean): void {
    if (this.#closed) return;
    this.#hear();
    const text = isBinary ? undefined : String(data);
    const tooLarge = text !== undefined && Buffer.byteLength(text) > this.#services.config.MAX_MESSAGE_BYTES;
    const parsed = text === undefined || tooLarge ? undefined : parseCommand(text);
    this.#patience ??= new Patience(this.#services.limits, performance.now());
    switch (this.#patience.take(performance.now(), parsed?.ok ? parsed.command : undefined)) {
      case "abuse":
        this.close("ABUSE");
        return;
      case "limited":
        this.refuse("RATE_LIMITED");
        return;
      case "ignored":
        this.#services.metrics.refused.inc({ reason: "RATE_LIMITED" });
        return;
      case "ok":
    }
    if (tooLarge) this.refuse("TOO_LARGE");
    else if (!parsed) this.refuse("BAD_MESSAGE");
    else if (!parsed.ok) this.refuse(parsed.code, parsed.commandId, parsed.message);
    else if (!this.#tasks.add(() => this.#obey(parsed.command))) this.refuse("RATE_LIMITED", parsed.command.commandId);
  }

  async #obey(command: Command): Promise<void> {
    if (this.#closed) return;
    if (command.type === "test") return this.say({ type: "test", data: "pong" });
    if (command.type === "resume") return this.#resume(command);
    await this.#openDraft();
    // At an address of a desk, the first message is `resume`.
    if (!this.#member || !this.#deskId) return this.#closed ? undefined : this.refuse("FORBIDDEN", command.commandId);
    await obey(command, { member: this.#member, deskId: this.#deskId, changes: this.#services.changes, answer: this });
  }

  async #resume({ sessionId, resumeToken, pos, commandId }: Extract<Command, { type: "resume" }>): Promise<void> {
    const { desks, metrics } = this.#services;
    // It has asked in time; what takes long from here on is ours.
    if (this.#asked) clearTimeout(this.#timer);
    const parsed = deskIdSchema.safeParse(sessionId);
    const deskId = parsed.success && (!this.#asked || this.#asked === parsed.data) ? parsed.data : undefined;
    const record = deskId ? await desks.read(deskId) : undefined;
    if (this.#closed) return;
    if (!deskId || !record) return this.#refuseResume("DESK_NOT_FOUND", "DESK_GONE", commandId);
    if (!isToken(resumeToken, record.tokenDigest)) return this.#refuseResume("FORBIDDEN", "FORBIDDEN", commandId);
    const member = await this.#sitDown(deskId);
    if (!member) return this.#closed ? undefined : this.#refuseResume("DESK_NOT_FOUND", "DESK_GONE", commandId);
    metrics.resumes.inc({ result: await member.resume(pos === undefined ? undefined : decodeCursor(pos)) });
  }

  /** At an address of a desk there is nothing else to do; elsewhere the socket keeps the desk that it has. */
  #refuseResume(code: ErrorCode, name: CloseName, commandId: string | undefined): void {
    this.#services.metrics.resumes.inc({ result: "refused" });
    this.refuse(code, commandId);
    if (this.#asked || this.#patience?.refusedResume() === "abuse") this.close(name);
  }

  /** Makes the desk that the socket was greeted with, unless it has sat down at one. */
  async #openDraft(): Promise<void> {
    const draft = this.#draft;
    if (!draft || this.#closed) return;
    await this.#services.changes.open(draft.deskId, digestOf(draft.token));
    const member = await this.#sitDown(draft.deskId);
    await member?.enter();
  }

  /** Leaves the desk it is at, and joins another. */
  async #sitDown(deskId: DeskId): Promise<Member | undefined> {
    const desk = await this.#services.registry.enter(deskId);
    if (!desk) return undefined;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#draft = undefined;
    if (this.#closed) {
      this.#services.registry.leave(deskId);
      return undefined;
    }
    this.#standUp();
    this.#deskId = deskId;
    this.#member = new Member(desk, this, this.#services.views);
    return this.#member;
  }

  #standUp(): void {
    this.#member?.close();
    this.#member = undefined;
    if (this.#deskId) this.#services.registry.leave(this.#deskId);
    this.#deskId = undefined;
  }

  #hear(): void {
    this.#heard = true;
  }

  #onClose(code: number): void {
    // A client may close with any code: only those that mean something become a label.
    const label = code === 1005 || code === 1006 || code === 1009 || isCloseCode(code) ? String(code) : "other";
    if (!this.#closed) this.#services.metrics.disconnects.inc({ code: label });
    this.#end();
  }

  #end(): void {
    if (this.#closed) return;
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#tasks.clear();
    this.#standUp();
    this.output.close();
  }
}
