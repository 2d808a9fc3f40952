import { eventually } from "@frontrow/testkit/eventually";
import type { Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { useDesks } from "../lib/desks.ts";

const desks = useDesks();
const { desk } = desks;

/** A broadcast in which only what a test says is said. */
function silent(name: string) {
  desks.stack.simulator.script(name, { events: 0, waitsForConnection: false });
  return {
    chat: (text: string) => void desks.stack.simulator.say(name, { type: "chat", text }),
    ask: (text: string) => void desks.stack.simulator.say(name, { type: "question", text }),
  };
}

async function openQuestions(page: Page): Promise<Locator> {
  await page.getByRole("tab", { name: /Questions/ }).click();
  return page.getByTestId("question-row");
}

const waiting = (page: Page) => page.locator('[data-testid="question-row"][data-status="pending"]');
const settled = (page: Page) => page.getByTestId("settled-questions");

describe("a question", () => {
  it("that one desk has answered still waits at another, and stays answered after a reload", async () => {
    const nia = silent("nia");
    const [first, second] = [await desk("demo:nia"), await desk("demo:nia")];
    nia.ask("where did you learn to paint like this?");
    await openQuestions(first);
    await openQuestions(second);
    await eventually(async () => expect([await waiting(first).count(), await waiting(second).count()]).toEqual([1, 1]), 20_000);
    await waiting(first).getByRole("button", { name: "Answered" }).click();
    await eventually(async () => expect(await settled(first).innerText()).toContain("1 settled"));
    await first.reload();
    await openQuestions(first);
    await eventually(async () => expect(await settled(first).innerText()).toContain("1 settled"), 20_000);
    expect(await waiting(second).count()).toBe(1);
  });

  it("is answered, and taken back, by keys alone", async () => {
    const oli = silent("oli");
    const page = await desk("demo:oli");
    oli.ask("which brush is that one?");
    await openQuestions(page);
    await eventually(async () => expect(await waiting(page).count()).toBe(1), 20_000);
    await page.locator("[data-question]").focus();
    await page.keyboard.press("a");
    await eventually(async () => expect(await waiting(page).count()).toBe(0));
    await page.keyboard.press("u");
    await eventually(async () => expect(await waiting(page).count()).toBe(1));
  });

  it("leads to what was said in the chat", async () => {
    const pia = silent("pia");
    const page = await desk("demo:pia");
    pia.ask("how long does the gold need to dry?");
    await openQuestions(page);
    await eventually(async () => expect(await waiting(page).count()).toBe(1), 20_000);
    await page.locator("[data-question]").click();
    const flagged = page.locator("[data-target] [data-testid=chat-row]");
    await eventually(async () => expect(await flagged.innerText()).toContain("how long does the gold need to dry?"));
  });
});

describe("the chat", () => {
  it("folds what is said again and again into one row that counts", async () => {
    const quin = silent("quin");
    const page = await desk("demo:quin");
    for (const text of ["gg", "GG", "ggggg", "well played"]) quin.chat(text);
    const rows = page.getByTestId("chat-row");
    await eventually(async () => expect(await rows.count()).toBe(2), 20_000);
    expect(await rows.first().getAttribute("data-count")).toBe("3");
  });

  it("opens a card of whoever wrote, with what they said", async () => {
    const rob = silent("rob");
    const page = await desk("demo:rob");
    rob.chat("hello from the first row");
    await page.getByTestId("chat-row").getByRole("button").first().click();
    const card = page.getByTestId("viewer-card");
    await eventually(async () => expect(await card.innerText()).toContain("hello from the first row"), 20_000);
    await page.keyboard.press("Escape");
    await eventually(async () => expect(await card.count()).toBe(0));
  });
});

describe("the coach", () => {
  const sentence = (page: Page) => page.getByTestId("coach-sentence");
  const idOf = (page: Page) => page.getByTestId("coach").getAttribute("data-id");

  it("says the same to two desks on one broadcast, to each in its own language", async () => {
    const sam = silent("sam");
    const [english, german] = [await desk("demo:sam"), await desk("demo:sam")];
    await chooseLanguage(german, "de");
    sam.ask("Which colour do you want to use for the sky tonight?");
    await eventually(async () => {
      expect(await idOf(english)).toBe(await idOf(german));
      expect(await sentence(german).innerText()).not.toBe(await sentence(english).innerText());
    }, 90_000);
  });

  it("reads its sentence aloud when it is asked to, once, and stops when it is muted", async () => {
    const tia = silent("tia");
    const page = await desk("demo:tia");
    await recordSpeech(page);
    await openSettings(page);
    await page.getByRole("switch", { name: "Read aloud" }).check();
    await page.getByRole("slider", { name: "Only from priority" }).fill("1");
    await page.keyboard.press("Escape");
    tia.ask("Can you show us the frame from the other side?");
    await eventually(async () => expect(await spoken(page)).toEqual([await sentence(page).innerText()]), 90_000);
    await page.locator("body").press("m");
    await eventually(async () => expect(await page.evaluate(() => Reflect.get(globalThis, "stopped"))).toBeGreaterThan(0));
    expect(await spoken(page)).toHaveLength(1);
  });
});

async function openSettings(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Display" }).click();
  await page.getByRole("menuitem", { name: /Coach and voice/ }).click();
}

async function chooseLanguage(page: Page, language: string): Promise<void> {
  await openSettings(page);
  await page.getByRole("dialog").getByRole("combobox").first().selectOption(language);
  await page.keyboard.press("Escape");
}

/** A browser without a screen has the interface of speech but no voice: what it is told to say is noted here, and never ends. */
const recordSpeech = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const said: string[] = [];
    Object.assign(globalThis, { said, stopped: 0 });
    speechSynthesis.speak = ({ text }) => void said.push(text);
    speechSynthesis.cancel = () => Object.assign(globalThis, { stopped: said.length });
  });

const spoken = (page: Page): Promise<string[]> => page.evaluate(() => Reflect.get(globalThis, "said"));
