import { eventually } from "@frontrow/testkit/eventually";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { dashboardDir, openPage, startBrowser, stateOf, watch } from "../lib/browser.ts";
import { type Stack, startStack } from "../lib/stack.ts";

const HOUR_MS = 3_600_000;
let stack: Stack;
let browser: Browser;
const pages: Page[] = [];

beforeAll(async () => {
  stack = await startStack({ dashboardDir });
  browser = await startBrowser();
});
afterEach(async () => {
  stack.simulator.faults.clear();
  for (const page of pages.splice(0)) await page.context().close();
});
afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});

async function open(options: Parameters<typeof openPage>[2]): Promise<Page> {
  const page = await openPage(browser, stack.urls[0] as string, options);
  pages.push(page);
  return page;
}

describe.each([-HOUR_MS, HOUR_MS])("a browser whose clock is %i ms off", (clockOffMs) => {
  it("shows how long the broadcast lasts, and when it is tried again, by the server's clock", async () => {
    const name = clockOffMs < 0 ? "behind" : "ahead";
    stack.simulator.script(name, { events: 0, waitsForConnection: false });
    stack.simulator.faults.set({ kind: "sign-429", retryAfterSeconds: 8 }, { creator: name, times: 1 });
    const page = await open({ clockOffMs });
    await watch(page, `demo:${name}`);
    await eventually(async () => expect(await stateOf(page)).toMatch(/CONNECTING\s+in [1-9] s/), 20_000);
    // Behind, it stood at 00:00:00; ahead, it began at 01:00:00.
    await eventually(async () => expect(await stateOf(page)).toMatch(/LIVE\s+00:00:(0[1-9]|[1-5]\d)/), 30_000);
    const said = await page.getByRole("status").first().innerText();
    const [, hours, minutes] = /(\d\d):(\d\d)/.exec(said) ?? [];
    const now = new Date();
    const off = Math.abs(now.getHours() * 60 + now.getMinutes() - (Number(hours) * 60 + Number(minutes)));
    expect(Math.min(off, 24 * 60 - off)).toBeLessThan(3);
  });
});

it("a browser whose language is no language tag shows the page, charts and all", async () => {
  const page = await open({ locale: "en-US@posix" });
  await watch(page, "demo:posix");
  await eventually(async () => expect(await stateOf(page)).toContain("LIVE"), 30_000);
  await eventually(async () => expect(await page.locator("canvas").count()).toBeGreaterThan(0), 20_000);
});
