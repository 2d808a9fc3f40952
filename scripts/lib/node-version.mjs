// Kept to syntax that Node 12 reads.

/** Lowest version that every dependency supports. */
const lowest = [20, 19, 0];

/** Ends the process with one line that says what to do when this Node is too old. */
export function requireNode(version) {
  const problem = nodeProblem(version);
  if (!problem) return;
  process.stderr.write(`error: ${problem}\n`);
  process.exit(1);
}

export function nodeProblem(version) {
  const have = version.split(".").map(Number);
  const differs = lowest.findIndex((part, index) => have[index] !== part);
  if (differs === -1 || have[differs] > lowest[differs]) return undefined;
  return `Node ${version} is too old: install Node ${lowest.join(".")} or newer (https://nodejs.org), then run this again`;
}
