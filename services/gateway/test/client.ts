import { eventually } from "@frontrow/testkit/eventually";
import { WebSocket } from "ws";

export interface Received {
  readonly type?: string;
  readonly data?: Record<string, unknown> & { items?: Record<string, unknown>[] };
  readonly pos?: string;
  readonly log?: string;
  readonly epoch?: number;
  readonly id?: string;
  readonly stamp?: string;
  readonly kind?: string;
  readonly items?: Record<string, unknown>[];
}

interface ClientOptions {
  readonly batched?: boolean;
  readonly path?: string;
  readonly origin?: string;
  /** Address of this machine to connect from, such as 127.0.0.2. */
  readonly from?: string;
  /** What a proxy in front of the gateway says. */
  readonly forwardedFor?: string;
}

/** A bare client of a gateway: keeps every frame that it gets. */
export class TestClient {
  readonly webSocket: WebSocket;
  readonly frames: Received[] = [];
  closedWith: number | undefined;
  failedWith: string | undefined;

  constructor(url: string, options: ClientOptions = {}) {
    const address = `${url.replace("http", "ws")}${options.path ?? "/ws"}`;
    this.webSocket = new WebSocket(address, options.batched ? ["frontrow.v1"] : [], {
      perMessageDeflate: false,
      ...(options.origin ? { origin: options.origin } : {}),
      ...(options.from ? { localAddress: options.from } : {}),
      ...(options.forwardedFor ? { headers: { "x-forwarded-for": options.forwardedFor } } : {}),
    });
    this.webSocket.on("message", (data) => this.frames.push(JSON.parse(String(data)) as Received));
    this.webSocket.on("close", (code) => {
      this.closedWith = code;
    });
    this.webSocket.on("error", (error) => {
      this.failedWith = error.message;
    });
  }

  send(command: object): void {
    const text = JSON.stringify(command);
    if (this.webSocket.readyState === WebSocket.OPEN) this.webSocket.send(text);
    else this.webSocket.once("open", () => this.webSocket.send(text));
  }

  /** Waits for a frame of this type, from one on. */
  next(type: string, from = 0): Promise<Received> {
    return eventually(() => {
      const found = this.frames.slice(from).find((frame) => frame.type === type);
      if (!found) throw new Error(`no ${type} among ${this.frames.map((frame) => frame.type ?? frame.kind).join(" ")}`);
      return found;
    });
  }

  types(): string[] {
    return this.frames.map((frame) => frame.type ?? `[${frame.kind}]`);
  }

  /** Ids of the events received as they happened, in either dialect, without those of snapshots. */
  eventIds(): string[] {
    return this.frames.flatMap((frame) => {
      if (frame.kind === "events") return (frame.items ?? []).map((item) => String(item["id"]));
      const isEvent = frame.data && typeof frame.data["sentAtMs"] === "number";
      return isEvent ? [String(frame.data?.["id"])] : [];
    });
  }

  closed(): Promise<number> {
    return eventually(() => {
      if (this.closedWith === undefined) throw new Error("still open");
      return this.closedWith;
    });
  }

  cut(): void {
    this.webSocket.terminate();
  }
}
