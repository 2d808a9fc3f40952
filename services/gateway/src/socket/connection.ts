import type { Socket } from "node:net";
import { isCloseCode } from "@frontrow/protocol/close-code";
import { type Command, commandSchema, commandTypes } from "@frontrow/protocol/command";
import { type ErrorCode, errorCatalogue } from "@frontrow/protocol/errors";
import type { DeskId } from "@frontrow/protocol/ids";
import type { RawData, WebSocket } from "ws";
import { Membership, type MembershipServices } from "../member/membership.ts";
import { AbuseGuard, type SocketLimits } from "./limits.ts";
import { type Dialect, Output, type OutputOwner, type OutputServices } from "./output.ts";
import { payerOf } from "./payer.ts";

/** What all sockets of a process share. */
export interface ConnectionServices extends MembershipServices {
  readonly output: OutputServices;
  readonly limits: SocketLimits;
  readonly maxMessageBytes: number;
  /** A socket of this address is closed for abuse. */
  onAbuse(address: string): void;
}

/** What a socket is told that sends too fast, and when it may go on. */
const SLOW_DOWN = errorCatalogue.RATE_LIMITED.advice;
const SLOW_DOWN_MS = 1_000;

/** A WebSocket that was accepted. */
export interface Accepted {
  readonly webSocket: WebSocket;
  readonly socket: Socket;
  readonly dialect: Dialect;
  /** The desk in the address, which the socket is to resume; without it the socket gets a new one. */
  readonly requestedDesk: DeskId | undefined;
  /** Where the socket comes from. */
  readonly address: string;
}

/**
 * A WebSocket, or the TCP socket below it, knows its connection, so that one listener serves all sockets: a closure for each is what
 * idle sockets pay for in memory.
 */
const connectionKey = Symbol("connection");
type Owned = { [connectionKey]?: Connection };

/** The connection of a WebSocket, or of the TCP socket below it. */
export const connectionOf = (socket: object): Connection | undefined => (socket as Owned)[connectionKey];

/**
 * One socket's transport: reads commands within its limits and hands them to its membership, and finds out whether the
 * client is alive. What is sent goes through its output.
 */
export class Connection implements OutputOwner {
  readonly output: Output;
  readonly #services: ConnectionServices;
  readonly #webSocket: WebSocket;
  readonly #address: string;
  readonly #guard: AbuseGuard;
  readonly #membership: Membership;
  #isAlive = true;

  constructor({ webSocket, socket, dialect, requestedDesk, address }: Accepted, services: ConnectionServices) {
    this.#services = services;
    this.#webSocket = webSocket;
    this.#address = address;
    this.#guard = new AbuseGuard(services.limits);
    this.output = new Output({ webSocket, socket, dialect }, services.output, this);
    this.#membership = new Membership(
      { output: this.output, guard: this.#guard, requestedDesk, payer: payerOf(address) },
      services,
    );
    (webSocket as Owned)[connectionKey] = this;
    (socket as Owned)[connectionKey] = this;
    webSocket.on("message", messageListener);
    webSocket.on("pong", pongListener);
    webSocket.on("close", closeListener);
    webSocket.on("error", ignoreError);
    socket.on("drain", drainListener);
    this.#membership.begin();
  }

