/** Something that the person at the keyboard can put right: one line that says what is wrong and what to do. */
export class Failure extends Error {}

/** Runs a command's work; its number is the exit code. A Failure is printed as one line, anything else with its stack. */
export async function runMain(work) {
  process.stdout.on("error", () => {}); // `npm start | head` closes the pipe; the work goes on
  try {
    process.exitCode = (await work()) ?? 0;
  } catch (error) {
    process.stderr.write(error instanceof Failure ? `error: ${error.message}\n` : `error: ${error.stack}\n`);
    process.exitCode = 1;
  }
}

export const say = (line) => process.stdout.write(`${line}\n`);
