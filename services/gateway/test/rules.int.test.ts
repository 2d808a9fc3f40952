import { BACK_TEST_QUEUE, type BackTestJob } from "@frontrow/protocol/back-test-job";
import { problemSchema } from "@frontrow/protocol/http";
import type { DeskId } from "@frontrow/protocol/ids";
import { type BackTest, MOST_RULES, type Rule } from "@frontrow/protocol/library/rule";
import { keys } from "@frontrow/redis/keys";
import { createRuleStore } from "@frontrow/redis/rules";
import { Queue } from "bullmq";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Gateway } from "../src/gateway.ts";
import { Harness } from "./harness.ts";

interface Desk {
  readonly deskId: DeskId;
  readonly token: string;
}

const words = { name: "Giveaway", condition: { type: "words", text: "giveaway" } };

describe("the alert rules of a desk", () => {
  let harness: Harness;
  let gateway: Gateway;

  beforeAll(async () => {
    harness = await Harness.start();
    ({ gateway } = await harness.gateway());
  });
  afterAll(() => harness.close());

  const open = async (): Promise<Desk> => (await (await fetch(`${gateway.url}/api/v1/desks`, { method: "POST" })).json()) as Desk;
  const call = (desk: Desk, method: string, path: string, body?: object, token = desk.token) =>
    fetch(`${gateway.url}/api/v1/desks/${desk.deskId}/${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
  const set = (desk: Desk, ruleId: string, body: object = words) => call(desk, "PUT", `rules/${ruleId}`, body);
  const list = async (desk: Desk) => ((await (await call(desk, "GET", "rules")).json()) as { rules: Rule[] }).rules;
  const problem = async (response: Response) => problemSchema.parse(await response.json());

  it("are set, changed, listed in the order in which they were made, and deleted; members are told each time", async () => {
    const desk = await open();
    const client = harness.client(gateway);
    client.send({ type: "resume", sessionId: desk.deskId, resumeToken: desk.token });
    await client.next("resumed");
    const told = () => client.frames.filter(({ type }) => type === "dataChanged").map(({ data }) => data);

    expect(await list(desk)).toEqual([]);
    const made = await set(desk, "b");
    const defaults = { isOn: true, hasSound: false, quietMs: 60_000 };
    expect([made.status, await made.json()]).toEqual([200, { ...words, ...defaults, ruleId: "b" }]);
    const madeAtMs = Date.now();
    await expect.poll(() => Date.now()).toBeGreaterThan(madeAtMs + 1);
    await set(desk, "a", { name: "Busy", condition: { type: "level", metric: "chats", is: "atLeast", value: 50 } });
    await set(desk, "b", { ...words, name: "Another", isOn: false });
    expect((await list(desk)).map(({ ruleId, name, isOn }) => [ruleId, name, isOn])).toEqual([
      ["b", "Another", false],
      ["a", "Busy", true],
    ]);
    await client.next("dataChanged");
    expect((await call(desk, "DELETE", "rules/b")).status).toBe(204);
    expect((await call(desk, "DELETE", "rules/b")).status).toBe(204);
    expect((await list(desk)).map(({ ruleId }) => ruleId)).toEqual(["a"]);
    await expect.poll(told).toEqual(Array.from({ length: 4 }, () => ({ data: "rules" })));
  });

  it("are bounded, say which is too much, and leave what was there", async () => {
    const desk = await open();
    for (let n = 0; n < MOST_RULES; n++) expect((await set(desk, `r${n}`)).status).toBe(200);
    const refused = await set(desk, "more");
    expect(refused.status).toBe(409);
    expect(await problem(refused)).toMatchObject({ code: "LIBRARY_FULL", detail: "Delete a rule first: a desk may have 50." });
    expect((await set(desk, "r7", { ...words, name: "Changed" })).status).toBe(200);
    expect(await list(desk)).toHaveLength(MOST_RULES);
  });

  it.each([
    ["r", { name: "x", condition: { type: "person", handle: "  " } }, /name/],
    ["r", { name: "x", condition: { type: "words", text: "x".repeat(101) } }, /100/],
    ["r", { name: "x", condition: { type: "gift", diamonds: 0 } }, /one diamond/],
    [
      "r",
      { name: "x", condition: { type: "change", metric: "viewers", is: "falls", percent: 20, spanMs: 9_999 } },
      /ten seconds/,
    ],
    ["r", { name: "x", condition: { type: "level", metric: "height", is: "atLeast", value: 1 } }, /metric/],
    ["r", { name: "x", condition: { type: "words", text: "a" }, script: "x" }, /script/],
    ["a.b", words, /id of a rule/],
  ])("refuse %s %j with what is wrong", async (ruleId, body, sentence) => {
    const desk = await open();
    const refused = await set(desk, ruleId, body);
    expect(refused.status).toBe(400);
    const { code, detail } = await problem(refused);
    expect(code).toBe("BAD_MESSAGE");
    expect(detail).toMatch(sentence);
    expect(await list(desk)).toEqual([]);
  });

  it("are their desk's alone, and so are its trials", async () => {
    const [desk, stranger] = [await open(), await open()];
    await set(desk, "mine");
    const begun = (await (await call(desk, "POST", "back-tests", { rule: words })).json()) as BackTest;
    for (const [method, path, body] of [
      ["GET", "rules"],
      ["PUT", "rules/mine", words],
      ["DELETE", "rules/mine"],
      ["POST", "back-tests", { rule: words }],
      ["GET", `back-tests/${begun.backTestId}`],
    ] as const) {
      expect((await call(desk, method, path, body, stranger.token)).status, `${method} ${path}`).toBe(403);
    }
    expect((await call(stranger, "GET", `back-tests/${begun.backTestId}`)).status).toBe(404);
    expect((await list(desk)).map(({ name }) => name)).toEqual(["Giveaway"]);
    expect(await list(stranger)).toEqual([]);
  });

  it("live as long as their desk", async () => {
    const desk = await open();
    await set(desk, "r");
    const { client } = harness.redis;
    const left = await client.pttl(keys.desk(desk.deskId));
    expect(Math.abs((await client.pttl(keys.rules(desk.deskId))) - left)).toBeLessThan(1_000);
    const socket = harness.client(gateway);
    socket.send({ type: "resume", sessionId: desk.deskId, resumeToken: desk.token });
    await socket.next("resumed");
    await expect.poll(() => client.pttl(keys.rules(desk.deskId))).toBe(-1);
    await fetch(`${gateway.url}/api/v1/desks/${desk.deskId}`, {
      method: "DELETE",
      headers: { authorization: `Bearer ${desk.token}` },
    });
    await expect.poll(() => client.pttl(keys.rules(desk.deskId))).toBeGreaterThan(0);
  });

  it("are tried by an order to jobs; a trial replaces the one before, and says what to do when it is over", async () => {
    const desk = await open();
    const begin = async () => (await (await call(desk, "POST", "back-tests", { rule: words })).json()) as BackTest;
    const read = (id: string) => call(desk, "GET", `back-tests/${id}`);
    const [first, second] = [await begin(), await begin()];
    expect(second).toMatchObject({ state: "waiting", done: 0, total: 0, recordings: [] });
    expect(await (await read(second.backTestId)).json()).toEqual(second);
    const over = await read(first.backTestId);
    expect(over.status).toBe(404);
    expect((await problem(over)).detail).toContain("Try the rule again");
    expect((await read("bt_guess")).status).toBe(400);

    const rules = createRuleStore(harness.redis.client);
    expect(await rules.writeTest(desk.deskId, { ...first, state: "done" })).toBe("replaced");
    const found: BackTest = { ...second, state: "done", recordings: [{ recordingId: "ses_a-1", rings: 0, first: [] }] };
    expect(await rules.writeTest(desk.deskId, found)).toBe("applied");
    expect(await (await read(second.backTestId)).json()).toEqual(found);
    expect(await harness.redis.client.pttl(keys.backTest(desk.deskId))).toBeGreaterThan(3_590_000);

    const connection = harness.redis.duplicate();
    const queue = new Queue<BackTestJob>(BACK_TEST_QUEUE, { connection, prefix: keys.queue("backTest") });
    const ordered = (await queue.getJobs(["waiting"])).map(({ data }) => data).filter(({ deskId }) => deskId === desk.deskId);
    expect(ordered.map(({ backTestId }) => backTestId).sort()).toEqual([first.backTestId, second.backTestId].sort());
    expect(ordered[0]?.rule).toMatchObject(words);
    await queue.close();
    connection.disconnect();
  });

  it("are not tried as often as somebody likes", async () => {
    const few = await harness.gateway({ BACK_TESTS_PER_DESK_MINUTE: 2 });
    const desk = await open();
    const begin = () =>
      fetch(`${few.gateway.url}/api/v1/desks/${desk.deskId}/back-tests`, {
        method: "POST",
        headers: { authorization: `Bearer ${desk.token}`, "content-type": "application/json" },
        body: JSON.stringify({ rule: words }),
      }).then(({ status }) => status);
    expect([await begin(), await begin(), await begin()]).toEqual([202, 202, 429]);
  });
});