  onMessage(data: RawData, isBinary: boolean): void {
    if (this.output.isClosed) return;
    this.#isAlive = true;
    if (!this.#isWithinLimits(this.#guard.judge(performance.now(), byteLengthOf(data)))) return;
    const message = isBinary ? invalid("BAD_MESSAGE", errorCatalogue.BAD_MESSAGE.advice) : this.#read(String(data));
    const command = message.ok ? message.command : undefined;
    if (!this.#isWithinLimits(this.#guard.judgeCommand(performance.now(), command), command?.commandId)) return;
    if (!message.ok) this.output.refuse(message.code, message.commandId, message.advice);
    else if (!this.#membership.take(message.command)) this.output.refuse("RATE_LIMITED", message.command.commandId);
  }

  onPong(): void {
    this.#isAlive = true;
  }

  onClose(code: number): void {
    // A client may close with any code: only those that have a meaning become a label.
    const label = [1005, 1006, 1008, 1009].includes(code) || isCloseCode(code) ? String(code) : "other";
    if (!this.output.isClosed) this.#services.output.metrics.disconnects.inc({ code: label });
    this.output.markClosed();
  }

  onOutputClosed(): void {
    this.#membership.close();
  }

  /** Sends a ping; a socket that has sent nothing since the last one is closed. */
  checkAlive(): void {
    if (!this.#isAlive) {
      this.output.close("UNRESPONSIVE");
      return;
    }
    this.#isAlive = false;
    if (this.#webSocket.readyState === this.#webSocket.OPEN) this.#webSocket.ping();
  }

  /** The address has to wait, too. */
  #closeForAbuse(): void {
    this.#services.onAbuse(this.#address);
    this.output.close("ABUSE");
  }

  /** Answers what is beyond the limits, or closes the socket. */
  #isWithinLimits(verdict: ReturnType<AbuseGuard["judge"]>, commandId?: string): boolean {
    if (verdict === "limited") this.output.refuse("RATE_LIMITED", commandId, SLOW_DOWN, Date.now() + SLOW_DOWN_MS);
    else if (verdict === "ignored") this.#services.output.metrics.refused.inc({ reason: "RATE_LIMITED" });
    else if (verdict === "abuse") this.#closeForAbuse();
    return verdict === "ok";
  }

  #read(text: string): Message {
    const isTooLarge = Buffer.byteLength(text) > this.#services.maxMessageBytes;
    return isTooLarge ? invalid("TOO_LARGE", errorCatalogue.TOO_LARGE.advice) : parseCommand(text);
  }
}

function messageListener(this: WebSocket, data: RawData, isBinary: boolean): void {
  connectionOf(this)?.onMessage(data, isBinary);
}

function pongListener(this: WebSocket): void {
  connectionOf(this)?.onPong();
}

function closeListener(this: WebSocket, code: number): void {
  connectionOf(this)?.onClose(code);
}

function drainListener(this: Socket): void {
  connectionOf(this)?.output.onDrain();
}

/** The close code says what went wrong; without a listener the error would end the process. */
function ignoreError(): void {}

/** Pieces come where a message was sent in fragments. */
const byteLengthOf = (data: RawData): number =>
  Array.isArray(data) ? data.reduce((sum, piece) => sum + piece.byteLength, 0) : data.byteLength;

type Message =
  | { readonly ok: true; readonly command: Command }
  | { readonly ok: false; readonly code: ErrorCode; readonly advice: string; readonly commandId?: string };

/** Reads what a client sent: a command, or what is wrong with it in words that its author understands. */
function parseCommand(text: string): Message {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return malformed("BAD_MESSAGE", "not JSON");
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) return malformed("BAD_MESSAGE", "not a JSON object");
  const { type, commandId } = value as { type?: unknown; commandId?: unknown };
  const id = typeof commandId === "string" && commandId.length <= 64 ? commandId : undefined;
  if (typeof type !== "string") return malformed("BAD_MESSAGE", "no type", id);
  if (!(commandTypes as readonly string[]).includes(type)) return malformed("UNKNOWN_COMMAND", "unknown type", id);
  const result = commandSchema.safeParse(value);
  if (result.success) return { ok: true, command: result.data };
  const [issue] = result.error.issues;
  return malformed("BAD_MESSAGE", `${type}: ${issue?.path.join(".") ?? ""} ${issue?.message ?? "is malformed"}`.trim(), id);
}

const malformed = (code: ErrorCode, problem: string, commandId?: string): Message =>
  invalid(code, `${problem}. ${errorCatalogue[code].advice}`, commandId);

const invalid = (code: ErrorCode, advice: string, commandId?: string): Message => ({
  ok: false,
  code,
  advice,
  ...(commandId ? { commandId } : {}),
});
