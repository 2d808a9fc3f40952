import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { eventually } from "@frontrow/testkit/eventually";
import { startFaultProxy } from "@frontrow/testkit/faults";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { chatTexts, dashboardDir, inaccessible, openPage, startBrowser, stateOf, watch } from "../lib/browser.ts";
import { type Stack, startStack } from "../lib/stack.ts";

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

/** A user at a page of their own, who watches this creator. */
async function user(username: string, url = stack.urls[0] as string): Promise<Page> {
  const page = await openPage(browser, url);
  pages.push(page);
  await watch(page, username);
  return page;
}

/** A broadcast in which only what a test says is said. */
function silent(name: string): { say(text: string): void } {
  stack.simulator.script(name, { events: 0, waitsForConnection: false });
  return { say: (text) => void stack.simulator.say(name, { type: "chat", text }) };
}

const live = (page: Page) => eventually(async () => expect(await stateOf(page)).toContain("LIVE"), 30_000);
const shows = (page: Page, texts: string[]) => eventually(async () => expect(await chatTexts(page)).toEqual(texts), 20_000);
const deskOf = (page: Page) => page.evaluate(() => JSON.stringify({ ...sessionStorage }));

describe("two users", () => {
  it("on two creators see only their own", async () => {
    const [ann, ben] = [silent("ann"), silent("ben")];
    const [annas, bens] = [await user("demo:ann"), await user("demo:ben")];
    await Promise.all([live(annas), live(bens)]);
    ann.say("for ann alone");
    ben.say("for ben alone");
    ann.say("ann again");
    await shows(annas, ["for ann alone", "ann again"]);
    await shows(bens, ["for ben alone"]);
    await eventually(async () => expect(await annas.getByTestId("tile-chats").getAttribute("data-value")).toBe("2"));
    await eventually(async () => expect(await bens.getByTestId("tile-chats").getAttribute("data-value")).toBe("1"));
  });

  it("on one creator have a desk each, see the same broadcast, and cost one connection", async () => {
    const cara = silent("cara");
    const [first, second] = [await user("demo:cara"), await user("demo:cara")];
    await Promise.all([live(first), live(second)]);
    cara.say("hello both");
    await Promise.all([shows(first, ["hello both"]), shows(second, ["hello both"])]);
    expect(await deskOf(first)).not.toBe(await deskOf(second));
    expect(stack.simulator.connections("cara")).toMatchObject({ open: 1, opened: 1 });
  });
});

describe("a user", () => {
  it("who switches broadcast sees nothing of the old one", async () => {
    const [dan, eve] = [silent("dan"), silent("eve")];
    const page = await user("demo:dan");
    await live(page);
    dan.say("an old word");
    await shows(page, ["an old word"]);
    await watch(page, "demo:eve");
    await eventually(async () => expect(await chatTexts(page)).toEqual([]));
    await eventually(async () => expect(await page.locator("body").innerText()).toContain("demo:eve"));
    await live(page);
    dan.say("dan goes on");
    eve.say("a new word");
    await shows(page, ["a new word"]);
    await eventually(async () => expect(await page.getByTestId("tile-chats").getAttribute("data-value")).toBe("1"));
  });

  it("who closes the tab frees the desk's watch and, as the last one, the connection", async () => {
    silent("finn");
    const page = await user("demo:finn");
    await live(page);
    expect(stack.simulator.connections("finn").open).toBe(1);
    await page.context().close();
    pages.length = 0;
    await eventually(() => expect(stack.simulator.connections("finn").open).toBe(0), 30_000);
  });

  it("whose page loses the server or is reloaded comes back without losing or doubling a row", async () => {
    const gus = silent("gus");
    const proxy = await startFaultProxy(Number(new URL(stack.urls[0] as string).port));
    try {
      const page = await user("demo:gus", `http://127.0.0.1:${proxy.port}`);
      await live(page);
      gus.say("before");
      await shows(page, ["before"]);
      proxy.refuse();
      await eventually(async () => expect(await stateOf(page)).toContain("OFFLINE"));
      gus.say("while away");
      proxy.heal();
      await shows(page, ["before", "while away"]);
      await live(page);
      gus.say("after");
      await shows(page, ["before", "while away", "after"]);
      await page.reload();
      await shows(page, ["before", "while away", "after"]);
    } finally {
      await proxy.stop();
    }
  });
});

