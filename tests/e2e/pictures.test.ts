import { eventually } from "@frontrow/testkit/eventually";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dashboardDir, openPage, startBrowser, watch } from "../lib/browser.ts";
import { type Stack, startStack } from "../lib/stack.ts";

describe("pictures of a simulated broadcast", () => {
  let stack: Stack;
  let browser: Browser;

  beforeAll(async () => {
    stack = await startStack({ dashboardDir });
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await stack?.stop();
  });

  it("are seen, and come from where the page came from, as all that it loads and connects to", async () => {
    const [url = ""] = stack.urls;
    const page = await openPage(browser, url);
    const asked: string[] = [];
    const refused: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).host));
    page.on("websocket", (socket) => asked.push(new URL(socket.url()).host));
    page.on("console", (message) => {
      if (/Content Security Policy/i.test(message.text())) refused.push(message.text());
    });
    await watch(page, "demo:pictures");
    const seen = () =>
      page
        .locator("img")
        .evaluateAll((images) => (images as HTMLImageElement[]).filter(({ naturalWidth }) => naturalWidth > 0).length);
    await eventually(async () => expect(await seen()).toBeGreaterThan(5), 30_000);
    expect(new Set(asked)).toEqual(new Set([new URL(url).host]));
    expect(refused).toEqual([]);
    await page.context().close();
  });

  it("are all that is passed on of the simulator", async () => {
    const [url = ""] = stack.urls;
    const drawing = await fetch(`${url}/simulator/avatar/1.svg`);
    expect([drawing.status, drawing.headers.get("content-type")]).toEqual([200, "image/svg+xml"]);
    expect(drawing.headers.get("content-security-policy")).toContain("sandbox");
    for (const path of [
      "control/faults",
      "healthz",
      "avatar/1",
      "avatar/%2e%2e/1.svg",
      "@alice/live",
      "a/b/c.svg",
      "none/1.svg",
      "",
    ]) {
      expect((await fetch(`${url}/simulator/${path}`)).status, path).toBe(404);
    }
  });
});
