/**
 * Runs the same work for each item, all at once. An item that fails does not stop the others; the first failure is reported,
 * with the number of failures. Never rejects.
 */
export async function forEachConcurrently<T>(
  items: Iterable<T>,
  work: (item: T) => Promise<void>,
  onFailure: (error: unknown, count: number) => void,
): Promise<void> {
  const outcomes = await Promise.allSettled([...items].map(work));
  const failures = outcomes.filter((outcome) => outcome.status === "rejected");
  const [first] = failures;
  if (first) onFailure(first.reason, failures.length);
}
