import { useCallback } from "react";
import { type ChatRow, QUESTION_LIMIT } from "../../live/chat-log.ts";
import { rowsPhase } from "../../live/phase.ts";
import { useCalmView, useView } from "../../live/use-view.tsx";
import { LiveList } from "../../ui/live-list.tsx";
import { Blank, Panel, StaleNote } from "../../ui/panel.tsx";
import { RowsSkeleton } from "../../ui/skeleton.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import { useStaleNote } from "../use-stale-note.ts";
import styles from "./chat.module.css";
import { ChatRowView } from "./chat-row.tsx";

export type ChatTab = "all" | "questions";

const none: readonly ChatRow[] = [];

/** The chat, and the questions in it. */
export function ChatPanel({ tab, onTab }: { tab: ChatTab; onTab: (tab: ChatTab) => void }) {
  const phase = useView(rowsPhase);
  const session = useView((view) => view.broadcast?.session);
  const questions = useCalmView((view) => view.broadcast?.chat.questions.length ?? 0);
  const staleNote = useStaleNote();
  return (
    <Panel id="chat" title="Chat" phase={phase} skeleton={<RowsSkeleton rows={9} />} className={styles["panel"]} hasOwnHeader>
      <Tabs
        label="Chat"
        value={tab}
        onChange={(value) => onTab(value === "questions" ? "questions" : "all")}
        aside={staleNote ? <StaleNote text={staleNote} /> : undefined}
        items={[
          { value: "all", label: "Chat", content: <AllRows key={session} /> },
          { value: "questions", label: "Questions", count: questionCount(questions), content: <QuestionRows key={session} /> },
        ]}
      />
    </Panel>
  );
}

/** Older questions than the last few hundred are forgotten, so the count says "at least" from there on. */
const questionCount = (held: number): string | undefined =>
  held === 0 ? undefined : held < QUESTION_LIMIT ? String(held) : `${QUESTION_LIMIT}+`;

function AllRows() {
  const rows = useView((view) => view.broadcast?.chat.rows) ?? none;
  return <Rows rows={rows} label="Chat messages" empty="No messages yet. They appear here as they are written." />;
}

function QuestionRows() {
  const rows = useView((view) => view.broadcast?.chat.questions) ?? none;
  return (
    <Rows rows={rows} label="Questions from the chat" empty="No questions yet. They are picked out of the chat by themselves." />
  );
}

function Rows({ rows, label, empty }: { rows: readonly ChatRow[]; label: string; empty: string }) {
  const renderRow = useCallback((row: ChatRow) => <ChatRowView row={row} />, []);
  if (rows.length === 0) return <Blank>{empty}</Blank>;
  return <LiveList rows={rows} renderRow={renderRow} label={label} rowHeight={55} />;
}
