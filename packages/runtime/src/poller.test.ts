import { expect, it, vi } from "vitest";
import { createPoller } from "./poller.ts";

/** A poll that ends when the test says so. */
function controlledPoll() {
  const polls: { end(): void; fail(error: Error): void }[] = [];
  const poll = () => new Promise<void>((end, fail) => polls.push({ end, fail }));
  return { polls, poll };
}

it("polls one at a time, and again after a pause", async () => {
  const { polls, poll } = controlledPoll();
  const poller = createPoller({ pauseMs: 1, poll, onError: () => {} });
  poller.start();
  await vi.waitFor(() => expect(polls).toHaveLength(1));
  polls[0]?.end();
  await vi.waitFor(() => expect(polls).toHaveLength(2));
  polls[1]?.end();
  await poller.stop();
});

it("reports what a poll threw, and goes on", async () => {
  const { polls, poll } = controlledPoll();
  const errors: unknown[] = [];
  const poller = createPoller({ pauseMs: 1, poll, onError: (error) => errors.push(error) });
  poller.start();
  await vi.waitFor(() => expect(polls).toHaveLength(1));
  const error = new Error("no");
  polls[0]?.fail(error);
  await vi.waitFor(() => expect(polls).toHaveLength(2));
  expect(errors).toEqual([error]);
  polls[1]?.end();
  await poller.stop();
});

it("waits for the poll under way when it stops, and polls no more", async () => {
  const { polls, poll } = controlledPoll();
  const poller = createPoller({ pauseMs: 0, poll, onError: () => {} });
  poller.start();
  await vi.waitFor(() => expect(polls).toHaveLength(1));
  let hasStopped = false;
  const stopped = poller.stop().then(() => {
    hasStopped = true;
  });
  await new Promise(setImmediate);
  expect(hasStopped).toBe(false);
  polls[0]?.end();
  await stopped;
  expect(polls).toHaveLength(1);
});

it("ends a pause at once when it stops, before the first poll too", async () => {
  const { polls, poll } = controlledPoll();
  const poller = createPoller({ pauseMs: 600_000, pausesFirst: true, poll, onError: () => {} });
  poller.start();
  await poller.stop();
  expect(polls).toHaveLength(0);
});
