import { mkdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createObjectStore } from "@frontrow/blob/create-object-store";
import type { LogEntry } from "@frontrow/protocol/entry";
import type { LiveEvent } from "@frontrow/protocol/event";
import type { DeskId, SessionId } from "@frontrow/protocol/ids";
import { type Report, reportSchema } from "@frontrow/protocol/library/report";
import { recordingIdOf } from "@frontrow/protocol/recording";
import { createRecordingStore } from "@frontrow/redis/recordings";
import type { Simulator } from "@frontrow/simulator/simulator";
import { eventually } from "@frontrow/testkit/eventually";
import { userNamed } from "@frontrow/testkit/users";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { inaccessible, stateOf, windowOf } from "../lib/browser.ts";
import { useDesks } from "../lib/desks.ts";
import { record } from "../lib/recorded.ts";

type SayingInput = Parameters<Simulator["say"]>[1];

const desks = useDesks({ inProcess: ["ingest", "analytics", "jobs", "replay"] });
const shots = fileURLToPath(new URL("../../.frontrow/screenshots", import.meta.url));
const DAY_MS = 86_400_000;

/** A broadcast in which only what a test says is said. */
function silent(name: string) {
  const { simulator } = desks.stack;
  simulator.script(name, { events: 0, waitsForConnection: false });
  return {
    say: (...sayings: SayingInput[]) => void simulator.say(name, ...sayings),
    end: () => simulator.creator(name).end(),
  };
}

/** What is said in a broadcast of some life: three people write, two give, one asks. */
const evening: readonly SayingInput[] = [
  { type: "roomUser", viewers: 120 },
  ...Array.from(
    { length: 30 },
    (_, n): SayingInput => ({ type: "chat", user: ["Ana", "さくら🌸", "سارة العتيبي"][n % 3] ?? "", text: `gold leaf ${n}` }),
  ),
  { type: "gift", user: "Bartholomew Feathersto", name: "Galaxy", diamonds: 1_000 },
  ...Array.from({ length: 4 }, (): SayingInput => ({ type: "gift", user: "Ana", diamonds: 1 })),
  { type: "follow", user: "Ana" },
  { type: "share", user: "さくら🌸" },
  { type: "like", user: "Ana", count: 15, total: 15 },
];

const dataOf = (page: Page, testId: string, name = "data-value") => page.getByTestId(testId).first().getAttribute(name);
const shownTotals = async (page: Page) => {
  const names = ["chats", "likes", "gifts", "diamonds", "follows", "shares"] as const;
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await dataOf(page, `tile-${name}`)] as const)));
};

it("a broadcast that ends is read as a report, whose figures are the fold's, printed, saved, and replayed from", async () => {
  mkdirSync(shots, { recursive: true });
  const rita = silent("rita");
  const page = await desks.desk("demo:rita");
  rita.say(...evening);
  rita.say({ type: "question", user: "Quinn", text: "which brush is that one, the wide one on the left?" });
  await page.getByRole("tab", { name: /Questions/ }).click();
  const asked = page.getByTestId("question-row").filter({ hasText: "which brush" });
  await asked.first().getByRole("button", { name: "Answered" }).click();
  await eventually(async () => expect(await dataOf(page, "tile-chats")).toBe("30"), 20_000);
  rita.end();
  await page.getByTestId("summary").waitFor({ timeout: 30_000 });
  const totals = await shownTotals(page);
  await page.getByRole("button", { name: "Read the report" }).click();
  await isReady(page);

  const inReport = async (name: string) =>
    page.locator(`[data-testid=report-total][data-name=${name}]`).getAttribute("data-value");
  const figure = async (name: string) =>
    page.locator(`[data-testid=report-figure][data-name=${name}]`).getAttribute("data-value");
  expect({
    chats: await inReport("messages"),
    likes: await inReport("likes"),
    gifts: await inReport("gifts"),
    diamonds: await figure("diamonds"),
    follows: await figure("follows"),
    shares: await inReport("shares"),
  }).toEqual(totals);
  expect(await page.getByText("fewer than two earlier broadcasts").count()).toBe(1);
  expect(await page.locator('[data-testid=report-question][data-status="answered"]').first().innerText()).toContain(
    "which brush",
  );

  // It has an address, and the browser's own button leads back.
  expect(page.url()).toContain("report=ses_");
  await page.reload();
  await isReady(page);

  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "JSON" }).click()]);
  expect(download.suggestedFilename()).toMatch(/^frontrow-report-demo-rita-\d{4}-\d\d-\d\d\.json$/);
  const saved: Report = reportSchema.parse(JSON.parse(readFileSync(await download.path(), "utf8")));
  expect(String(saved.facts.totals.chats)).toBe(totals["chats"]);

  for (const [width, colorScheme] of [
    [1440, "dark"],
    [360, "light"],
  ] as const) {
    await page.setViewportSize({ width, height: width < 700 ? 780 : 900 });
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: `${shots}/report-${width}-${colorScheme}.png` });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    expect(await inaccessible(page)).toEqual([]);
  }
  await page.setViewportSize({ width: 703, height: 1_000 });
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await page.screenshot({ path: `${shots}/report-print.png`, fullPage: true });
  expect(await page.getByRole("button", { name: "Print" }).isVisible()).toBe(false);
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe("rgb(255, 255, 255)");
  const pages = (await page.pdf({ format: "A4" })).toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  expect(pages).toBeGreaterThan(0);
  expect(pages).toBeLessThanOrEqual(3);
  await page.emulateMedia({ media: null, colorScheme: null });
  await page.setViewportSize({ width: 1440, height: 900 });

  await page.getByRole("button", { name: "Replay", exact: true }).click();
  await eventually(async () => expect(await stateOf(page)).toContain("REPLAY"), 20_000);
  expect(page.url()).not.toContain("report=");
});

