import { readFile } from "node:fs/promises";
import { eventually } from "@frontrow/testkit/eventually";
import Papa from "papaparse";
import type { Locator, Page } from "playwright-core";
import { expect, it } from "vitest";
import { chatTexts, inaccessible, stateOf, windowOf } from "../lib/browser.ts";
import { useDesks } from "../lib/desks.ts";

const desks = useDesks({
  inProcess: ["ingest", "analytics", "jobs", "replay"],
  env: { ARCHIVE_MIN_AGE_MS: "1", ARCHIVE_POLL_MS: "200" },
});

const TEXT = "Where did you find the golden teapot?";

/** Gives a file to the desk, and waits for what becomes of it. */
async function importInto(
  page: Page,
  file: string | { name: string; mimeType: string; buffer: Buffer },
  state: "done" | "failed",
) {
  const zone = page.getByTestId("import");
  await zone.locator("input[type=file]").setInputFiles(file);
  await eventually(async () => expect(await zone.getAttribute("data-state")).toBe(state), 30_000);
  return zone;
}

async function openRecordings(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Replay a recording" }).first().click();
  await page.getByRole("dialog", { name: "Recordings" }).waitFor();
}
const rowOf = (page: Page): Locator => page.getByTestId("recording-row").first();
const rowSays = (text: string | RegExp, ...pages: readonly Page[]) =>
  eventually(async () => {
    for (const page of pages) expect(await rowOf(page).innerText()).toMatch(text);
  }, 30_000);
const detailOf = (page: Page): Locator => page.getByTestId("recording-detail");
const press = (page: Page, name: string): Promise<void> => detailOf(page).getByRole("button", { name, exact: true }).click();

it("a broadcast that was recorded is found by its chat, named, pinned, exported, deleted and restored, in both windows of a desk", async () => {
  const { simulator } = desks.stack;
  simulator.script("lia", { events: 0, waitsForConnection: false });
  const page = await desks.desk("demo:lia");
  simulator.say("lia", { type: "chat", text: "good evening" }, { type: "chat", text: TEXT });
  await eventually(async () => expect(await chatTexts(page)).toContain(TEXT), 20_000);
  simulator.creator("lia").end();
  await eventually(async () => expect(await stateOf(page)).toContain("ENDED"), 30_000);
  const other = await windowOf(page);
  for (const each of [page, other]) await openRecordings(each);
  // Counted, and so looked through.
  await rowSays(/2 chats/, page, other);

  const search = page.getByRole("searchbox");
  await search.fill("TEAPOT");
  const hit = page.getByTestId("search-hit");
  await eventually(async () => expect(await hit.innerText()).toContain(TEXT), 30_000);
  expect(await hit.locator("mark").innerText()).toBe("teapot");
  expect(await inaccessible(page)).toEqual([]);
  await search.fill("no such words at all");
  await page.getByText("Nothing that this desk recorded fits.").waitFor();
  await page.getByRole("button", { name: "Show all" }).click();

  await rowOf(page).click();
  await press(page, "Rename");
  await page.getByRole("textbox", { name: "Name of this recording" }).fill("Tea, the first evening");
  await page.keyboard.press("Enter");
  await press(page, "Pin");
  await rowSays(/Tea, the first evening[\s\S]*pinned/, page, other);

  await rowOf(other).click();
  await press(other, "Export…");
  await detailOf(other).locator("[data-testid=export-kind][data-kind=chats]").click();
  const made = page.locator("[data-testid=export-row][data-state=ready]");
  await made.waitFor();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    made.getByRole("button", { name: "Download", exact: true }).click(),
  ]);
  const file = await readFile(await download.path(), "utf8");
  expect(download.suggestedFilename()).toMatch(/\.csv$/);
  const { data } = Papa.parse<Record<string, string>>(file.replace(/^\uFEFF/, ""), { header: true, skipEmptyLines: true });
  expect(data.map((row) => row["text"]).sort()).toEqual([TEXT, "good evening"].sort());

  expect(await inaccessible(page)).toEqual([]);

  await press(page, "Delete");
  await rowSays(/deleted/, page, other);
  await other.getByRole("button", { name: "Restore Tea, the first evening" }).click();
  await eventually(async () => {
    for (const each of [page, other]) expect(await rowOf(each).innerText()).not.toContain("deleted");
  }, 30_000);

  await search.fill("teapot");
  await hit.click();
  await eventually(async () => expect(await stateOf(page)).toContain("REPLAY"), 30_000);
  await eventually(async () => expect(await chatTexts(page)).toContain(TEXT), 30_000);
  expect(await page.getByRole("dialog").count()).toBe(0);
});

it("a file that was exported is imported at another desk, and one that was not says in which line it is none", async () => {
  const { simulator } = desks.stack;
  simulator.script("mia", { events: 0, waitsForConnection: false });
  const page = await desks.desk("demo:mia");
  simulator.say("mia", { type: "chat", text: TEXT });
  await eventually(async () => expect(await chatTexts(page)).toContain(TEXT), 30_000);
  simulator.creator("mia").end();
  await eventually(async () => expect(await stateOf(page)).toContain("ENDED"), 30_000);
  await openRecordings(page);
  await rowSays(/1 chat /, page);
  await rowOf(page).click();
  await press(page, "Export…");
  await detailOf(page).locator("[data-testid=export-kind][data-kind=recording]").click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.locator("[data-testid=export-row][data-state=ready]").getByRole("button", { name: "Download", exact: true }).click(),
  ]);

  const guest = await desks.open();
  await guest.getByTestId("connect-form").waitFor();
  await guest.getByRole("button", { name: "Replay a recording" }).last().click();
  const failed = await importInto(guest, { name: "chats.csv", mimeType: "text/csv", buffer: Buffer.from("a,b\n") }, "failed");
  expect(await failed.innerText()).toContain("Line 1");
  const done = await importInto(guest, await download.path(), "done");
  await done.getByRole("button", { name: "Show it" }).click();
  await rowSays(/Mia[\s\S]*1 chat /, guest);
  expect(await detailOf(guest).innerText()).toContain("@demo:mia");
});
