import { eventually } from "@frontrow/testkit/eventually";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { stateOf } from "../lib/browser.ts";
import { useDesks } from "../lib/desks.ts";

const desks = useDesks();

const watched = (page: Page) => page.getByRole("banner").getByRole("heading").innerText();
const live = (page: Page) => eventually(async () => expect(await stateOf(page)).toContain("LIVE"), 30_000);
const follow = (page: Page, name: string) => page.evaluate((hash) => location.assign(hash), `#${name}`);

/** A second page at the desk of the first: a duplicated tab has the same storage, before the page begins. */
async function mate(page: Page): Promise<Page> {
  const kept = await page.evaluate(() => sessionStorage.getItem("frontrow.desk") ?? "");
  const other = await page.context().newPage();
  await other.addInitScript((desk) => sessionStorage.setItem("frontrow.desk", desk), kept);
  await other.goto(desks.stack.urls[0] as string);
  await live(other);
  return other;
}

it("a link to another creator, opened at a shared desk, changes nothing until somebody says so", async () => {
  const first = await desks.desk("demo:uma");
  const second = await mate(first);
  await follow(first, "demo:vic");
  const dialog = first.getByRole("dialog");
  await dialog.waitFor();
  expect(await dialog.innerText()).toContain("@demo:vic");
  expect(await dialog.innerText()).toContain("everybody who shares it");
  expect(await second.getByRole("dialog").count()).toBe(0);
  if (process.env["SCREENSHOTS"]) {
    await first.screenshot({ path: `${process.env["SCREENSHOTS"]}/link-wide.png` });
    await first.setViewportSize({ width: 360, height: 780 });
    await first.screenshot({ path: `${process.env["SCREENSHOTS"]}/link-narrow.png` });
    await first.setViewportSize({ width: 1440, height: 900 });
  }
  await dialog.getByRole("button", { name: "Stay" }).click();
  await eventually(async () => expect(await first.getByRole("dialog").count()).toBe(0));
  expect(await first.evaluate(() => location.hash)).toBe("#demo:uma");
  expect([await watched(first), await watched(second)]).toEqual(["Uma", "Uma"]);

  await follow(first, "demo:vic");
  const alone = first.context().waitForEvent("page");
  await first.getByRole("dialog").getByRole("link", { name: "In a new tab" }).click();
  const own = await alone;
  await eventually(async () => expect(await watched(own)).toBe("Vic"), 30_000);
  expect([await watched(first), await watched(second)]).toEqual(["Uma", "Uma"]);
  const deskOf = (page: Page) => page.evaluate(() => sessionStorage.getItem("frontrow.desk"));
  expect(await deskOf(own)).not.toBe(await deskOf(first));

  await follow(first, "demo:vic");
  await first.getByRole("dialog").getByRole("button", { name: "Here, for everybody" }).click();
  for (const page of [first, second]) await eventually(async () => expect(await watched(page)).toBe("Vic"), 30_000);
  expect(await first.getByRole("dialog").count()).toBe(0);
});

it("a tab that is closed and opened again is at its desk, and one beside it at another", async () => {
  const deskOf = async (page: Page) =>
    (JSON.parse((await page.evaluate(() => sessionStorage.getItem("frontrow.desk"))) ?? "{}") as { deskId?: string }).deskId;
  const first = await desks.desk("demo:wes");
  const open = async () => {
    const page = await first.context().newPage();
    await page.goto(desks.stack.urls[0] as string);
    await eventually(async () => expect(await deskOf(page)).toMatch(/^dsk_/));
    return page;
  };
  const one = await deskOf(first);
  const beside = await open();
  const other = await deskOf(beside);
  expect(other).not.toBe(one);
  await first.close();
  const again = await open();
  await live(again);
  expect(await deskOf(again)).toBe(one);
  await Promise.all([again.close(), beside.close()]);
  // Of several, the newest desk.
  expect(await deskOf(await open())).toBe(other);
});
