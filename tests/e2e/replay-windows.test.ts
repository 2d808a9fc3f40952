import { eventually } from "@frontrow/testkit/eventually";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { chatTexts, dashboardDir, openPage, startBrowser, stateOf, watch, windowOf } from "../lib/browser.ts";
import { useReplays } from "../lib/replays.ts";

const replays = useReplays({ dashboardDir });
let browsers: Browser[] = [];
beforeAll(async () => {
  browsers = await Promise.all([startBrowser(), startBrowser()]);
});
afterAll(() => Promise.all(browsers.map((browser) => browser.close())));

/** Somebody at a page in a browser of their own, at the broadcast that goes on. */
async function user(browser: Browser): Promise<Page> {
  const page = await openPage(browser, replays.urls[0] as string);
  await watch(page, replays.live.handle);
  await eventually(async () => expect(await stateOf(page)).toContain("LIVE"), 30_000);
  return page;
}

const press = async (page: Page, key: string): Promise<void> => {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press(key);
};
const modeOf = (page: Page) => page.locator("header[data-mode]").getAttribute("data-mode");
const lastWord = async (page: Page) => (await chatTexts(page)).at(-1);
/** Waits until windows show the same word last, at a time of the same replay. */
const agreeOn = (word: number, ...pages: readonly Page[]) =>
  eventually(async () => {
    for (const page of pages) {
      expect(await lastWord(page)).toBe(`word ${word}`);
      const at = Number(await page.getByTestId("replay-position").getAttribute("data-value"));
      expect(at).toBe(replays.live.atMs(word));
      expect(await page.getByTestId("transport").getAttribute("data-state")).toBe("paused");
    }
  }, 20_000);

it("two people at one broadcast, one with two windows: whoever steps back does so in both, and the other sees what is live", async () => {
  const { live } = replays;
  const [a, b] = await Promise.all(browsers.map(user));
  if (!a || !b) throw new Error("no pages");
  const newest = live.words - 1;
  for (const page of [a, b]) await eventually(async () => expect(await lastWord(page)).toBe(`word ${newest}`), 20_000);
  await press(a, "Space");
  await eventually(async () => expect(await modeOf(a)).toBe("REPLAY"), 20_000);
  const second = await windowOf(a);
  await agreeOn(newest, a, second);
  await press(a, "Home");
  await agreeOn(0, a, second);
  await press(second, "ArrowRight");
  await agreeOn(10, a, second);
  await press(a, "ArrowRight");
  await agreeOn(20, a, second);

  expect(await modeOf(b)).toBe("LIVE");
  expect(await b.getByTestId("transport").count()).toBe(0);
  await live.say();
  await eventually(async () => expect(await lastWord(b)).toBe(`word ${newest + 1}`), 20_000);
  await agreeOn(20, a, second);
  await press(second, "v");
  for (const page of [a, second, b])
    await eventually(async () => {
      expect(await modeOf(page)).toBe("LIVE");
      expect(await lastWord(page)).toBe(`word ${newest + 1}`);
    }, 20_000);
});
