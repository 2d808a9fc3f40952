/** Takes `--json FILE` (or `--json=FILE`) out of the arguments. */
export function takeJsonFile(args) {
  const rest = [];
  let jsonFile;
  for (let index = 0; index < args.length; index += 1) {
    if (args[index] === "--json") jsonFile = args[++index];
    else if (args[index].startsWith("--json=")) jsonFile = args[index].slice("--json=".length);
    else rest.push(args[index]);
  }
  return { jsonFile, rest };
}
