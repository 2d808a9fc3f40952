import type { LiveEvent } from "@frontrow/protocol/event";
import type { BackTest, Ring, RuleCondition } from "@frontrow/protocol/library/rule";
import { runRules } from "@frontrow/rules";
import { createLibrary } from "@frontrow/sdk/library";
import { eventually } from "@frontrow/testkit/eventually";
import { userNamed } from "@frontrow/testkit/users";
import { expect, it } from "vitest";
import { inaccessible, stateOf, watch } from "../lib/browser.ts";
import { useDesks } from "../lib/desks.ts";
import { deskOf, standsAt } from "../lib/replays.ts";
import { unfolded } from "../lib/stack.ts";
import { startTalk } from "../lib/talk.ts";
import { openViewer } from "../lib/viewer.ts";

const env = { ...unfolded, ARCHIVE_MIN_AGE_MS: "1", ARCHIVE_POLL_MS: "200" };
const desks = useDesks({ env, inProcess: ["analytics", "jobs", "replay"] });

const SECONDS = 64;
/** The highest speed at which all rows are shown. */
const SPEED = 8;

const conditions: readonly RuleCondition[] = [
  { type: "words", text: "word 7" },
  { type: "person", handle: "@mia" },
  { type: "gift", diamonds: 500 },
  { type: "change", metric: "viewers", is: "falls", percent: 20, spanMs: 10_000 },
  { type: "level", metric: "chats", is: "atLeast", value: 25, spanMs: 10_000 },
  { type: "level", metric: "diamonds", is: "atMost", value: 0, spanMs: 10_000 },
  { type: "change", metric: "chats", is: "rises", percent: 80, spanMs: 10_000 },
];
const ruleOf = (condition: RuleCondition, n: number) => ({
  ...{ ruleId: `r${n}`, name: "Rule", condition, isOn: true, hasSound: false, quietMs: 3_000 },
});

/** What happens beside the word of a second: a room that fills and empties, a busy quarter of a minute, gifts, and what is taken back. */
function happening(second: number, atMs: number): LiveEvent[] {
  const base = (n: number) => ({ id: `x${second}:${n}`, atMs: atMs + 100 + n, sentAtMs: atMs });
  const plain = { language: "en", sentiment: 0, question: false, questionPriority: 0, toxicity: 0, spam: 0 };
  const events: LiveEvent[] = [
    { ...base(0), type: "roomUser", viewers: second < 30 ? 100 + second : second < 40 ? 60 : 100 },
    { ...base(1), type: "like", count: 5, total: 5 * (second + 1), user: userNamed("bo") },
  ];
  if (second >= 20 && second < 36)
    for (let n = 2; n < 5; n++) events.push({ ...base(n), ...plain, type: "chat", user: userNamed("cy"), text: "so busy" });
  if (second % 17 === 5) events.push({ ...base(6), ...plain, type: "chat", user: userNamed("mia"), text: "word 7 is mine" });
  if (second % 20 === 10) {
    const gift = {
      giftId: "1",
      name: "Lion",
      count: 3,
      diamondsEach: 200,
      diamonds: 600,
      streakId: `s${second}:1`,
      streakOpen: false,
    };
    events.push({ ...base(7), type: "gift", user: userNamed("mia"), ...gift });
  }
  if (second === 30) events.push({ ...base(8), type: "moderation", eventIds: ["x22:6"], userIds: [] });
  if (second === 50) events.push({ ...base(9), type: "gap", fromMs: atMs - 1_000, toMs: atMs + 50, reason: "upstream" });
  return events;
}

