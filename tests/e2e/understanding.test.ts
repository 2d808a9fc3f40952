import { eventually } from "@frontrow/testkit/eventually";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { useDesks } from "../lib/desks.ts";

const desks = useDesks();
const { desk } = desks;

const totals = ["chats", "likes", "gifts", "diamonds", "follows", "shares"] as const;
const numberOf = async (page: Page, testId: string) => Number(await page.getByTestId(testId).first().getAttribute("data-value"));
const shown = async (page: Page) =>
  Object.fromEntries(await Promise.all(totals.map(async (name) => [name, await numberOf(page, `tile-${name}`)])));

describe("a minute at fifty events a second", () => {
  it("is counted to the last event, understood, and shown in lists that stay short", async () => {
    const script = desks.stack.simulator.script("rush", { seed: "rush", events: 3_300, eventsPerSecond: 50, people: 300 });
    const page = await desk("demo:rush");
    await script.finished;
    const said = script.totals();
    await eventually(async () => {
      const { chats, likes, gifts, diamonds, follows, shares } = said;
      expect(await shown(page)).toEqual({ chats, likes, gifts, diamonds, follows, shares });
    }, 20_000);
    expect(await page.getByTestId("chat-row").count()).toBeLessThan(60);
    expect(await page.getByTestId("gift-row").count()).toBeLessThan(60);
    expect(await page.getByTestId("toast").count()).toBeLessThanOrEqual(3);
    // The scores are warm once a minute was seen, and say so by having a value.
    await eventually(async () => {
      for (const score of ["entertainment", "score-engagement", "score-reception", "score-energy", "score-retention"]) {
        expect(await page.getByTestId(score).getAttribute("data-value")).toMatch(/^\d+(\.\d+)?$/);
      }
    }, 20_000);
    expect(await page.getByTestId("energy-word").innerText()).toMatch(/^(rising|calm|dropping)$/);
  });
});

describe("a number", () => {
  it("says what it is made of, to the event, and gives the focus back", async () => {
    const script = desks.stack.simulator.script("gia", { seed: "gia", events: 300, people: 40 });
    const page = await desk("demo:gia");
    await script.finished;
    const { gifts } = script.totals();
    await eventually(async () => expect(await numberOf(page, "tile-gifts")).toBe(gifts), 20_000);
    await page.getByTestId("tile-gifts").press("Enter");
    const explanation = page.getByTestId("explanation");
    await eventually(async () => expect(await numberOf(page, "explained-value")).toBe(gifts), 20_000);
    expect(await explanation.innerText()).toContain("Streaks");
    expect(await explanation.innerText()).toContain("Sent twice, dropped");
    await page.keyboard.press("Escape");
    await eventually(async () => expect(await explanation.count()).toBe(0));
    await eventually(async () => expect(await page.locator(":focus").getAttribute("data-testid")).toBe("tile-gifts"));
  });

  it("has the Escape to itself when a toast comes meanwhile, and so has a dialog", async () => {
    desks.stack.simulator.script("tea", { events: 0, waitsForConnection: false });
    const page = await desk("demo:tea");
    const toast = page.getByTestId("toast");
    const bigGift = async (user: string) => {
      desks.stack.simulator.say("tea", { type: "gift", user, name: "Lion", diamonds: 29_999 });
      await toast.first().waitFor();
    };
    await page.getByTestId("tile-gifts").press("Enter");
    const explanation = page.getByTestId("explanation");
    await explanation.waitFor();
    await bigGift("ana");
    await page.keyboard.press("Escape");
    await eventually(async () => expect(await explanation.count()).toBe(0));
    expect(await toast.count()).toBeGreaterThan(0);

    await page.locator("body").press("?");
    const dialog = page.getByRole("dialog");
    await dialog.waitFor();
    await bigGift("ben");
    await page.keyboard.press("Escape");
    await eventually(async () => expect(await dialog.count()).toBe(0));
  });

  it("that the server does not explain says so, and can be asked again", async () => {
    desks.stack.simulator.script("ivo", { events: 0, waitsForConnection: false });
    const page = await desk("demo:ivo");
    desks.stack.simulator.say("ivo", { type: "chat", text: "hello" });
    await eventually(async () => expect(await numberOf(page, "tile-chats")).toBe(1), 20_000);
    await page.route("**/explain/**", (route) => route.abort());
    await page.getByTestId("tile-chats").click();
    const explanation = page.getByTestId("explanation");
    await eventually(async () => expect(await explanation.getByRole("alert").innerText()).toContain("did not answer"), 20_000);
    await page.unroute("**/explain/**");
    await explanation.getByRole("button", { name: "Try again" }).click();
    await eventually(async () => expect(await numberOf(page, "explained-value")).toBe(1), 20_000);
  });
});

describe("a moment", () => {
  it("stands in the list and on the charts, and one shows where the other is", async () => {
    const script = desks.stack.simulator.script("mia", { seed: "mia", events: 600, people: 60 });
    const page = await desk("demo:mia");
    await script.finished;
    const rows = page.getByTestId("moment-row");
    // Newer moments push a row down: it is found again by being pressed, not by its place.
    const pressed = page.locator('[data-testid="moment-row"][aria-pressed="true"]');
    const pointed = page.locator('[data-testid="moment-mark"][data-pointed]');
    await rows.first().click({ timeout: 20_000 });
    await eventually(async () => expect([await pressed.count(), await pointed.count()]).toEqual([1, 1]));
    await pressed.press("Escape");
    await eventually(async () => expect([await pressed.count(), await pointed.count()]).toEqual([0, 0]));
  });
});
