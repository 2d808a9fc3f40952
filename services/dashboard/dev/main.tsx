import type { ClientEvent } from "@frontrow/sdk/client";
import "@fontsource-variable/inter/wght.css";
import "../src/ui/tokens.css";
import "../src/ui/base.css";
import { createRoot } from "react-dom/client";
import { App } from "../src/app/app.tsx";
import { browserWorld, createViewStore, LiveContext } from "../src/live/view-store.ts";
import { createCommands } from "./commands.ts";
import { scenarios } from "./scenarios.ts";

const STEP_MS = 250;

// Not shipped: feeds the same view state as the real client does, from a scenario in the address (`/dev/?scenario=live`).
const name = new URLSearchParams(location.search).get("scenario") ?? "live";
const store = createViewStore(browserWorld);
const tell = (events: readonly ClientEvent[]) => {
  for (const event of events) store.dispatch({ type: "client", event, nowMs: Date.now() });
};
const { past, next } = scenarios[name]?.(Date.now()) ?? { past: [] };
tell(past);
if (next) {
  let toldMs = Date.now();
  setInterval(() => {
    const nowMs = Date.now();
    tell(next(toldMs, nowMs));
    toldMs = nowMs;
  }, STEP_MS);
}

const commands = createCommands(store, tell);
const place = document.getElementById("root");
if (place) {
  createRoot(place).render(
    <LiveContext value={{ store, commands }}>
      <App />
    </LiveContext>,
  );
}
