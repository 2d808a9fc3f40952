import type { DeskId } from "@frontrow/protocol/ids";
import type { DeskStore } from "@frontrow/redis/desks";
import { keys } from "@frontrow/redis/keys";
import type { ChannelHandlers, ShardSubscriber } from "@frontrow/redis/shard-subscriber";

/** Follows desks that were handed out and are not written: whoever has the credentials may make one anywhere. */
export interface DraftWatch {
  /** Tells the listener once, when the desk has been made, unless the wait was ended before. */
  untilMade(deskId: DeskId, listener: DraftListener): DraftWait;
}

export interface DraftListener {
  onMade(): void;
}

export interface DraftWait {
  end(): void;
}

interface Dependencies {
  readonly subscriber: Pick<ShardSubscriber, "subscribe">;
  readonly desks: Pick<DeskStore, "read">;
  onError(error: unknown): void;
}

export const createDraftWatch = (deps: Dependencies): DraftWatch => ({
  untilMade: (deskId, listener) => new Wait(deskId, listener, deps),
});

/** Per idle socket: a class, as its memory counts. */
class Wait implements DraftWait, ChannelHandlers {
  readonly #deskId: DeskId;
  readonly #listener: DraftListener;
  readonly #deps: Dependencies;
  #isOver = false;
  #unsubscribe: (() => void) | undefined;

  constructor(deskId: DeskId, listener: DraftListener, deps: Dependencies) {
    this.#deskId = deskId;
    this.#listener = listener;
    this.#deps = deps;
    this.#begin().catch(deps.onError);
  }

  end(): void {
    this.#isOver = true;
    this.#unsubscribe?.();
  }

  onMessage(): void {
    this.#tell();
  }

  onReset(): void {
    this.#check().catch(this.#deps.onError);
  }

  async #begin(): Promise<void> {
    // Subscribed first, read second: a desk that is made in between is not missed.
    this.#unsubscribe = await this.#deps.subscriber.subscribe(keys.push(this.#deskId), this);
    if (this.#isOver) this.#unsubscribe();
    else await this.#check();
  }

  async #check(): Promise<void> {
    if (this.#isOver) return;
    if (await this.#deps.desks.read(this.#deskId)) this.#tell();
  }

  #tell(): void {
    if (this.#isOver) return;
    this.end();
    this.#listener.onMade();
  }
}
