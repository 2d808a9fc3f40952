import { type LogEntry, startOf } from "@frontrow/protocol/entry";
import type { SessionId } from "@frontrow/protocol/ids";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Channel } from "../stream/channel.ts";
import { LiveAlerts } from "./live-alerts.ts";

const session = "ses_live" as SessionId;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

async function makeAlerts({ failures = 0 } = {}) {
  const channel = new Channel(startOf(session));
  const told: string[] = [];
  let n = 0;
  const released = { count: 0 };
  const hub = {
    open: async () => {
      if (failures-- > 0) throw new Error("away");
      return {
        channel,
        release: () => {
          released.count += 1;
        },
      };
    },
  };
  const append = (items: object[], kind: LogEntry["kind"] = "insights") => {
    n += 1;
    const data = JSON.stringify(items);
    channel.deliver({ log: session, epoch: 1, id: `${n}-0`, previous: `${n - 1}-0`, stamp: `analytics:1:${n}`, kind, data });
  };
  append([{ type: "moment", kind: "raid", id: "before" }]);
  const alerts = new LiveAlerts(session, { hub, onError: () => {} }, ({ id }) => void told.push(id));
  await vi.advanceTimersByTimeAsync(0);
  return { alerts, append, told, released, channel };
}

it("tells spikes, raids and big gifts as they come, and nothing of before or of the rest", async () => {
  const { append, told } = await makeAlerts();
  const items = [
    { type: "spike", kind: "lull", id: "lull" },
    { type: "spike", kind: "spike", id: "spike" },
    { type: "moment", kind: "firstChat", id: "first" },
    { type: "moment", kind: "raid", id: "raid" },
    { type: "moment", kind: "topGift", id: "gift" },
    { type: "metrics", chats: 1 },
  ];
  for (const item of items) {
    append([item]);
    await vi.advanceTimersByTimeAsync(5_000);
  }
  expect(told).toEqual(["spike", "raid", "gift"]);
});

it("tells each once, and not more than one in five seconds", async () => {
  const { append, told } = await makeAlerts();
  const raid = (id: string) => [{ type: "moment", kind: "raid", id }];
  append([...raid("a"), ...raid("b")]);
  await vi.advanceTimersByTimeAsync(4_900);
  append(raid("c"));
  await vi.advanceTimersByTimeAsync(200);
  append(raid("a"));
  append(raid("d"));
  expect(told).toEqual(["a", "d"]);
});

it("follows the log again when that failed", async () => {
  const { append, told } = await makeAlerts({ failures: 1 });
  await vi.advanceTimersByTimeAsync(1_000);
  append([{ type: "moment", kind: "raid", id: "raid" }]);
  expect(told).toEqual(["raid"]);
});

it("leaves the log when it is closed", async () => {
  const { alerts, append, told, released, channel } = await makeAlerts();
  alerts.close();
  append([{ type: "moment", kind: "raid", id: "late" }]);
  expect([told, released.count, channel.listeners]).toEqual([[], 1, 0]);
});
