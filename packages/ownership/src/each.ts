/**
 * Does the same for each of many, side by side. One that fails does not stop the others, and is left to the next time;
 * the first failure is reported, with how many there were.
 */
export async function each<T>(
  items: Iterable<T>,
  work: (item: T) => Promise<void>,
  onFailure: (error: unknown, count: number) => void,
): Promise<void> {
  const outcomes = await Promise.allSettled([...items].map(work));
  const failures = outcomes.filter((outcome) => outcome.status === "rejected");
  const [first] = failures;
  if (first) onFailure(first.reason, failures.length);
}
