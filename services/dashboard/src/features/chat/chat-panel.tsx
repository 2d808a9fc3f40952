import { useCallback, useMemo, useRef, useState } from "react";
import type { ChatRow } from "../../live/chat-log.ts";
import { rowsPhase } from "../../live/phase.ts";
import { screenOf } from "../../live/view-state.ts";
import { useCalmView, useView } from "../../live/view-store.ts";
import { LiveList } from "../../ui/live-list.tsx";
import { Blank, Panel, StaleNote } from "../../ui/panel.tsx";
import { RowsSkeleton } from "../../ui/skeleton.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import { QuestionQueue } from "../questions/question-queue.tsx";
import { usePendingCount } from "../questions/use-question-queue.ts";
import { useStaleNote } from "../use-stale-note.ts";
import styles from "./chat.module.css";
import { ChatRowView } from "./chat-row.tsx";
import { type FoldedRow, foldRepeats } from "./fold-repeats.ts";

export const chatTabs = ["all", "questions", "first"] as const;
export type ChatTab = (typeof chatTabs)[number];

const none: readonly ChatRow[] = [];

/** The chat, the questions in it that wait for an answer, and what people wrote who never had before. */
export function ChatPanel({ tab, onTab }: { tab: ChatTab; onTab: (tab: ChatTab) => void }) {
  const phase = useView(rowsPhase);
  const screen = useView(screenOf);
  const pending = usePendingCount();
  const staleNote = useStaleNote();
  const [target, setTarget] = useState<{ readonly id: string }>();
  const showInChat = (eventId: string) => {
    setTarget({ id: eventId });
    onTab("all");
  };
  return (
    <Panel id="chat" title="Chat" phase={phase} skeleton={<RowsSkeleton rows={9} />} className={styles["panel"]} hasOwnHeader>
      <Tabs
        label="Chat"
        value={tab}
        onChange={(value) => {
          setTarget(undefined);
          onTab(chatTabs.find((known) => known === value) ?? "all");
        }}
        aside={staleNote ? <StaleNote text={staleNote} /> : undefined}
        items={[
          { value: "all", label: "Chat", content: <AllRows key={screen} target={target} /> },
          {
            value: "questions",
            label: "Questions",
            count: pending === 0 ? undefined : String(pending),
            content: <QuestionQueue key={screen} onShowInChat={showInChat} />,
          },
          { value: "first", label: "First-timers", content: <FirstRows key={screen} /> },
        ]}
      />
    </Panel>
  );
}

/** Everything that is said; what many say in a row is one row that counts. */
function AllRows({ target }: { target: { readonly id: string } | undefined }) {
  const rows = useView((view) => view.broadcast?.chat.rows) ?? none;
  const before = useRef<readonly FoldedRow[]>([]);
  const folded = useMemo(() => {
    before.current = foldRepeats(rows, before.current);
    return before.current;
  }, [rows]);
  const renderRow = useCallback((row: FoldedRow) => <ChatRowView row={row.first} repeats={row} />, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a row is looked for once, when it is asked for; new rows ask for nothing.
  const shown = useMemo(() => target && { id: holderOf(before.current, rows, target.id) }, [target]);
  if (rows.length === 0) return <Blank>No messages yet. They appear here as they are written.</Blank>;
  return <LiveList rows={folded} renderRow={renderRow} label="Chat messages" rowHeight={55} target={shown} />;
}

/** The row that a message was folded into. */
function holderOf(folded: readonly FoldedRow[], rows: readonly ChatRow[], eventId: string): string {
  let at = rows.findIndex(({ id }) => id === eventId);
  for (const { id, count } of at < 0 ? [] : folded) {
    at -= count;
    if (at < 0) return id;
  }
  return eventId;
}

function FirstRows() {
  const rows = useCalmView((view) => view.broadcast?.chat.rows) ?? none;
  const firsts = useMemo(() => rows.filter(({ isFirst }) => isFirst), [rows]);
  const renderRow = useCallback((row: ChatRow) => <ChatRowView row={row} />, []);
  if (firsts.length === 0) return <Blank>Nobody new has written yet. First messages are kept here, to be greeted.</Blank>;
  return (
    <div className={styles["firsts"]}>
      <LiveList rows={firsts} renderRow={renderRow} label="First messages of people" rowHeight={55} />
    </div>
  );
}
