import { EventEmitter } from "node:events";
import { expect, it, vi } from "vitest";
import { type Component, createLifecycle, runUntilSignalled } from "./lifecycle.ts";

const quiet = { error: () => {} };

/** Components that write down what happens to them. */
function recorded() {
  const seen: string[] = [];
  const component = (name: string, overrides: Partial<Component> = {}): Component => ({
    name,
    start: async () => void seen.push(`start ${name}`),
    stop: async () => void seen.push(`stop ${name}`),
    ...overrides,
  });
  return { seen, component };
}

class FakeProcess extends EventEmitter {
  readonly exits: number[] = [];
  exit(code: number): void {
    this.exits.push(code);
  }
}

it("starts in order and stops in reverse", async () => {
  const { seen, component } = recorded();
  const lifecycle = createLifecycle([component("redis"), component("gateway")], quiet);
  await lifecycle.start();
  await lifecycle.stop(1000);
  expect(seen).toEqual(["start redis", "start gateway", "stop gateway", "stop redis"]);
});

it("is ready only between a complete start and the first stop", async () => {
  const { component } = recorded();
  const during: boolean[] = [];
  const look = async () => void during.push(lifecycle.isReady());
  const lifecycle = createLifecycle([component("a", { start: look, stop: look })], quiet);
  await lifecycle.start();
  expect(lifecycle.isReady()).toBe(true);
  await lifecycle.stop(1000);
  expect(during).toEqual([false, false]);
});

it("is not ready while a component is not, and names it once", async () => {
  const { component } = recorded();
  let isConnected = false;
  const redis = component("redis", { isReady: () => isConnected });
  const lifecycle = createLifecycle([redis, { ...redis }, component("gateway")], quiet);
  expect(lifecycle.missing()).toEqual(["starting or stopping", "redis"]);
  await lifecycle.start();
  expect([lifecycle.isReady(), lifecycle.missing()]).toEqual([false, ["redis"]]);
  isConnected = true;
  expect([lifecycle.isReady(), lifecycle.missing()]).toEqual([true, []]);
});

it("stops what had started when a start fails, and throws that error", async () => {
  const { seen, component } = recorded();
  const broken = component("broken", { start: () => Promise.reject(new Error("port taken")) });
  const lifecycle = createLifecycle([component("redis"), broken, component("never")], quiet);
  await expect(lifecycle.start()).rejects.toThrow("port taken");
  expect(seen).toEqual(["start redis", "stop broken", "stop redis"]);
});

it("stops once, however often it is asked", async () => {
  const { seen, component } = recorded();
  const lifecycle = createLifecycle([component("a")], quiet);
  await lifecycle.start();
  await Promise.all([lifecycle.stop(1000), lifecycle.stop(1000)]);
  await lifecycle.stop(1000);
  expect(seen).toEqual(["start a", "stop a"]);
});

it("goes on past a component that hangs or fails, and says so", async () => {
  const { seen, component } = recorded();
  const error = vi.fn();
  const hangs = component("hangs", { stop: () => new Promise(() => {}) });
  const fails = component("fails", { stop: () => Promise.reject(new Error("no")) });
  const lifecycle = createLifecycle([component("redis"), fails, hangs], { error });
  await lifecycle.start();
  await lifecycle.stop(30);
  expect(seen).toEqual(["start redis", "start fails", "start hangs", "stop redis"]);
  expect(error.mock.calls.map(([facts]) => facts.component)).toEqual(["hangs", "fails"]);
});

it("runs until a signal, then stops", async () => {
  const { seen, component } = recorded();
  const source = new FakeProcess();
  const running = runUntilSignalled(createLifecycle([component("a")], quiet), 1000, source);
  await vi.waitFor(() => expect(seen).toEqual(["start a"]));
  source.emit("SIGTERM");
  await running;
  expect(seen).toEqual(["start a", "stop a"]);
  expect(source.listenerCount("SIGTERM") + source.listenerCount("SIGINT")).toBe(0);
});

it("stops early when the signal comes during the start", async () => {
  const { seen, component } = recorded();
  const source = new FakeProcess();
  let finish = () => {};
  const slow = component("slow", { start: () => new Promise<void>((resolve) => (finish = resolve)) });
  const running = runUntilSignalled(createLifecycle([slow, component("never")], quiet), 1000, source);
  source.emit("SIGINT");
  setImmediate(() => finish());
  await running;
  expect(seen).toEqual(["stop slow"]);
});

it("exits at once on a second signal", async () => {
  const { component } = recorded();
  const source = new FakeProcess();
  const hangs = component("hangs", { stop: () => new Promise(() => {}) });
  const running = runUntilSignalled(createLifecycle([hangs], quiet), 50, source);
  source.emit("SIGINT");
  source.emit("SIGINT");
  expect(source.exits).toEqual([130]);
  await running;
});
