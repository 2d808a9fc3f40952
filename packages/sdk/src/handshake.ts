import { closeCodes } from "@frontrow/protocol/close-code";
import { encodeCursor } from "@frontrow/protocol/cursor";
import type { Connection } from "./connection.ts";
import type { Frame } from "./frames.ts";
import type { Outbox } from "./outbox.ts";
import type { Subscription } from "./subscription.ts";
import type { DeskCredentials, FrontrowClientOptions, Language } from "./types.ts";

interface Dependencies {
  readonly options: Pick<FrontrowClientOptions, "deskId" | "resumeToken" | "storage">;
  readonly connection: Pick<Connection, "established" | "send" | "sendHandshake">;
  readonly outbox: Outbox;
  readonly subscription: Subscription;
  onServerTime(serverTimeMs: number): void;
}

/** What a desk that was lost had, to be asked for again on the desk that takes its place. */
interface LostDesk {
  readonly username?: string | undefined;
  readonly language?: Language;
  readonly usesModel?: boolean;
  readonly records?: boolean;
}

/**
 * Joins the desk on each new connection: resumes the one whose credentials are known, else accepts the one that the server
 * opens; then sends what waits in the outbox.
 */
export class Handshake {
  readonly #deps: Dependencies;
  readonly #given: DeskCredentials | undefined;
  #credentials: DeskCredentials | undefined;
  #lost: LostDesk = {};

  constructor(deps: Dependencies) {
    this.#deps = deps;
    const { deskId, resumeToken, storage } = deps.options;
    this.#given = deskId && resumeToken ? { deskId, resumeToken } : undefined;
    this.#credentials = this.#given ?? storage?.load();
  }

  get credentials(): DeskCredentials | undefined {
    return this.#credentials;
  }

  /** Asks to resume; a new desk needs no asking. */
  start(): void {
    if (!this.#credentials) return;
    const { deskId: sessionId, resumeToken } = this.#credentials;
    const { cursor } = this.#deps.subscription;
    const pos = cursor.desk || cursor.session ? { pos: encodeCursor(cursor) } : {};
    this.#deps.connection.sendHandshake({ type: "resume", sessionId, resumeToken, ...pos });
  }

  /** Whether the frame was the server's answer; it is then applied. */
  receive(frame: Frame): boolean {
    if (frame.kind !== "message") return false;
    const { connection, subscription } = this.#deps;
    const { message } = frame;
    if (message.type === "sessionCreated" || message.type === "resumed") {
      const { serverTimeMs } = message.data;
      if (serverTimeMs !== undefined) this.#deps.onServerTime(serverTimeMs);
    }
    if (message.type === "sessionCreated") {
      const { sessionId: deskId, resumeToken, desk } = message.data;
      this.#setCredentials({ deskId, resumeToken });
      subscription.joinDesk(deskId, desk);
      connection.established();
      this.#restoreLostDesk();
    } else if (message.type === "resumed") {
      const { desk } = message.data;
      if (this.#credentials && desk && !subscription.desk) subscription.joinDesk(this.#credentials.deskId, desk);
      connection.established();
      subscription.receive(frame);
    } else return false;
    for (const command of this.#deps.outbox.pending) connection.send(command);
    return true;
  }

  /** A desk that came from the storage and is gone is replaced by a new one; one that was asked for by its id is not. */
  refused(code: number): "reconnect" | "stop" {
    const isGone = code === closeCodes.DESK_GONE.code || code === closeCodes.FORBIDDEN.code;
    if (!isGone || !this.#credentials || this.#given) return "stop";
    const { desk, status } = this.#deps.subscription;
    this.#lost = {
      username: status.username,
      ...(desk ? { language: desk.language, usesModel: desk.usesModel ?? false, records: desk.records ?? true } : {}),
    };
    this.#setCredentials(undefined);
    return "reconnect";
  }

  /** A command that was given meanwhile is newer than anything the lost desk had. */
  #restoreLostDesk(): void {
    const { outbox } = this.#deps;
    const { username, language, usesModel, records } = this.#lost;
    this.#lost = {};
    if (outbox.pending.length > 0) return;
    // First, so that nothing is recorded that was not to be.
    if (records === false) outbox.setRecording(records);
    if (username !== undefined) outbox.watch(username);
    if (language !== undefined && language !== "en") outbox.setLanguage(language);
    if (usesModel) outbox.setCoach(usesModel);
  }

  #setCredentials(credentials: DeskCredentials | undefined): void {
    this.#credentials = credentials;
    this.#deps.options.storage?.save(credentials);
  }
}
