import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
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

export interface PageOptions {
  readonly width?: number;
  readonly theme?: "dark" | "light";
  readonly clockOffMs?: number;
  readonly locale?: string;
  /** By a finger instead of a mouse. */
  readonly isTouch?: boolean;
}

/** A user with a browser profile of their own, at the page. */
export async function openPage(browser: Browser, url: string, options: PageOptions = {}): Promise<Page> {
  const { width = 1440, theme = "dark", clockOffMs = 0, locale, isTouch = false } = options;
  const viewport = { width, height: width < 700 ? 780 : 900 };
  const context = await browser.newContext({ viewport, colorScheme: theme, hasTouch: isTouch, isMobile: isTouch });
  if (clockOffMs !== 0) await context.addInitScript(shiftClock, clockOffMs);
  if (locale) await context.addInitScript(setLocale, locale);
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

/** Another window at somebody's desk: a duplicated tab has the same storage, before the page begins. */
export async function windowOf(page: Page): Promise<Page> {
  const desk = await page.evaluate(() => JSON.stringify({ ...sessionStorage }));
  const other = await page.context().newPage();
  await other.addInitScript((kept) => {
    for (const [name, value] of Object.entries(JSON.parse(kept) as Record<string, string>)) sessionStorage.setItem(name, value);
  }, desk);
  await other.goto(page.url());
  return other;
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

/** Seconds for which the broadcast on the screen is LIVE, as the page says them. */
export async function liveSeconds(page: Page): Promise<number> {
  const [, minutes = "0", seconds = "0"] = /(\d\d):(\d\d)$/.exec(await stateOf(page)) ?? [];
  return Number(minutes) * 60 + Number(seconds);
}

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What of the page as it stands is not accessible, by axe's rules. */
export async function inaccessible(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const found = await (
      globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }
    ).axe.run();
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
  });
}

/** Runs in the page: its clock is `byMs` ahead of this machine's. */
function shiftClock(byMs: number): void {
  const RealDate = Date;
  globalThis.Date = class extends RealDate {
    constructor(...parts: []) {
      if (parts.length > 0) super(...parts);
      else super(RealDate.now() + byMs);
    }
    static override now(): number {
      return RealDate.now() + byMs;
    }
  } as DateConstructor;
}

/** Runs in the page: a browser started with a system's locale names it as it is, which the driver itself refuses to do. */
function setLocale(locale: string): void {
  Object.defineProperty(navigator, "language", { value: locale, configurable: true });
}
