import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";

/** The dashboard as it was built: `npm test` builds first. */
export const dashboardDir = fileURLToPath(new URL("../../services/dashboard/dist", import.meta.url));

/** A real browser, found by the launcher. */
export async function startBrowser(): Promise<Browser> {
  const executablePath = process.env["CHROMIUM_PATH"];
  if (!executablePath) throw new Error("CHROMIUM_PATH is not set: run these tests with `npm test`");
  if (!existsSync(dashboardDir)) throw new Error("the dashboard is not built: run these tests with `npm test`");
  return chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
}

/** A user with a browser profile of their own, at the page. */
export async function openPage(
  browser: Browser,
  url: string,
  options: { width?: number; theme?: "dark" | "light" } = {},
): Promise<Page> {
  const { width = 1440, theme = "dark" } = options;
  const context = await browser.newContext({ viewport: { width, height: width < 700 ? 780 : 900 }, colorScheme: theme });
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

/** Names a broadcast in the form, as a user does. */
export async function watch(page: Page, username: string): Promise<void> {
  const form = page.getByTestId("connect-form").first();
  await form.getByRole("textbox").fill(username);
  await form.getByRole("textbox").press("Enter");
}

/** What the chat shows, oldest first. */
export const chatTexts = (page: Page): Promise<string[]> =>
  page.locator('[data-testid="chat-row"] p[dir="auto"]').allInnerTexts();

export const stateOf = (page: Page): Promise<string> => page.getByTestId("connection-state").first().innerText();
