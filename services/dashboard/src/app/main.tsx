import "../ui/locale.ts";
import "@fontsource-variable/inter/wght.css";
import "../ui/tokens.css";
import "../ui/base.css";
import { createRoot } from "react-dom/client";
import { openDeskMemory } from "../live/desk-memory.ts";
import { startLive } from "../live/live-client.ts";
import { browserWorld, LiveContext } from "../live/view-store.ts";
import { App } from "./app.tsx";

const place = document.getElementById("root");
if (!place) throw new Error("index.html has no #root");
const places = { tab: () => sessionStorage, browser: () => localStorage, locks: navigator.locks };
void openDeskMemory(places).then((desk) => {
  createRoot(place).render(
    <LiveContext value={startLive(location.origin, desk, sessionStorage, browserWorld)}>
      <App />
    </LiveContext>,
  );
});