describe("a clear state, and recovery by itself", () => {
  it("when TikTok drops the connection", async () => {
    const hal = silent("hal");
    const page = await user("demo:hal");
    await live(page);
    hal.say("one");
    await shows(page, ["one"]);
    stack.simulator.faults.set({ kind: "upgrade-status", status: 403 }, { creator: "hal" });
    stack.simulator.creator("hal").drop();
    await eventually(async () => expect(await stateOf(page)).toContain("RECONNECTING"));
    stack.simulator.faults.clear({ creator: "hal" });
    await live(page);
    hal.say("two");
    await shows(page, ["one", "two"]);
  });

  it("when the creator takes another name", async () => {
    silent("maiden");
    const page = await user("demo:maiden");
    await live(page);
    stack.simulator.rename("maiden", "married");
    stack.simulator.creator("married").drop();
    const sentence = page.getByRole("status").first();
    await eventually(async () => expect(await sentence.innerText()).toContain("@demo:maiden is now @married."), 30_000);
    expect(await page.getByRole("banner").innerText()).toContain("@married");
  });

  it("when the sign service is at its limit", async () => {
    silent("ida");
    stack.simulator.faults.set({ kind: "sign-429", retryAfterSeconds: 3 }, { creator: "ida" });
    const page = await user("demo:ida");
    await eventually(async () =>
      expect(await page.getByRole("status").first().innerText()).toContain("allows no more for now: its limit, not Frontrow's"),
    );
    stack.simulator.faults.clear({ creator: "ida" });
    await live(page);
  });

  it("when the creator is not live yet", async () => {
    const page = await user("demo:offline.jo");
    await eventually(async () => expect(await stateOf(page)).toContain("WAITING"));
    expect(stack.simulator.connections("offline.jo")).toMatchObject({ signs: 0 });
    stack.simulator.creator("offline.jo").goLive();
    await live(page);
  });

  it("when nobody has that name", async () => {
    const page = await user("demo:nobody.kim");
    await eventually(async () => expect(await stateOf(page)).toContain("NOT FOUND"), 20_000);
    await watch(page, "not a name at all");
    await eventually(async () => expect(await page.getByRole("alert").first().innerText()).toContain("TikTok names have"));
  });

  it("when the broadcast ends, and when the next one begins", async () => {
    silent("lea").say("the only word");
    const page = await user("demo:lea");
    await live(page);
    stack.simulator.creator("lea").end();
    await eventually(async () => expect(await page.getByTestId("summary").count()).toBe(1), 30_000);
    const lea = silent("lea");
    await live(page);
    lea.say("again");
    await shows(page, ["again"]);
  });
});

describe("the page", () => {
  const shots = fileURLToPath(new URL("../../.frontrow/screenshots/", import.meta.url));

  it.each([360, 820, 1440].flatMap((width) => (["dark", "light"] as const).map((theme) => [width, theme] as const)))(
    "at %i px in %s is whole and accessible, empty and in a busy broadcast",
    async (width, theme) => {
      mkdirSync(shots, { recursive: true });
      const page = await openPage(browser, stack.urls[0] as string, { width, theme });
      pages.push(page);
      await page.getByTestId("connect-form").waitFor();
      await looksRight("welcome");
      await watch(page, "demo:mona");
      await live(page);
      await eventually(
        async () => expect(Number(await page.getByTestId("tile-viewers").first().getAttribute("data-value"))).toBeGreaterThan(0),
        20_000,
      );
      await looksRight("live");

      async function looksRight(name: string): Promise<void> {
        await page.screenshot({ path: `${shots}${name}-${width}-${theme}.png` });
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)).toBe(
          true,
        );
        expect(await inaccessible(page)).toEqual([]);
      }
    },
  );

  it("tells its keys, and does everything by them", async () => {
    const page = await openPage(browser, stack.urls[0] as string);
    pages.push(page);
    await page.getByTestId("connect-form").waitFor();
    await page.locator("body").press("?");
    expect(await page.getByRole("dialog").innerText()).toContain("Keys");
    await page.keyboard.press("Escape");
    await eventually(async () => expect(await page.getByRole("dialog").count()).toBe(0));
  });
});
