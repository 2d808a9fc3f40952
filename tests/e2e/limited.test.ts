import { fileURLToPath } from "node:url";
import { eventually } from "@frontrow/testkit/eventually";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { stateOf, watch } from "../lib/browser.ts";
import { useDesks } from "../lib/desks.ts";

const desks = useDesks({ env: { DEMOS_PER_NETWORK: "1", WATCHES_PER_DESK_MINUTE: "4", MAX_SOCKETS_PER_ADDRESS: "1" } });
const shots = fileURLToPath(new URL("../../.frontrow/screenshots/", import.meta.url));
const looks = [1440, 360].flatMap((width) => (["dark", "light"] as const).map((theme) => ({ width, theme })));

const reason = async (page: Page, pattern: RegExp) => {
  await eventually(async () => expect(await page.getByRole("alert").first().innerText()).toMatch(pattern), 20_000);
};

/** By the form in the top bar, which a narrow page keeps behind a button. */
async function watchAnother(page: Page, username: string): Promise<void> {
  const opener = page.getByRole("button", { name: "Watch another broadcast", expanded: false });
  if (await opener.isVisible()) await opener.click();
  await watch(page, username);
}

describe.each(looks)("at $width px in $theme", ({ width, theme }) => {
  const keep = (page: Page, name: string) => page.screenshot({ path: `${shots}limited-${name}-${width}-${theme}.png` });

  it("a limit is a sentence beside the field and the time until one may go on, and the broadcast goes on", async () => {
    const page = await desks.open({ width, theme });
    await watch(page, "demo:ann");
    await eventually(async () => expect(await stateOf(page)).toContain("LIVE"), 30_000);
    const limited = /^That was more than may be asked for at once\. You can go on in \d+ s\./;
    await watchAnother(page, "demo:bob");
    await reason(page, limited);
    await keep(page, "demos");
    // One of those that follow is a change of the watch too many.
    for (let n = 0; n < 4; n += 1) await watchAnother(page, "demo:bob");
    await eventually(async () => {
      await reason(page, limited);
      expect(await page.getByRole("alert").first().textContent()).toContain("This desk has named many creators");
    }, 20_000);
    await keep(page, "desk");
    expect(await stateOf(page)).toContain("LIVE");
  });

  it("a page too many says so, keeps trying and comes in once another is closed", async () => {
    const first = await desks.open({ width, theme });
    await first.getByTestId("connect-form").waitFor();
    const second = await desks.open({ width, theme });
    await eventually(async () => expect(await stateOf(second)).toMatch(/^OFFLINE\s+again in \d+ s$/), 60_000);
    expect(await second.getByRole("status").first().innerText()).toContain("too many pages open");
    await keep(second, "pages");
    await first.close();
    await eventually(async () => expect(await second.getByTestId("connection-state").count()).toBe(0), 60_000);
  });
});
