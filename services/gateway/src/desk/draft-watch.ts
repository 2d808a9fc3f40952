import type { DeskId } from "@frontrow/protocol/ids";
import type { DeskStore } from "@frontrow/redis/desks";
import { keys } from "@frontrow/redis/keys";
import type { ShardSubscriber } from "@frontrow/redis/shard-subscriber";

/** Follows desks that were handed out and are not written: whoever has the credentials may make one anywhere. */
export interface DraftWatch {
  /** Calls back once, when the desk has been made; returns the function that ends the wait. */
  untilMade(deskId: DeskId, onMade: () => void): () => void;
}

interface Dependencies {
  readonly subscriber: Pick<ShardSubscriber, "subscribe">;
  readonly desks: Pick<DeskStore, "read">;
  onError(error: unknown): void;
}

export function createDraftWatch({ subscriber, desks, onError }: Dependencies): DraftWatch {
  return {
    untilMade(deskId, onMade) {
      let isOver = false;
      let unsubscribe = () => {};
      const end = () => {
        isOver = true;
        unsubscribe();
      };
      const made = () => {
        if (isOver) return;
        end();
        onMade();
      };
      const check = () => {
        if (!isOver) desks.read(deskId).then((desk) => desk && made(), onError);
      };
      // Subscribed first, read second: a desk that is made in between is not missed.
      subscriber
        .subscribe(keys.push(deskId), { onMessage: made, onReset: check })
        .then((stop) => {
          unsubscribe = stop;
          if (isOver) stop();
          else check();
        })
        .catch(onError);
      return end;
    },
  };
}
