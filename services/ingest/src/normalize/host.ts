import type { Person } from "@frontrow/protocol/event";

type Name = Pick<Person, "id" | "handle" | "nickname">;

/** Who streams, as far as it is known. */
export class Host {
  #id: string;
  #handle: string;
  #nickname: string;

  constructor(known: Partial<Name> = {}) {
    this.#id = known.id ?? "";
    this.#handle = known.handle?.toLowerCase() ?? "";
    this.#nickname = known.nickname ?? "";
  }

  /** Empty where it is not known. */
  get id(): string {
    return this.#id;
  }

  /** Takes over what is given; the rest stays as it was. */
  learn(known: Partial<Name>): void {
    if (known.id) this.#id = known.id;
    if (known.handle) this.#handle = known.handle.toLowerCase();
    if (known.nickname) this.#nickname = known.nickname;
  }

  /**
   * Whether a message means the host. An id decides alone: creators rename themselves, and anybody may take the same
   * nickname. The handle decides where there is no id to compare, and the nickname where there is no handle either.
   */
  is(person: Name): boolean {
    if (this.#id && person.id) return person.id === this.#id;
    if (this.#handle && person.handle) return person.handle.toLowerCase() === this.#handle;
    return this.#nickname !== "" && person.nickname === this.#nickname;
  }
}
