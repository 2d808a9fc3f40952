import type { CreatorStatus } from "@frontrow/protocol/creator";
import type { CreatorId, SessionId } from "@frontrow/protocol/ids";
import type { CreatorStore } from "@frontrow/redis/creators";

/** One creator's status, as one desk watches it. */
export interface SourceWatch {
  /** Undefined while nobody knows anything of this creator. */
  readonly status: CreatorStatus | undefined;
  close(): void;
}

export interface Sources {
  /** Resolves with the status as it is now; `onStatus` is called with each later one. */
  open(creatorId: CreatorId, onStatus: (status: CreatorStatus) => void): Promise<SourceWatch>;
  close(): void;
}

interface Source {
  status: CreatorStatus | undefined;
  readonly listeners: Set<(status: CreatorStatus) => void>;
  readonly known: Promise<void>;
  readonly follow: { close(): void };
}

/** The creators that this process' desks watch: each is followed once, however many desks watch it. */
export function createSources(creators: Pick<CreatorStore, "read" | "follow">): Sources {
  const sources = new Map<CreatorId, Source>();

  function begin(creatorId: CreatorId): Source {
    const accept = (status: CreatorStatus | undefined) => {
      if (!status || status.version <= (source.status?.version ?? -1)) return;
      source.status = status;
      for (const listener of source.listeners) listener(status);
    };
    const source: Source = {
      status: undefined,
      listeners: new Set(),
      known: creators.read(creatorId).then(accept),
      follow: creators.follow(creatorId, accept),
    };
    sources.set(creatorId, source);
    return source;
  }

  function leave(creatorId: CreatorId, source: Source, listener: (status: CreatorStatus) => void): void {
    source.listeners.delete(listener);
    if (source.listeners.size > 0 || sources.get(creatorId) !== source) return;
    sources.delete(creatorId);
    source.follow.close();
  }

  return {
    async open(creatorId, onStatus) {
      const source = sources.get(creatorId) ?? begin(creatorId);
      let isOpen = false;
      const listener = (status: CreatorStatus) => isOpen && onStatus(status);
      source.listeners.add(listener);
      try {
        await source.known;
      } catch (error) {
        leave(creatorId, source, listener);
        throw error;
      }
      isOpen = true;
      return {
        get status() {
          return source.status;
        },
        close() {
          isOpen = false;
          leave(creatorId, source, listener);
        },
      };
    },
    close() {
      for (const { follow } of sources.values()) follow.close();
      sources.clear();
    },
  };
}

/**
 * The session to show for a status. A broadcast that ended stays on the screens that showed it until the next one; who
 * comes later is shown it only while it is the latest news.
 */
export function sessionToView(status: CreatorStatus | undefined, viewed: SessionId | undefined): SessionId | undefined {
  const session = status?.sessionId as SessionId | undefined;
  if (!status || !session) return undefined;
  const isNews = status.state === "live" || status.state === "reconnecting" || status.state === "ended";
  return isNews || session === viewed ? session : undefined;
}