it("somebody from earlier broadcasts is known: in the chat, on their card, to the coach, and with what the desk notes", async () => {
  const sven = silent("sven");
  const page = await desks.desk("demo:sven");
  const say = (user: string, text: string) => sven.say({ type: "chat", user, text });
  say("Anouk", "hello there");
  const row = page.getByTestId("chat-row").filter({ hasText: "hello there" });
  await row.getByRole("button").first().click();
  const card = page.getByTestId("viewer-card");
  const userId = await card.getAttribute("data-id");
  await card.getByText("in no finished recording").waitFor();
  await card.getByRole("button", { name: "Close" }).click();

  await hold(page, "demo:sven", userId ?? "", [3 * 7 * DAY_MS, 10 * 7 * DAY_MS]);
  await page.reload();
  await eventually(async () => expect(await stateOf(page)).toContain("LIVE"), 30_000);
  say("Anouk", "here again");
  const again = page.getByTestId("chat-row").filter({ hasText: "here again" });
  await eventually(
    async () => expect(await again.getByTestId("regular-badge").getAttribute("title")).toBe("3rd broadcast"),
    20_000,
  );
  const coach = page.locator('[data-testid=coach][data-trigger="welcomeRegular"]');
  // It gives way to what happens just now.
  const others = page.locator('[data-testid=coach]:not([data-trigger="welcomeRegular"])');
  await page.addLocatorHandler(others, (other) => other.getByRole("button", { name: "Not now" }).click());
  await coach.waitFor();
  await eventually(async () => expect(await coach.innerText()).toMatch(/Anouk.*3rd (broadcast|time).*3 weeks ago/s), 20_000);
  await page.removeLocatorHandler(others); // no prompt is in the way of what follows
  await page.getByRole("tab", { name: "Regulars" }).click();
  await page.getByTestId("regular-row").filter({ hasText: "Anouk" }).waitFor();

  const other = await windowOf(page);
  await eventually(async () => expect(await stateOf(other)).toContain("LIVE"), 30_000);
  for (const each of [page, other]) {
    await each.getByTestId("chat-row").filter({ hasText: "here again" }).getByRole("button").first().click();
    await eventually(async () => expect(await dataOf(each, "known-broadcasts")).toBe("2"), 20_000);
  }
  await page.getByLabel("Note").fill("plays the violin");
  await page.getByLabel("Note").press("Enter");
  await page.getByLabel("Tags").fill("VIP, from Discord");
  await page.getByLabel("Tags").press("Enter");
  await eventually(async () => {
    expect(await other.getByLabel("Note").inputValue()).toBe("plays the violin");
    expect(await other.getByTestId("viewer-tag").allInnerTexts()).toEqual(["VIP", "from Discord"]);
  }, 20_000);
  await page.getByRole("button", { name: "Undo" }).click();
  await eventually(async () => expect(await other.getByTestId("viewer-tag").count()).toBe(0), 20_000);
  expect(await inaccessible(page)).toEqual([]);
  // What is being typed is saved when the card is left.
  await other.getByLabel("Note").fill("plays the cello");
  await other.keyboard.press("Escape");
  await eventually(async () => expect(await page.getByLabel("Note").inputValue()).toBe("plays the cello"), 20_000);
});

const isReady = (page: Page) =>
  eventually(async () => expect(await page.getByTestId("report").getAttribute("data-state")).toBe("ready"), 30_000);

/** Lets the desk of a page hold broadcasts of so long ago, in which one viewer wrote. */
async function hold(page: Page, handle: string, userId: string, ages: readonly number[]): Promise<void> {
  const { deskId } = JSON.parse((await page.evaluate(() => sessionStorage.getItem("frontrow.desk"))) ?? "{}") as {
    deskId: DeskId;
  };
  const blob = createObjectStore(desks.stack.recordingsUrl);
  const broadcast = { handle, roomId: "7" };
  for (const [index, ageMs] of ages.entries()) {
    const fromMs = Date.now() - ageMs - 60_000;
    const session = `ses_earlier${String(index).padStart(10, "0")}` as SessionId;
    const recordingId = recordingIdOf(session, fromMs);
    await record(blob, { recordingId, broadcast, log: logOf(session, fromMs, userId) });
    await createRecordingStore(desks.stack.redis.client).holdComplete(deskId, recordingId, broadcast, fromMs);
  }
}

function logOf(session: SessionId, fromMs: number, userId: string): LogEntry[] {
  const plain = { language: "en", sentiment: 0, question: false, questionPriority: 0, toxicity: 0, spam: 0 };
  const chat = (second: number): LiveEvent => {
    const atMs = fromMs + second * 1_000;
    const user = { ...userNamed(userId), nickname: "Anouk", handle: "anouk" };
    return { id: `${session}:${second}`, atMs, sentAtMs: atMs, type: "chat", text: "hello", user, ...plain };
  };
  const items = [
    [{ type: "sourceOpened", atMs: fromMs, roomId: "7" }],
    [chat(1), chat(30), chat(50)],
    [{ type: "sourceClosed", atMs: fromMs + 60_000, reason: "ended" }],
  ];
  return items.map((data, n) => ({
    ...{ log: session, epoch: 1, id: `${n + 1}-0`, previous: `${n}-0`, stamp: `ingest:1:${n + 1}` },
    ...{ kind: n === 1 ? "events" : "control", data: JSON.stringify(data) },
  }));
}
