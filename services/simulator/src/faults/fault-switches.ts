import {
  type Fault,
  type FaultInput,
  type FaultKind,
  type FaultOf,
  type FaultScope,
  faultSchema,
  faultScopeSchema,
} from "./fault.ts";

interface SwitchedFault {
  readonly fault: Fault;
  readonly creator: string | undefined;
  /** How many times it will still happen; undefined means until it is cleared. */
  readonly left: number | undefined;
  readonly happened: number;
}

/**
 * Which faults are switched on.
 *
 * The code that can fail asks `take` at each occasion; a fault of the creator's own goes before one for all. Setting a
 * kind again, for the same creator, replaces it.
 */
export interface FaultSwitches {
  /** @throws z.ZodError when the fault or its scope is malformed. */
  set(fault: FaultInput, scope?: FaultScope): void;
  /** Switches off: everything, one kind, one creator's, or one kind of one creator. */
  clear(which?: { kind?: FaultKind | undefined; creator?: string | undefined }): void;
  /** The fault, if it happens at this occasion; counts it. */
  take<K extends FaultKind>(kind: K, creator: string): FaultOf<K> | undefined;
  /** Whether anything at all is switched on: keeps the hot path at one comparison. */
  readonly active: boolean;
  list(): SwitchedFault[];
}

interface Switch {
  fault: Fault;
  creator: string | undefined;
  left: number | undefined;
  skip: number;
  happened: number;
}

export function createFaultSwitches(): FaultSwitches {
  const switches = new Map<string, Switch>();
  const keyOf = (kind: FaultKind, creator: string | undefined): string => `${kind} ${creator ?? ""}`;

  const happens = (key: string): Fault | undefined => {
    const found = switches.get(key);
    if (!found) return undefined;
    if (found.skip > 0) {
      found.skip -= 1;
      return undefined;
    }
    found.happened += 1;
    if (found.left !== undefined) {
      found.left -= 1;
      if (found.left === 0) switches.delete(key);
    }
    return found.fault;
  };

  return {
    get active() {
      return switches.size > 0;
    },
    set(input, scopeInput = {}) {
      const fault = faultSchema.parse(input);
      const { creator, times, skip } = faultScopeSchema.parse(scopeInput);
      const name = creator?.toLowerCase();
      switches.set(keyOf(fault.kind, name), { fault, creator: name, left: times, skip, happened: 0 });
    },
    clear({ kind, creator } = {}) {
      for (const [key, { fault, creator: of }] of switches) {
        if (kind !== undefined && fault.kind !== kind) continue;
        if (creator !== undefined && of !== creator.toLowerCase()) continue;
        switches.delete(key);
      }
    },
    take<K extends FaultKind>(kind: K, creator: string) {
      if (switches.size === 0) return undefined;
      return (happens(keyOf(kind, creator)) ?? happens(keyOf(kind, undefined))) as FaultOf<K> | undefined;
    },
    list: () => [...switches.values()].map(({ fault, creator, left, happened }) => ({ fault, creator, left, happened })),
  };
}
