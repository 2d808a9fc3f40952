import type { QuestionDetected } from "@frontrow/protocol/insight";
import { questionQueue } from "@frontrow/protocol/question-queue";
import { expect, it } from "vitest";
import { heldQueue } from "./held-order.ts";

const question = (id: string, priority: number): QuestionDetected => ({
  type: "questionDetected",
  id,
  eventId: `event of ${id}`,
  atMs: 1_000,
  text: `text of ${id}`,
  priority,
});
const ids = (queue: ReturnType<typeof heldQueue>) => queue.rows.map(({ id }) => id);
const ofSession = { session: "ses_1", distinct: 3 };
const two = [question("a", 2), question("b", 4)];

it("shows what waits for an answer, the most urgent first, while nobody is at work in it", () => {
  const { questions } = questionQueue([...two, question("c", 5)], { c: { status: "answered", atMs: 2_000 } }, ofSession);
  expect(heldQueue(questions, undefined)).toMatchObject({ rows: [{ id: "b" }, { id: "a" }], unseen: 0 });
});

it("holds every row where it is while somebody is, and counts what is new", () => {
  const { questions } = questionQueue([...two, question("new", 5)], undefined, ofSession);
  const queue = heldQueue(questions, ["b", "a"]);
  expect(ids(queue)).toEqual(["b", "a"]);
  expect(queue.unseen).toBe(1);
});

it("keeps a row that was just resolved in its place, with what became of it", () => {
  const { questions } = questionQueue(two, { b: { status: "answered", atMs: 2_000 } }, ofSession);
  const queue = heldQueue(questions, ["b", "a"]);
  expect(ids(queue)).toEqual(["b", "a"]);
  expect(queue.rows[0]?.status).toBe("answered");
  expect(queue.unseen).toBe(0);
});

it("lets go of what the page has forgotten", () => {
  expect(ids(heldQueue(questionQueue(two, undefined, ofSession).questions, ["gone", "a"]))).toEqual(["a"]);
});
