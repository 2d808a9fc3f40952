import "../ui/locale.ts";
import "@fontsource-variable/inter/wght.css";
import "../ui/tokens.css";
import "../ui/base.css";
import { createRoot } from "react-dom/client";
import { startLive } from "../live/live-client.ts";
import { browserWorld, LiveContext } from "../live/view-store.ts";
import { App } from "./app.tsx";

const place = document.getElementById("root");
if (!place) throw new Error("index.html has no #root");
createRoot(place).render(
  <LiveContext value={startLive(location.origin, sessionStorage, browserWorld)}>
    <App />
  </LiveContext>,
);
