import { eventually } from "@frontrow/testkit/eventually";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Gateway } from "../src/gateway.ts";
import type { TestClient } from "./client.ts";
import { Harness } from "./harness.ts";

describe("ids of commands", () => {
  let harness: Harness;
  let gateways: Gateway[];

  beforeAll(async () => {
    harness = await Harness.start();
    const lenient = { MESSAGE_BURST: 1_000_000, WATCH_BURST: 1_000_000 };
    gateways = [(await harness.gateway(lenient)).gateway, (await harness.gateway(lenient)).gateway];
  });
  afterAll(() => harness.close());

  const gateway = (n: number) => gateways[n % 2] as Gateway;

  /** Two members of one desk, each at a gateway of its own. */
  async function twoMembers() {
    const first = harness.client(gateway(0));
    const { data } = await first.next("sessionCreated");
    first.send({ type: "setLanguage", language: "en" });
    await first.next("languageSet");
    const desk = { sessionId: String(data?.["sessionId"]), resumeToken: String(data?.["resumeToken"]) };
    const second = harness.client(gateway(1));
    second.send({ type: "resume", ...desk });
    await second.next("resumed");
    return { first, second, desk };
  }

  /** Carries out all that was sent before. */
  async function settle(client: TestClient) {
    const from = client.frames.length;
    client.send({ type: "test" });
    await client.next("test", from);
  }
  const languages = (client: TestClient) =>
    client.frames.filter(({ type }) => type === "languageSet").map(({ data }) => data?.["language"]);

  it("are each member's own: the same id from two of them is two commands", async () => {
    const { first, second } = await twoMembers();
    first.send({ type: "changeUsername", username: "alice", commandId: "1" });
    await eventually(() => expect(second.frames.some(({ data }) => data?.["username"] === "alice")).toBe(true));
    second.send({ type: "changeUsername", username: "bob", commandId: "1" });
    await eventually(() => expect(first.frames.some(({ data }) => data?.["username"] === "bob")).toBe(true));
    // The very words of the other, too.
    second.send({ type: "changeUsername", username: "alice", commandId: "2" });
    const from = first.frames.length;
    await eventually(() => expect(first.frames.slice(from).some(({ data }) => data?.["username"] === "alice")).toBe(true));
    first.send({ type: "changeUsername", username: "bob", commandId: "2" });
    const later = second.frames.length;
    await eventually(() => expect(second.frames.slice(later).some(({ data }) => data?.["username"] === "bob")).toBe(true));
  });

  it("are known again after a cut, when a client comes back with its position", async () => {
    const { first, second, desk } = await twoMembers();
    first.send({ type: "setLanguage", language: "fr", commandId: "1" });
    const { pos } = await eventually(() => {
      const found = first.frames.find(({ type, data }) => type === "languageSet" && data?.["language"] === "fr");
      if (!found) throw new Error("not set");
      return found;
    });
    second.send({ type: "setLanguage", language: "de", commandId: "7" });
    await eventually(() => expect(languages(first)).toContain("de"));
    first.cut();
    const again = harness.client(gateway(0));
    again.send({ type: "resume", ...desk, pos });
    await again.next("resumed");
    again.send({ type: "setLanguage", language: "fr", commandId: "1" });
    await settle(again);
    await settle(second);
    expect(languages(second).at(-1)).toBe("de");
  });

  it("do each command of each member once, whichever ids they choose", async () => {
    const { first, second } = await twoMembers();
    const members = [first, second] as const;
    const command = fc.record({
      by: fc.constantFrom(0, 1),
      id: fc.constantFrom("1", "2", "3"),
      language: fc.constantFrom("en", "fr", "de", "es"),
    });
    let run = 0;
    let held = "en";
    await fc.assert(
      fc.asyncProperty(fc.array(command, { minLength: 2, maxLength: 10 }), async (commands) => {
        run += 1;
        const done = new Set<string>();
        for (const { by, id, language } of commands) {
          members[by as 0 | 1].send({ type: "setLanguage", language, commandId: `${run}.${id}` });
          await settle(members[by as 0 | 1]);
          const key = `${by} ${id} ${language}`;
          if (!done.has(key)) held = language;
          done.add(key);
        }
        for (const member of members) await eventually(() => expect(languages(member).at(-1)).toBe(held));
      }),
      { numRuns: 30, seed: 20_261_127 },
    );
  });
});
