/**
 * Which of `ways` to say the same says the thing with this id. It follows from the id alone, so that it is said alike on each
 * gateway and page, and after each reconnect.
 */
export const wayFor = (id: string, ways: number): number => hashOf(id) % ways;

/** FNV-1a, mixed once more, as ids differ in their last digits only. */
function hashOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at++) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}
