import type { CreatorStatus } from "@frontrow/protocol/creator";
import { type CreatorId, DEMO_PREFIX, handleOf } from "@frontrow/protocol/ids";
import type { KnownCreator, RoomDetails } from "../source/live-source.ts";

/** Who a creator is: TikTok's id, which stays, and the name, which may change while they are watched. */
export class CreatorIdentity {
  /** The name that they were asked for by. */
  readonly #name: string;
  #renamedTo: string | undefined;
  #hostId: string | undefined;

  /** Goes on with what an owner before had found out. */
  constructor(creatorId: CreatorId, { renamedTo, hostId }: Pick<CreatorStatus, "renamedTo" | "hostId"> = {}) {
    const handle = handleOf(creatorId);
    this.#name = handle.startsWith(DEMO_PREFIX) ? handle.slice(DEMO_PREFIX.length) : handle;
    this.#renamedTo = renamedTo;
    this.#hostId = hostId;
  }

  /** TikTok's id of them, where it is known. */
  get hostId(): string | undefined {
    return this.#hostId;
  }

  /** Their name at TikTok now, when it is another one. */
  get renamedTo(): string | undefined {
    return this.#renamedTo;
  }

  get known(): Pick<KnownCreator, "name" | "hostId"> {
    return { name: this.#renamedTo, hostId: this.#hostId };
  }

  /** Takes over what a check found; true when they have another name than before. Another person's name is not theirs. */
  learn({ id, handle }: RoomDetails): boolean {
    const isSame = id === undefined || this.#hostId === undefined || id === this.#hostId;
    this.#hostId = id ?? this.#hostId;
    if (handle === undefined || !isSame) return false;
    const renamedTo = handle.toLowerCase() === this.#name.toLowerCase() ? undefined : handle;
    const hasChanged = renamedTo?.toLowerCase() !== this.#renamedTo?.toLowerCase();
    this.#renamedTo = renamedTo;
    return hasChanged;
  }

  /** Nobody has the new name: the first one is asked for again. */
  forgetName(): void {
    this.#renamedTo = undefined;
  }
}
