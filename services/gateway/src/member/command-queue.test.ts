import { describe, expect, it } from "vitest";
import { CommandQueue } from "./command-queue.ts";

/** Tasks that end when they are told to. */
function makeTasks() {
  const started: string[] = [];
  const ends = new Map<string, (error?: Error) => void>();
  const task = (name: string) => () => {
    started.push(name);
    return new Promise<void>((resolve, reject) => ends.set(name, (error) => (error ? reject(error) : resolve())));
  };
  const end = async (name: string, error?: Error) => {
    ends.get(name)?.(error);
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { started, task, end };
}

describe("the commands of a socket", () => {
  it("run one after the other, and after one that failed too", async () => {
    const errors: unknown[] = [];
    const queue = new CommandQueue(5, (error) => errors.push(error));
    const { started, task, end } = makeTasks();
    for (const name of ["a", "b", "c"]) expect(queue.add(task(name))).toBe(true);
    expect(started).toEqual(["a"]);
    const failure = new Error("a failed");
    await end("a", failure);
    expect([started, errors]).toEqual([["a", "b"], [failure]]);
    await end("b");
    await end("c");
    queue.add(task("d"));
    expect(started).toEqual(["a", "b", "c", "d"]);
  });

  it("are refused when too many wait, and forgotten when the socket is closed", async () => {
    const queue = new CommandQueue(2, () => {});
    const { started, task, end } = makeTasks();
    expect(["a", "b", "c", "d"].map((name) => queue.add(task(name)))).toEqual([true, true, true, false]);
    queue.clear();
    await end("a");
    expect(started).toEqual(["a"]);
  });
});