it("a trial of a rule finds what the rule rings when the recording is replayed", { timeout: 90_000 }, async () => {
  const talk = await startTalk(desks.stack, "rita", 0);
  for (let second = 0; second < SECONDS; second++) {
    await talk.say();
    await talk.append(...happening(second, talk.atMs(second)));
  }
  // After the last of it.
  await talk.say();
  await talk.end();
  const viewer = openViewer({ urls: [...desks.stack.urls] });
  try {
    await eventually(() => expect(deskOf(viewer)).toBeTruthy());
    await talk.give(deskOf(viewer));

    const rules = conditions.map(ruleOf);
    const library = createLibrary(viewer.client);
    const found: BackTest[] = [];
    for (const { ruleId: _, ...rule } of rules) {
      const { backTestId } = await library.backTest(rule);
      found.push(
        await eventually(async () => {
          const test = await library.backTestState(backTestId);
          expect(test.state).toBe("done");
          return test;
        }, 20_000),
      );
    }

    viewer.client.setMode({ mode: "REPLAY", recordingId: talk.recordingId, paused: true });
    await standsAt(viewer, talk.atMs(0), { state: "paused" });
    const run = runRules(rules);
    const rings: Ring[] = [];
    let snapshots = 0;
    viewer.client.on((event) => {
      if (event.type === "snapshot") snapshots += 1;
      if (event.type === "events") rings.push(...event.events.flatMap((each) => run.feed(each)));
    });
    viewer.client.replay({ action: "speed", value: SPEED });
    viewer.client.replay({ action: "resume" });
    await eventually(() => expect(viewer.replay?.state).toBe("finished"), 30_000);
    expect(snapshots).toBe(0);

    const asTried = ({ ruleId: _, ...ring }: Ring) => ring;
    for (const [n, { ruleId, condition }] of rules.entries()) {
      const rung = rings.filter((ring) => ring.ruleId === ruleId).map(asTried);
      expect(found[n]?.recordings[0]?.first.map(asTried), JSON.stringify(condition)).toEqual(rung);
      expect(rung.length, JSON.stringify(condition)).toBeGreaterThan(0);
    }
    // What was taken back at half a minute is heard neither by the one nor by the other.
    expect(rings.filter(({ ruleId }) => ruleId === "r0").map(({ eventId }) => eventId)).toEqual(["x5:6", "x39:6", "x56:6"]);
  } finally {
    viewer.close();
  }
});

it("a user writes a rule, tries it on what is recorded, hears of it, and goes to where it would have rung", {
  timeout: 90_000,
}, async () => {
  const talk = await startTalk(desks.stack, "lena", 30);
  const page = await desks.open();
  await watch(page, "demo:lena");
  await eventually(async () => expect(await stateOf(page)).toContain("LIVE"), 30_000);

  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press("r");
  const dialog = page.getByRole("dialog", { name: /rule/i });
  await dialog.getByRole("button", { name: "New rule" }).click();
  await dialog.getByLabel("Ring when").selectOption({ label: "a word is written" });
  await dialog.getByRole("button", { name: "Save" }).click();
  expect(await dialog.getByRole("alert").innerText()).toContain("Give a word");
  await dialog.getByLabel("Word, or words in order").fill("WORD 7");
  await dialog.getByLabel("Then quiet for").selectOption({ label: "no time" });
  await dialog.getByRole("button", { name: "Try it on your last broadcasts" }).click();
  await eventually(
    async () => expect(await dialog.getByTestId("back-test").innerText()).toBe("It would have rung once in your last broadcast."),
    20_000,
  );
  expect(await inaccessible(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Save" }).click();
  await eventually(async () =>
    expect(await dialog.getByTestId("rule-row").allInnerTexts()).toEqual(["Somebody writes “WORD 7”"]),
  );
  expect(await inaccessible(page)).toEqual([]);
  await page.keyboard.press("Escape");

  const ana = userNamed("ana");
  const said = { language: "en", sentiment: 0, question: false, questionPriority: 0, toxicity: 0, spam: 0 };
  const atMs = talk.atMs(29) + 500;
  await talk.append({ id: "again", type: "chat", atMs, sentAtMs: atMs, user: ana, text: "is this word 7?", ...said });
  const toast = page.getByTestId("toast").filter({ hasText: "Somebody writes “WORD 7”" });
  await eventually(async () => expect(await toast.innerText()).toContain("ana: is this word 7?"), 20_000);

  await page.keyboard.press("r");
  await dialog.getByRole("button", { name: /^Change/ }).click();
  await dialog.getByRole("button", { name: "Try it on your last broadcasts" }).click();
  await eventually(async () => expect(await dialog.getByTestId("ring").count()).toBe(2), 20_000);
  await dialog.getByTestId("ring").first().click();
  await eventually(async () => expect(await stateOf(page)).toContain("BEHIND LIVE"), 30_000);
  expect(await dialog.count()).toBe(0);
  await eventually(async () => {
    const position = Number(await page.getByTestId("replay-position").getAttribute("data-value"));
    expect(position).toBeGreaterThanOrEqual(talk.atMs(7) - 5_000);
    expect(position).toBeLessThan(talk.atMs(29));
  }, 20_000);
  // It is played at 1 ×: what rang then rings again as its moment comes.
  await eventually(async () => expect(await toast.innerText()).toContain("ana: word 7"), 20_000);

  await page.keyboard.press("r");
  await dialog.getByRole("button", { name: /^Delete/ }).click();
  await dialog.getByRole("button", { name: "Undo" }).click();
  await eventually(async () => expect(await dialog.getByTestId("rule-row").count()).toBe(1));
});
