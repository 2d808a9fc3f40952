import { fnv1a } from "@frontrow/runtime/hash";

/**
 * Which of `ways` to say the same says the thing with this id. It follows from the id alone, so that it is said alike on each
 * gateway and page, and after each reconnect.
 */
export function wayFor(id: string, ways: number): number {
  const hash = fnv1a(id);
  // Ids differ in their last digits only, which reach the upper bits: these are mixed into the lower ones, which choose.
  return ((hash ^ (hash >>> 15)) >>> 0) % ways;
}
