import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { eventually } from "@frontrow/testkit/eventually";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { chatTexts, inaccessible, liveSeconds, type PageOptions, stateOf, watch } from "../lib/browser.ts";
import { useDesks } from "../lib/desks.ts";

const desks = useDesks({ inProcess: ["ingest", "analytics", "jobs", "replay"] });

/** A broadcast in which only what a test says is said. */
function silent(name: string): { say(text: string): void } {
  desks.stack.simulator.script(name, { events: 0, waitsForConnection: false });
  return { say: (text) => void desks.stack.simulator.say(name, { type: "chat", text }) };
}

async function user(username: string, options: PageOptions = {}): Promise<Page> {
  const page = await desks.open(options);
  await watch(page, username);
  await is(page, "LIVE");
  return page;
}

const is = (page: Page, state: string) => eventually(async () => expect(await stateOf(page)).toContain(state), 30_000);
/** A broadcast as long as that is on the screen. */
const lasts = (page: Page, seconds: number) =>
  eventually(async () => expect(await liveSeconds(page)).toBeGreaterThanOrEqual(seconds), 60_000);
const shows = (page: Page, texts: string[]) => eventually(async () => expect(await chatTexts(page)).toEqual(texts), 20_000);
const transport = (page: Page) => page.getByTestId("transport");
const plays = (page: Page, state: string) =>
  eventually(async () => expect(await transport(page).getAttribute("data-state")).toBe(state), 20_000);
const position = async (page: Page) => Number(await page.getByTestId("replay-position").getAttribute("data-value"));
/** Settled: the place that was asked for is the one that is shown. */
const settled = (page: Page) =>
  eventually(async () => expect(await transport(page).getAttribute("data-seeking")).toBeNull(), 20_000);

/** Leaves the form, so that keys are the page's. */
async function press(page: Page, ...keys: string[]): Promise<void> {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  for (const key of keys) await page.keyboard.press(key);
}

describe("a broadcast that is LIVE", () => {
  it("is paused by a key, goes on meanwhile, and is caught up with: no row lost, none twice", async () => {
    const rae = silent("rae");
    const page = await user("demo:rae");
    const other = await user("demo:rae");
    rae.say("one");
    await shows(page, ["one"]);
    await press(page, "Space");
    await is(page, "BEHIND LIVE");
    await plays(page, "paused");
    rae.say("two");
    await shows(other, ["one", "two"]);
    await shows(page, ["one"]);
    expect(await page.locator("header[data-mode]").getAttribute("data-mode")).toBe("REPLAY");
    expect(await other.locator("header[data-mode]").getAttribute("data-mode")).toBe("LIVE");
    await press(page, "v");
    await is(page, "LIVE");
    await shows(page, ["one", "two"]);
    rae.say("three");
    await shows(page, ["one", "two", "three"]);
    expect(await transport(page).count()).toBe(0);
  });

  it("is gone back in, to a moment of which nothing later shows, and forward again", async () => {
    const sol = silent("sol");
    const page = await user("demo:sol");
    sol.say("early");
    await shows(page, ["early"]);
    sol.say("late");
    await shows(page, ["early", "late"]);
    await press(page, "Space");
    await plays(page, "paused");
    await press(page, "Home");
    await settled(page);
    await shows(page, []);
    await eventually(async () => expect((await page.getByTestId("tile-chats").getAttribute("data-value")) ?? "").toMatch(/^0?$/));
    // A minute, which is more than there is.
    await press(page, "Shift+ArrowRight");
    await settled(page);
    await shows(page, ["early", "late"]);
    await eventually(async () => expect(await page.getByTestId("tile-chats").getAttribute("data-value")).toBe("2"));
    await press(page, "End");
    await is(page, "LIVE");
    await shows(page, ["early", "late"]);
  });

  it("steps back by an arrow, plays on, and is LIVE by itself once it has caught up", async () => {
    const tia = silent("tia");
    const page = await user("demo:tia");
    tia.say("hello");
    await shows(page, ["hello"]);
    // Who is nearer to the newest moment than some seconds has caught up.
    await lasts(page, 20);
    await press(page, "ArrowLeft");
    await is(page, "BEHIND LIVE");
    await plays(page, "playing");
    await page.getByLabel("Speed").selectOption("16");
    await eventually(async () => expect(await transport(page).count()).toBe(0), 30_000);
    await shows(page, ["hello"]);
  });
});

