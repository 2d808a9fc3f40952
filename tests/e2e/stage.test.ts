import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { EventOf, LiveEvent, LiveEventType, User } from "@frontrow/protocol/event";
import { eventually } from "@frontrow/testkit/eventually";
import { userNamed } from "@frontrow/testkit/users";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dashboardDir, inaccessible, openPage, startBrowser, stateOf, watch } from "../lib/browser.ts";
import { type ScriptedSession, scriptSession } from "../lib/scripted-session.ts";
import { type Stack, startStack } from "../lib/stack.ts";

let stack: Stack;
let browser: Browser;
let session: ScriptedSession;
let page: Page;
let count = 0;

beforeAll(async () => {
  stack = await startStack({ dashboardDir, inProcess: ["analytics", "jobs"] });
  browser = await startBrowser();
  session = await scriptSession(stack, "demo:nina");
  page = await openPage(browser, stack.urls[0] as string);
  await watch(page, "demo:nina");
  await eventually(async () => expect(await stateOf(page)).toContain("LIVE"), 30_000);
});
afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});

type Content<T extends LiveEventType> = Omit<EventOf<T>, "id" | "type" | "atMs" | "sentAtMs">;
const event = <T extends LiveEventType>(type: T, content: Content<T>, atMs = Date.now()): LiveEvent => {
  count += 1;
  return { id: `e${count}`, type, atMs, sentAtMs: atMs, ...content } as unknown as LiveEvent;
};
const plain = { language: "en", sentiment: 0, question: false, questionPriority: 0, toxicity: 0, spam: 0 };
const chat = (user: User, text: string, more: Partial<EventOf<"chat">> = {}) =>
  event("chat", { user, text, ...plain, ...more } as Content<"chat">);
const gift = (user: User, more: Partial<EventOf<"gift">>) =>
  event("gift", {
    user,
    giftId: "1",
    name: "Rose",
    count: 1,
    diamondsEach: 10,
    diamonds: 10,
    streakId: `s${count}`,
    streakOpen: false,
    ...more,
  });
/** Appends `events`, and then viewer counts until the page shows what follows from them: event time goes on by events. */
async function until(check: () => Promise<unknown>, ...events: LiveEvent[]): Promise<void> {
  await session.append(...events);
  await eventually(async () => {
    await session.append(event("roomUser", { viewers: 12, visitors: 340 }));
    await check();
  }, 30_000);
}
const shown = (id: string) => page.getByTestId(id);
const text = (id: string) => shown(id).first().innerText();

const host = userNamed("nina", { isHost: true });
const [ana, gus] = [userNamed("ana", { fanLevel: 12, gifterLevel: 31 }), userNamed("gus")];
const person = ({ id, handle, nickname, avatarUrl }: User) => ({ id, handle, nickname, avatarUrl });
const picture = "/simulator/avatar/1.svg";

