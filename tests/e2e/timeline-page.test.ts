import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { eventually } from "@frontrow/testkit/eventually";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { inaccessible, liveSeconds, type PageOptions, stateOf, watch } from "../lib/browser.ts";
import { useDesks } from "../lib/desks.ts";

const desks = useDesks({ inProcess: ["ingest", "analytics", "jobs", "replay"] });
const shots = fileURLToPath(new URL("../../.frontrow/screenshots", import.meta.url));

const until = (check: () => Promise<void>) => eventually(check, 30_000);
const line = (page: Page) => page.getByTestId("time-line");
const slider = (page: Page) => page.getByRole("slider", { name: "Position" });
const position = async (page: Page) => Number(await page.getByTestId("replay-position").getAttribute("data-value"));
const elapsed = (page: Page) => page.getByTestId("replay-position").innerText();
const marks = (page: Page, kind: string) => page.locator(`[data-testid="line-mark"][data-kind="${kind}"]`);
const settled = (page: Page) =>
  until(async () => expect(await page.getByTestId("transport").getAttribute("data-seeking")).toBeNull());
const leaveField = (page: Page) => page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());

/** A sample, paused, with its time line: what a desk has that has recorded nothing. */
async function replaying(options: PageOptions = {}): Promise<Page> {
  const page = await desks.open(options);
  await page.getByTestId("connect-form").waitFor();
  await page.getByRole("button", { name: "Replay a recording" }).last().click();
  await page.getByTestId("recording-replay").first().click();
  await until(async () => expect(await page.getByTestId("transport").getAttribute("data-state")).toBe("playing"));
  await page.getByRole("button", { name: "Pause" }).click();
  await page.locator('[data-testid="time-line"][data-known]').waitFor();
  await until(async () => expect(await page.getByTestId("transport").getAttribute("data-state")).toBe("paused"));
  await settled(page);
  return page;
}

/** Where on the page a share of the line is. */
async function placeOf(page: Page, share: number): Promise<{ x: number; y: number }> {
  const box = await slider(page).boundingBox();
  if (!box) throw new Error("there is no time line");
  return { x: box.x + share * box.width, y: box.y + box.height / 2 };
}

async function extentOf(page: Page): Promise<{ fromMs: number; lengthMs: number }> {
  const lengthMs = Number(await slider(page).getAttribute("max"));
  return { fromMs: (await position(page)) - Number(await slider(page).inputValue()), lengthMs };
}

/** The replay stands at a share of the whole, to a pixel or two. */
const standsAt = async (page: Page, share: number) => {
  await settled(page);
  const { fromMs, lengthMs } = await extentOf(page);
  await until(async () => expect(Math.abs(((await position(page)) - fromMs) / lengthMs - share)).toBeLessThan(0.02));
};

describe("the time line of a recording", () => {
  it("is gone along by mouse and keys; tells what is where, keeps bookmarks and a mark, and loops between handles", async () => {
    const page = await replaying();
    const half = await placeOf(page, 0.5);
    await page.mouse.click(half.x, half.y);
    await standsAt(page, 0.5);
    const quarter = await placeOf(page, 0.25);
    await page.mouse.move(quarter.x, quarter.y);
    await until(async () => expect(await page.getByTestId("line-detail").innerText()).toMatch(/viewer|message/));
    await page.mouse.move(400, 300);
    expect(await page.getByTestId("line-detail").count()).toBe(0);

    await leaveField(page);
    await page.keyboard.press("b");
    await page.getByTestId("bookmark-note").getByRole("textbox").fill("كل شيء — the sky");
    await page.getByRole("button", { name: "Keep" }).click();
    await until(async () => expect(await marks(page, "bookmark").getAttribute("aria-label")).toContain("the sky"));
    await slider(page).focus();
    await until(async () =>
      expect(await slider(page).getAttribute("aria-valuetext")).toContain("near: bookmark كل شيء — the sky"),
    );
    await page.keyboard.press("Home");
    await standsAt(page, 0);
    expect(await slider(page).getAttribute("aria-valuetext")).toContain("00:00:00 of");
    await marks(page, "bookmark").click();
    await standsAt(page, 0.5);

    await page.getByTestId("bookmarks-button").click();
    const list = page.getByTestId("bookmarks");
    await list.getByRole("button", { name: /Delete the bookmark/ }).click();
    await until(async () => expect(await marks(page, "bookmark").count()).toBe(0));
    await list.getByRole("button", { name: "Undo" }).click();
    await until(async () => expect(await marks(page, "bookmark").count()).toBe(1));
    await list.getByRole("button", { name: "Video starts here" }).click();
    await until(async () => expect(await elapsed(page)).toBe("00:00:00"));
    expect(await inaccessible(page)).toEqual([]);
    await page.keyboard.press("Escape");

    await leaveField(page);
    await page.keyboard.press("ArrowLeft");
    await settled(page);
    await until(async () => expect(await elapsed(page)).toBe("−00:00:10"));
    await page.getByRole("button", { name: /loop from here/ }).click();
    await leaveField(page);
    await page.keyboard.press("Shift+ArrowRight");
    await settled(page);
    await page.getByRole("button", { name: /loop to here/ }).click();
    const end = page.getByRole("slider", { name: "The loop ends" });
    await until(async () => expect(await end.getAttribute("aria-valuetext")).toBe("00:00:50"));
    await end.focus();
    await page.keyboard.press("Shift+ArrowLeft");
    await until(async () => expect(await end.getAttribute("aria-valuetext")).toBe("00:00:40"));
    const begin = await page.getByTestId("loop-from").boundingBox();
    if (!begin) throw new Error("there is no handle");
    await page.mouse.move(begin.x + begin.width - 2, begin.y + 10);
    await page.mouse.down();
    await page.mouse.move(quarter.x, quarter.y, { steps: 4 });
    await page.mouse.up();
    const { lengthMs } = await extentOf(page);
    await until(async () => {
      const beginsAt = Number(await page.getByTestId("loop-from").getAttribute("aria-valuenow"));
      expect(Math.abs(beginsAt * 1_000 - lengthMs / 4)).toBeLessThan(lengthMs / 50);
    });

    await page.reload();
    // They stand at one place, so they are one mark, which tells of both.
    await until(async () =>
      expect(await marks(page, "zero").getAttribute("aria-label")).toMatch(/^2: .*video starts here.*the sky/),
    );
  });

  it("is moved by a finger on a narrow screen, opens, and is accessible", async () => {
    mkdirSync(shots, { recursive: true });
    const page = await replaying({ width: 360, isTouch: true, theme: "light" });
    const place = await placeOf(page, 0.75);
    await page.touchscreen.tap(place.x, place.y);
    await standsAt(page, 0.75);
    await page.getByRole("button", { name: "More controls" }).tap();
    await until(async () => expect(await line(page).getAttribute("data-open")).toBe("true"));
    await page.screenshot({ path: `${shots}/timeline-360-light.png` });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    expect(await inaccessible(page)).toEqual([]);
  });
});