describe("a recording", () => {
  it("is chosen from the list, and moved by buttons, the slider and keys", async () => {
    desks.stack.simulator.script("uma", { seed: "uma", events: 2_000, eventsPerSecond: 40, waitsForConnection: false });
    const page = await user("demo:uma");
    // The replay must not come to its end while keys are pressed.
    await lasts(page, 30);
    // Of what is watched now it would be a step back.
    silent("tom");
    await watch(page, "demo:tom");
    await eventually(async () => expect(await page.getByRole("banner").getByRole("heading").innerText()).toBe("Tom"), 30_000);
    await page.getByRole("button", { name: "Replay a recording" }).click();
    await page.getByTestId("recording-row").filter({ hasText: "Uma" }).click();
    await page.getByTestId("recording-detail").getByRole("button", { name: "Replay", exact: true }).click();
    await is(page, "REPLAY");
    expect(await page.getByRole("dialog").count()).toBe(0);
    await plays(page, "playing");

    await page.getByRole("button", { name: "Pause" }).click();
    await plays(page, "paused");
    const slider = page.getByRole("slider", { name: "Position" });
    await slider.focus();
    await page.keyboard.press("Home");
    await settled(page);
    const from = await position(page);
    expect(await slider.getAttribute("aria-valuetext")).toContain("00:00:00 of");
    await page.keyboard.press("ArrowRight");
    await settled(page);
    await eventually(async () => expect(Math.round(((await position(page)) - from) / 1_000)).toBe(10));
    expect(await slider.getAttribute("aria-valuetext")).toContain("00:00:10 of");

    await press(page, "Home", "k");
    await plays(page, "playing");
    await press(page, "l", "l");
    await eventually(async () => expect(await page.getByLabel("Speed").inputValue()).toBe("4"));
    await press(page, "j");
    await is(page, "2×");
    await press(page, "Space");
    await plays(page, "paused");

    const field = page.getByTestId("connect-form").getByRole("textbox");
    await field.focus();
    await page.keyboard.type("k l,.v");
    expect(await field.inputValue()).toBe("k l,.v");
    expect(await transport(page).getAttribute("data-state")).toBe("paused");

    await page.getByRole("button", { name: /Go LIVE/ }).click();
    await is(page, "LIVE");
  });

  it("is there to be tried by who has none: a sample plays, and the desk is left as it was", async () => {
    const page = await desks.open();
    await page.getByTestId("connect-form").waitFor();
    await page.getByRole("button", { name: "Replay a recording" }).last().click();
    await page.getByText("Nothing is recorded yet").waitFor();
    await page.getByTestId("recording-replay").first().click();
    await is(page, "REPLAY");
    await plays(page, "playing");
    await press(page, "Space", "End");
    await settled(page);
    await eventually(
      async () => expect(Number(await page.getByTestId("tile-chats").getAttribute("data-value"))).toBeGreaterThan(0),
      20_000,
    );
    await page.getByRole("button", { name: "Leave replay" }).click();
    await eventually(async () => expect(await transport(page).count()).toBe(0));
    await page.getByTestId("connect-form").waitFor();
  });

  it("can be turned off, which the list says after a reload, too", async () => {
    silent("vic");
    const page = await user("demo:vic");
    await page.getByRole("button", { name: "Replay a recording" }).click();
    const setting = page.getByRole("switch", { name: "Record what this desk watches" });
    await setting.click();
    await eventually(async () => expect(await setting.getAttribute("aria-checked")).toBe("false"));
    await page.reload();
    await is(page, "LIVE");
    await page.getByRole("button", { name: "Replay a recording" }).click();
    await eventually(async () => expect(await setting.getAttribute("aria-checked")).toBe("false"));
  });
});

describe("a replay on the screen", () => {
  const shots = fileURLToPath(new URL("../../.frontrow/screenshots", import.meta.url));

  it.each([360, 1440].flatMap((width) => (["dark", "light"] as const).map((theme) => [width, theme] as const)))(
    "at %i px in %s is whole and accessible",
    async (width, theme) => {
      mkdirSync(shots, { recursive: true });
      desks.stack.simulator.script("wyn", { seed: "wyn", events: 5_000, eventsPerSecond: 40, waitsForConnection: false });
      const page = await user("demo:wyn", { width, theme });
      await lasts(page, 5);
      await press(page, "Space");
      await is(page, "BEHIND LIVE");
      await plays(page, "paused");
      await settled(page);
      if (width < 700) await page.getByRole("button", { name: "More controls" }).click();
      await page.screenshot({ path: `${shots}/replay-${width}-${theme}.png` });
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
      expect(await inaccessible(page)).toEqual([]);
    },
  );
});
