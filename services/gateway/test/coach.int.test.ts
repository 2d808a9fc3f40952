import { COACH_QUEUE, type CoachJob, coachJobSchema } from "@frontrow/protocol/coach-job";
import type { RedisClient } from "@frontrow/redis/client";
import { keys } from "@frontrow/redis/keys";
import { eventually } from "@frontrow/testkit/eventually";
import { Queue } from "bullmq";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Gateway } from "../src/gateway.ts";
import { Harness } from "./harness.ts";
import { prompt } from "./understood.ts";

describe("a desk that lets a language model word its prompts", () => {
  let harness: Harness;
  let gateways: Gateway[];
  let queue: Queue<CoachJob>;
  let connection: RedisClient;

  beforeAll(async () => {
    harness = await Harness.start();
    const withModel = { COACH_API_URL: "http://127.0.0.1:9/v1" };
    gateways = [
      (await harness.gateway(withModel)).gateway,
      (await harness.gateway(withModel)).gateway,
      (await harness.gateway()).gateway,
    ];
    await harness.redis.start();
    connection = harness.redis.duplicate();
    queue = new Queue(COACH_QUEUE, { connection, prefix: keys.queue("coach") });
  });
  afterAll(async () => {
    await queue.close();
    connection.disconnect();
    await harness.close();
  });

  async function atDesk(gateway: Gateway | undefined, handle: string, usesModel: boolean) {
    const client = harness.client(gateway as Gateway);
    const { data } = await client.next("sessionCreated");
    client.send({ type: "setCoach", usesModel });
    client.send({ type: "changeUsername", username: handle });
    await client.next("history");
    return { client, desk: { sessionId: String(data?.["sessionId"]), resumeToken: String(data?.["resumeToken"]) } };
  }

  const jobsOf = async (deskId: string) => {
    const jobs = await queue.getJobs(["wait", "prioritized", "delayed"]);
    return jobs.map(({ data }) => coachJobSchema.parse(data)).filter((job) => job.deskId === deskId);
  };
  const promptIds = async (deskId: string) => (await jobsOf(deskId)).map((job) => job.prompt.id).sort();

  it("asks for each once, in its language, however many sockets and gateways show it", async () => {
    const broadcast = await harness.broadcast();
    const { client, desk } = await atDesk(gateways[0], broadcast.handle, true);
    const mates = [gateways[0], gateways[1]].map((gateway) => harness.client(gateway as Gateway, { batched: true }));
    for (const mate of mates) {
      mate.send({ type: "resume", ...desk });
      await mate.next("history");
    }
    const without = await atDesk(gateways[0], broadcast.handle, false);
    const noModelHere = await atDesk(gateways[2], broadcast.handle, true);
    client.send({ type: "setLanguage", language: "fr" });
    await client.next("languageSet");
    await eventually(() =>
      expect(mates.flatMap(({ frames }) => frames.flatMap(({ items = [] }) => items))).toMatchObject([
        { type: "languageSet" },
        { type: "languageSet" },
      ]),
    );
    await broadcast.fold({ chats: 1 }, {}, [prompt("thankGifter:7")]);
    await broadcast.fold({ chats: 2 }, {}, [prompt("p2")]);
    await eventually(async () => expect(await promptIds(desk.sessionId)).toEqual(["p2", "thankGifter:7"]));
    const [job] = await jobsOf(desk.sessionId);
    expect(job).toMatchObject({ sessionId: broadcast.sessionId, language: "fr" });
    expect([prompt("thankGifter:7"), prompt("p2")]).toContainEqual(job?.prompt);
    await eventually(() => expect(without.client.types().filter((type) => type === "automatedPrompt")).toHaveLength(2));
    await eventually(() => expect(noModelHere.client.types().filter((type) => type === "automatedPrompt")).toHaveLength(2));
    expect(await queue.getJobCountByTypes("wait", "prioritized", "delayed", "active")).toBe(2);
  });

  it("does not ask for what it has answered, nor any more once it has turned that off", async () => {
    const broadcast = await harness.broadcast();
    const { client, desk } = await atDesk(gateways[0], broadcast.handle, true);
    client.send({ type: "answerQuestion", questionId: "q1" });
    await client.next("questionAnswered");
    await broadcast.fold({ chats: 1 }, {}, [prompt("resolved", { questionId: "q1" }), prompt("open", { questionId: "q2" })]);
    await eventually(async () => expect(await promptIds(desk.sessionId)).toEqual(["open"]));
    client.send({ type: "setCoach", usesModel: false });
    await eventually(() => expect(client.frames.findLast(({ type }) => type === "coachSet")?.data).toEqual({ usesModel: false }));
    await broadcast.fold({ chats: 2 }, {}, [prompt("late")]);
    await eventually(() => expect(client.types().filter((type) => type === "automatedPrompt")).toHaveLength(2));
    client.send({ type: "setCoach", usesModel: true });
    await eventually(() => expect(client.frames.findLast(({ type }) => type === "coachSet")?.data).toEqual({ usesModel: true }));
    await broadcast.fold({ chats: 3 }, {}, [prompt("again")]);
    await eventually(async () => expect(await promptIds(desk.sessionId)).toContain("again"));
    expect(await promptIds(desk.sessionId)).toEqual(["again", "open"]);
  });
});