describe("a link to a moment", () => {
  it("opens the replay there, and says so where it leads nowhere", async () => {
    const page = await replaying();
    const { fromMs } = await extentOf(page);
    const url = new URL(page.url()).origin;
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.getByTestId("bookmarks-button").click();
    await page.getByRole("button", { name: "Copy link to this moment" }).click();
    const field = page.getByRole("textbox", { name: "Link to this moment" });
    const link = new URL(
      (await field.count()) > 0 ? await field.inputValue() : await page.evaluate(() => navigator.clipboard.readText()),
    );
    const recordingId = link.searchParams.get("recording") ?? "";

    const other = await desks.open();
    await other.getByTestId("connect-form").waitFor();
    await other.goto(`${url}/?recording=${recordingId}&t=5:00`);
    await other.getByTestId("transport").waitFor();
    await settled(other);
    await until(async () => expect(((await position(other)) - fromMs) / 1_000).toBeGreaterThanOrEqual(300));
    expect(((await position(other)) - fromMs) / 1_000).toBeLessThan(330);
    expect(new URL(other.url()).search).toBe("");

    for (const [search, sentence] of [
      [`recording=${recordingId}&t=soon`, "Its time cannot be read"],
      [`recording=${recordingId}&t=99:00:00`, "not in the recording"],
      ["recording=ses_nobodyhasit-5&t=1", "does not hold that recording"],
    ] as const) {
      await other.goto(`${url}/?${search}`);
      await until(async () => expect(await other.getByTestId("moment-link").getByRole("alert").innerText()).toContain(sentence));
    }
    await other.getByRole("button", { name: "Stay here" }).click();
    await until(async () => expect(await other.getByTestId("moment-link").count()).toBe(0));
  });
});

describe("a broadcast that is LIVE", () => {
  it("takes a bookmark at its now, and is stepped back in by the time of a row", async () => {
    desks.stack.simulator.script("zoe", { events: 0, waitsForConnection: false });
    const page = await desks.open();
    await watch(page, "demo:zoe");
    await until(async () => expect(await stateOf(page)).toContain("LIVE"));
    desks.stack.simulator.say("zoe", { type: "chat", text: "look at this" });
    const time = page.getByTestId("chat-row").getByRole("button", { name: /Replay from/ });
    await time.waitFor();
    const heardAtSeconds = await liveSeconds(page);
    // What hears the key comes after the page.
    await page.getByTestId("bookmarks-button").waitFor();
    await page.waitForLoadState("networkidle");
    await leaveField(page);
    await page.keyboard.press("b");
    await until(async () => expect(await page.getByTestId("bookmarks-button").innerText()).toContain("1"));
    // Who is nearer than five seconds to the newest item, a tick that may be late, has caught up and is LIVE.
    await until(async () => expect((await liveSeconds(page)) - heardAtSeconds).toBeGreaterThan(12));
    await time.focus();
    await page.keyboard.press("Enter");
    await until(async () => expect(await stateOf(page)).toContain("BEHIND LIVE"));
    await page.locator('[data-testid="time-line"][data-known]').waitFor();
    await until(async () => expect(await marks(page, "bookmark").count()).toBe(1));
  });
});
