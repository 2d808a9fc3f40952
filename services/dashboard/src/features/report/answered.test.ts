import { expect, it } from "vitest";
import { questionsOf } from "./answered.ts";
import { reportWith } from "./samples.ts";

const question = (name: string, atMs: number, priority = 3) => ({
  type: "questionDetected" as const,
  id: `q_${atMs.toString(36)}_${name}`,
  eventId: name,
  atMs,
  text: `${name}?`,
  priority,
});
const [soon, late, open, aside] = [
  question("soon", 1_000),
  question("late", 2_000),
  question("open", 3_000, 5),
  question("aside", 4_000),
];

it("tells what was answered and when, what was left open, and what was left aside", () => {
  const report = reportWith({
    facts: { questions: [open, late, aside, soon], totals: { ...reportWith().facts.totals, questions: 9 } },
    answers: {
      [soon.id]: { status: "answered", atMs: 31_000 },
      [late.id]: { status: "answered", atMs: 92_000 },
      [aside.id]: { status: "ignored", atMs: 5_000 },
    },
  });
  const { rows, summary } = questionsOf(report);
  expect(rows.map(({ question: { text }, outcome }) => `${text} ${outcome}`)).toEqual([
    "soon? answered after 30 s",
    "late? answered after 1 min",
    "open? not answered",
    "aside? left aside",
  ]);
  expect(summary).toBe("9 asked, 2 answered, 1 left aside. An answer took 1 min on average.");
});

it("does not say that a question was not answered while the broadcast goes on", () => {
  const report = reportWith({ facts: { questions: [open] }, isGrowing: true });
  expect(questionsOf(report).rows[0]?.outcome).toBe("waits");
});

it("says that nothing was asked", () => {
  expect(questionsOf(reportWith())).toEqual({ rows: [], summary: "Nothing was asked." });
});
