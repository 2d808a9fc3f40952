import { eventually } from "@frontrow/testkit/eventually";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { dashboardDir, openPage, type PageOptions, startBrowser, stateOf, watch } from "./browser.ts";
import { type Stack, type StackOptions, startStack } from "./stack.ts";

/** For one test file: a stack that serves the page, and a browser. What a test opens is closed after it. */
export function useDesks(options: Pick<StackOptions, "env" | "inProcess"> = {}) {
  let stack: Stack;
  let browser: Browser;
  const pages: Page[] = [];

  beforeAll(async () => {
    stack = await startStack({ dashboardDir, ...options });
    browser = await startBrowser();
  });
  afterEach(async () => {
    for (const page of pages.splice(0)) await page.context().close();
  });
  afterAll(async () => {
    await browser?.close();
    await stack?.stop();
  });

  const open = async (how: PageOptions = {}): Promise<Page> => {
    const page = await openPage(browser, stack.urls[0] as string, how);
    pages.push(page);
    return page;
  };

  return {
    get stack() {
      return stack;
    },
    /** A user of their own who has just come. */
    open,
    /** A desk of its own at a broadcast, once it is live. */
    async desk(username: string): Promise<Page> {
      const page = await open();
      await watch(page, username);
      await eventually(async () => expect(await stateOf(page)).toContain("LIVE"), 30_000);
      return page;
    },
  };
}