describe("the page shows", () => {
  it("stickers among words, alone and as messages, in a place that does not change when a picture does not come", async () => {
    await until(
      async () => expect(await page.locator('[data-testid="chat-row"]').count()).toBe(4),
      chat(ana, "hello you", { emotes: [{ id: "wave", imageUrl: picture, at: 6 }] }),
      chat(gus, "", { emotes: [{ id: "rose", imageUrl: picture }] }),
      event("emote", { user: ana, emoteIds: ["star"], emotes: [{ id: "star", imageUrl: picture }] }),
      chat(userNamed("bo"), "", { emotes: [{ id: "lost", imageUrl: "/simulator/avatar/no/such.svg" }] }),
    );
    const rows = page.getByTestId("chat-row");
    expect(await rows.nth(0).locator("p[dir=auto] img").getAttribute("alt")).toBe("sticker wave");
    expect(await rows.nth(0).locator("p[dir=auto]").innerText()).toMatch(/hello\s+you/);
    for (const nth of [1, 2]) {
      const image = rows.nth(nth).locator("p[dir=auto] img");
      await eventually(async () => expect(await image.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0));
    }
    await eventually(async () => expect(await rows.nth(3).innerText()).toContain("lost"));
    const heights = await rows.evaluateAll((all) => all.map((row) => row.getBoundingClientRect().height));
    expect(heights[3]).toBe(heights[2]);
  });

  it("what the host says as the host's, and asks nobody to answer it", async () => {
    await until(
      async () => expect(await page.getByTestId("question-row").count()).toBe(0),
      chat(host, "Which colour shall I take next?", { question: true, questionPriority: 5 }),
    );
    const row = page.locator('[data-testid="chat-row"][data-host]');
    await eventually(async () => expect(await row.innerText()).toMatch(/host/i));
    expect(await row.getAttribute("data-question")).toBeNull();
    await page.getByRole("tab", { name: /^Questions/ }).click();
    expect(await page.getByTestId("question-row").count()).toBe(0);
    await page.getByRole("tab", { name: /^Chat/ }).click();
  });

  it("names that can be seen, and letters that stay in their row", async () => {
    await until(
      async () => expect(await page.getByText("stacked").count()).toBe(1),
      chat(userNamed("ghost", { nickname: "\u3164\u200b" }), "who am I"),
      chat(userNamed("zalgo", { nickname: `Z${"\u0336".repeat(64)}` }), `stacked ${`a${"\u0301".repeat(64)}`.repeat(20)}`),
      chat(gus, `${"a".repeat(169)}👩‍👩‍👧‍👦 and more`),
    );
    const rows = page.getByTestId("chat-row");
    expect(await rows.filter({ hasText: "who am I" }).innerText()).toContain("ghost");
    const stacked = rows.filter({ hasText: "stacked" });
    expect(await stacked.evaluate((row) => /\p{M}{4}/u.test(row.textContent ?? ""))).toBe(false);
    expect(await stacked.evaluate((row) => getComputedStyle(row).contain)).toContain("paint");
    expect(await rows.filter({ hasText: "aaaaaaaaaa" }).locator("p[dir=auto]").innerText()).toContain("a👩‍👩‍👧‍👦…");
  });

  it("who came in, when TikTok announces it", async () => {
    await until(
      async () => expect(await shown("arrival-row").count()).toBe(1),
      event("member", { user: ana, entrance: { kind: "gifterLevel", level: 31 } }),
      event("member", { user: gus }),
    );
    expect(await text("arrival-row")).toMatch(/ana\s+came in · gifter level 31/);
  });

  it("gifts with their pictures, and those to a guest as theirs and in none of the host's totals", async () => {
    await until(
      async () => expect(await shown("guest-row").first().getAttribute("data-diamonds")).toBe("1000"),
      event("guest", { guest: person(gus), state: "joined" }),
      gift(ana, { imageUrl: picture }),
      gift(ana, { name: "Galaxy", diamonds: 1_000, diamondsEach: 1_000, receiver: person(gus) }),
    );
    await eventually(async () => expect(await shown("tile-diamonds").getAttribute("data-value")).toBe("10"));
    expect(await text("gift-receiver")).toContain("gus");
    expect(await shown("gift-row").first().locator('img[src$="1.svg"]').count()).toBe(1);
    expect(await text("guest-row")).toContain("on stage");
    await eventually(async () => expect(await shown("visitors").getAttribute("data-value")).toBe("340"));
  });

  it("the stage: a battle as it runs, a poll, goals, a chest with its countdown, the pin, and what is said", async () => {
    const battle = (state: "open" | "score", own: number, other: number) =>
      event("battle", {
        battleId: "b",
        state,
        scores: [
          { hostId: "marco", score: other },
          { hostId: "nina", score: own },
        ],
        ownHostId: "nina",
        hosts: [person(userNamed("marco")), person(host)],
        startsAtMs: Date.now(),
        endsAtMs: Date.now() + 200_000,
      });
    const caption = (said: string) => event("caption", { text: said, language: "en", sentenceId: "1" });
    await until(
      async () => {
        expect(await shown("battle-side").evaluateAll((sides) => sides.map((side) => side.getAttribute("data-score")))).toEqual([
          "70",
          "45",
        ]);
        expect(await shown("goal-row").count()).toBe(1);
      },
      battle("open", 0, 0),
      battle("score", 70, 45),
      event("poll", {
        pollId: "p",
        state: "open",
        title: "Next?",
        options: [
          { text: "Moon", votes: 3 },
          { text: "River", votes: 1 },
        ],
      }),
      event("goal", { goalId: "g", description: "Roses", progress: 64, target: 100 }),
      event("envelope", { user: ana, envelopeId: "c", diamonds: 500, people: 50, opensAtMs: Date.now() + 120_000 }),
      event("pin", { pinnedId: "x", user: host, text: "Ask me anything" }),
      caption("so we"),
      caption("so we begin"),
    );
    expect(await text("battle")).toMatch(/Ahead by 25\s+time left:\s+0[23]:\d\d/);
    expect(await text("poll")).toMatch(/Next\?[\s\S]*Moon[\s\S]*75 %/);
    expect(await text("goal-row")).toMatch(/Roses[\s\S]*64 of 100[\s\S]*64 %/);
    expect(await text("chest-row")).toMatch(/ana[\s\S]*500 diamonds for 50[\s\S]*opens in 0[12]:\d\d/);
    expect(await text("pin")).toContain("Ask me anything");
    expect((await text("caption")).trim()).toBe("so we begin");
  });

  it("that the host pauses, and goes on", async () => {
    await session.append(event("streamPaused", {}));
    await eventually(async () => expect(await stateOf(page)).toMatch(/PAUSED\s+00:00/));
    await session.append(event("streamResumed", {}));
    await eventually(async () => expect(await stateOf(page)).toContain("LIVE"));
  });

  it("all who gave", async () => {
    await eventually(async () => expect(await shown("gifter-row").count()).toBe(1), 20_000);
    await shown("all-gifters").click();
    await eventually(async () => expect(await shown("givers").getByTestId("gifter-row").count()).toBe(1));
    await page.keyboard.press("Escape");
  });

  it("nobody who gave in another broadcast, when that on the screen changes behind the open list", async () => {
    await scriptSession(stack, "demo:otto");
    await shown("all-gifters").click();
    const givers = () => shown("givers").getByTestId("gifter-row").allInnerTexts();
    await eventually(async () => expect(await givers()).toEqual([expect.stringContaining("ana")]));
    const kept = await page.evaluate(() =>
      (globalThis as unknown as { sessionStorage: { getItem(key: string): string } }).sessionStorage.getItem("frontrow.desk"),
    );
    // Somebody else who shares the desk.
    const { deskId, resumeToken } = JSON.parse(kept) as { deskId: string; resumeToken: string };
    const changed = await fetch(`${stack.urls[0]}/api/v1/desks/${deskId}/source`, {
      method: "PUT",
      headers: { authorization: `Bearer ${resumeToken}`, "content-type": "application/json" },
      body: JSON.stringify({ username: "demo:otto" }),
    });
    expect(changed.status).toBe(200);
    await eventually(async () => expect(await givers()).toEqual([]));
    await page.keyboard.press("Escape");
  });
});

