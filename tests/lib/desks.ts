import { eventually } from "@frontrow/testkit/eventually";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { dashboardDir, openPage, startBrowser, stateOf, watch } from "./browser.ts";
import { type Stack, startStack } from "./stack.ts";

/** For one test file: a stack that serves the page, and a browser. What a test opens is closed after it. */
export function useDesks() {
  let stack: Stack;
  let browser: Browser;
  const pages: Page[] = [];

  beforeAll(async () => {
    stack = await startStack({ dashboardDir });
    browser = await startBrowser();
  });
  afterEach(async () => {
    for (const page of pages.splice(0)) await page.context().close();
  });
  afterAll(async () => {
    await browser?.close();
    await stack?.stop();
  });

  return {
    get stack() {
      return stack;
    },
    /** A desk of its own at a broadcast, once it is live. */
    async desk(username: string): Promise<Page> {
      const page = await openPage(browser, stack.urls[0] as string);
      pages.push(page);
      await watch(page, username);
      await eventually(async () => expect(await stateOf(page)).toContain("LIVE"), 30_000);
      return page;
    },
  };
}
