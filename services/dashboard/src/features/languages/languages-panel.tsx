import type { Conversation } from "@frontrow/protocol/insight";
import { useMemo } from "react";
import { numbersPhase } from "../../live/phase.ts";
import { useCalmView } from "../../live/view-store.ts";
import { exact } from "../../ui/format.ts";
import { Panel, type Phase } from "../../ui/panel.tsx";
import { Bar } from "../../ui/skeleton.tsx";
import { useStaleNote } from "../use-stale-note.ts";
import styles from "./languages.module.css";
import { languageName, percent, segmentsOf } from "./segments.ts";

const none: Conversation["languages"] = [];
/** The page is in English; what a browser calls a language there. */
const PAGE_LANGUAGE = "en";

/** Which languages the chat is in: one bar, and each part by its name. */
export function LanguagesPanel() {
  const shared = useCalmView(numbersPhase);
  const languages = useCalmView((view) => view.broadcast?.conversation?.languages) ?? none;
  const segments = useMemo(() => segmentsOf(languages), [languages]);
  const phase: Phase = shared !== "loading" && segments.length === 0 ? "empty" : shared;
  return (
    <Panel
      title="Languages of the chat"
      phase={phase}
      staleNote={useStaleNote()}
      empty="Appears with the first messages."
      skeleton={<Bar width="100%" height={14} />}
      className={styles["panel"]}
    >
      <div className={styles["bar"]} aria-hidden="true">
        {segments.map(({ code, share }) => (
          <span key={code} data-code={code} style={{ flexGrow: share }} />
        ))}
      </div>
      <ul className={styles["legend"]}>
        {segments.map(({ code, share, chats }) => (
          <li key={code} data-code={code} title={`${exact(chats)} messages in the last minutes`}>
            <span className={styles["name"]}>{languageName(code, PAGE_LANGUAGE)}</span> {percent(share)}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