const shots = fileURLToPath(new URL("../../.frontrow/screenshots/", import.meta.url));

it.each([390, 820, 1440].flatMap((width) => (["dark", "light"] as const).map((theme) => [width, theme] as const)))(
  "a page that opens later, at %i px in %s, has all of it, whole and accessible",
  async (width, theme) => {
    mkdirSync(shots, { recursive: true });
    const later = await openPage(browser, stack.urls[0] as string, { width, theme });
    await watch(later, "demo:nina");
    const toggle = later.getByTestId("stage-toggle");
    await toggle.waitFor({ timeout: 20_000 });
    if (width < 700) await later.getByRole("navigation").getByText("Chat", { exact: true }).click();
    if (width < 1200) {
      await eventually(async () => expect(await toggle.innerText()).toMatch(/Battle: Ahead by 25/));
      await toggle.click();
    }
    await eventually(async () => expect(await later.getByTestId("battle-side").count()).toBe(2));
    const chatEnd = later.getByRole("region", { name: "Chat messages" });
    await eventually(async () =>
      expect(await chatEnd.evaluate((list) => list.scrollHeight - list.scrollTop - list.clientHeight)).toBeLessThan(30),
    );
    await later.screenshot({ path: `${shots}stage-${width}-${theme}.png` });
    expect(await later.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)).toBe(true);
    expect(await inaccessible(later)).toEqual([]);
    await later.context().close();
  },
);
