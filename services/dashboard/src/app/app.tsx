import { lazy, Suspense, useEffect, useState } from "react";
import { flushSync } from "react-dom";
import type { ChatTab } from "../features/chat/chat-panel.tsx";
import { CoachDialog } from "../features/coach/coach-dialog.tsx";
import { toggleMute } from "../features/coach/speech-settings.ts";
import { StatusLine } from "../features/connection/status-line.tsx";
import { type KeyAction, useKeys } from "../features/keys/keys.ts";
import { LibraryDialog } from "../features/library/library-button.tsx";
import { LateTransport } from "../features/replay/late-transport.tsx";
import { useReplayKeys } from "../features/replay/use-replay-keys.ts";
import { useSeekTimes } from "../features/replay/use-seek-times.ts";
import { LateReport } from "../features/report/late-report.tsx";
import { useOpenReport } from "../features/report/open-report.ts";
import { LateRules } from "../features/rules/late-rules.tsx";
import { openRules } from "../features/rules/open-rules.ts";
import { LateMomentLink } from "../features/timeline/late-moment-link.tsx";
import { LateTimeline } from "../features/timeline/late-timeline.tsx";
import { LateToasts } from "../features/toasts/late-toasts.tsx";
import { LinkDialog } from "../features/watch/link-dialog.tsx";
import { Standby } from "../features/watch/standby.tsx";
import { WATCH_FIELD } from "../features/watch/watch-form.tsx";
import { Welcome } from "../features/watch/welcome.tsx";
import { sceneOf } from "../live/phase.ts";
import { viewersIn } from "../live/view-state.ts";
import { useCalmView, useView } from "../live/view-store.ts";
import { Boundary } from "../ui/boundary.tsx";
import { getDisplay, setDisplay } from "../ui/display.ts";
import { compact } from "../ui/format.ts";
import { TipProvider } from "../ui/tip.tsx";
import { useMedia } from "../ui/use-media.ts";
import { usePalette } from "../ui/use-palette.ts";
import styles from "./app.module.css";
import { BottomBar } from "./bottom-bar.tsx";
import { Desk } from "./desk.tsx";
import { useRoute } from "./route.ts";
import { elementOf, isSection, type Section } from "./sections.ts";
import { TopBar } from "./top-bar.tsx";

const KeysDialog = lazy(() => import("../features/keys/keys-dialog.tsx"));

/** The page: a welcome while nobody is watched, a desk otherwise; or the report that the address names, instead. */
export function App() {
  const isNarrow = useMedia("(max-width: 699px)");
  const scene = useView(sceneOf);
  const palette = usePalette();
  const [section, setSection] = useState<Section>("pulse");
  const [tab, setTab] = useState<ChatTab>("all");
  const [isKeysOpen, setIsKeysOpen] = useState(false);
  const link = useRoute();
  const report = useOpenReport();
  useTitle(report !== undefined);

  const show = (next: Section) => {
    setSection(next);
    if (next === "chat") setTab("all");
    if (next === "questions") setTab("questions");
  };
  useKeys((action) => {
    if (report !== undefined && action !== "theme") return;
    if (isSection(action)) {
      flushSync(() => show(action));
      document.getElementById(elementOf(action))?.focus();
    } else act(action, palette, () => setIsKeysOpen(true));
  });

  return (
    <TipProvider>
      {report ? (
        <LateReport recordingId={report} />
      ) : (
        <div className={styles["shell"]}>
          <ReplayKeys />
          <TopBar scene={scene} isNarrow={isNarrow} onKeys={() => setIsKeysOpen(true)} />
          {scene === "desk" ? <StatusLine hasBadge={isNarrow} /> : null}
          {scene === "blank" ? <main aria-busy="true" aria-label="Frontrow" /> : null}
          {scene === "welcome" ? <Welcome /> : null}
          {scene === "standby" ? <Standby /> : null}
          {scene === "desk" ? (
            <Desk
              tab={tab}
              onTab={(next) => {
                show(next === "questions" ? "questions" : "chat");
                setTab(next);
              }}
              only={isNarrow ? section : undefined}
            />
          ) : null}
          <LateTransport />
          <LateTimeline />
          <LateMomentLink />
          {scene === "desk" && isNarrow ? <BottomBar section={section} onSection={show} /> : null}
        </div>
      )}
      <LateToasts />
      <CoachDialog />
      <LibraryDialog />
      <LateRules />
      {link ? <LinkDialog named={link.named} watched={link.watched} onWatchHere={link.watchHere} onClose={link.dismiss} /> : null}
      {isKeysOpen ? (
        <Boundary what="Keys">
          <Suspense>
            <KeysDialog onClose={() => setIsKeysOpen(false)} />
          </Suspense>
        </Boundary>
      ) : null}
    </TipProvider>
  );
}

/** Only while the desk is on the screen: a replay must not be moved by somebody who reads a report. */
function ReplayKeys() {
  useReplayKeys();
  useSeekTimes();
  return null;
}

function act(action: Exclude<KeyAction, Section>, palette: "dark" | "light", showKeys: () => void): void {
  switch (action) {
    case "name":
      document.querySelector<HTMLElement>(`[data-role=${WATCH_FIELD}]`)?.focus();
      break;
    case "newest":
      for (const button of document.querySelectorAll<HTMLElement>("[data-newest]")) button.click();
      break;
    case "theme":
      setDisplay({ theme: palette === "dark" ? "light" : "dark" });
      break;
    case "density":
      setDisplay({ density: getDisplay().density === "compact" ? "comfortable" : "compact" });
      break;
    case "coachDone":
      document.querySelector<HTMLElement>("[data-role=coach-done]")?.click();
      break;
    case "mute":
      toggleMute();
      break;
    case "rules":
      openRules();
      break;
    case "keys":
      showKeys();
  }
}

/** The tab's title: whoever keeps twelve of them open finds the one, and sees how it goes. A report has its own. */
function useTitle(hasOwn: boolean): void {
  const title = useCalmView(({ source: { status }, broadcast, replay }) => {
    if (replay) return `Replay${replay.told ? ` of @${replay.told.broadcast.handle}` : ""} – Frontrow`;
    if (status.state === "none" || status.username === undefined) return "Frontrow";
    const viewers = status.state === "live" ? viewersIn(broadcast?.metrics ?? {}) : undefined;
    return `@${status.username}${viewers === undefined ? "" : ` · ${compact(viewers)}`} – Frontrow`;
  });
  useEffect(() => {
    if (!hasOwn) document.title = title;
  }, [title, hasOwn]);
}
