import type { Report } from "@frontrow/protocol/library/report";
import { cleanText } from "@frontrow/words/clean-text";
import Braces from "lucide-react/icons/braces";
import Play from "lucide-react/icons/play";
import Printer from "lucide-react/icons/printer";
import Sheet from "lucide-react/icons/sheet";
import { useEffect, useRef, useState } from "react";
import { useCommands } from "../../live/view-store.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { Button } from "../../ui/button.tsx";
import { dayAndTime, hoursMinutes, spoken } from "../../ui/format.ts";
import { replayReasonOf } from "../connection/sentence.ts";
import { handleText } from "../people/name.ts";
import { missingOf } from "./figures.ts";
import styles from "./report.module.css";
import { saveAsCsv, saveAsJson } from "./report-files.ts";
import type { useReplayFrom } from "./use-replay-from.ts";

/** Whose broadcast, when, how long, what is missing of it, and what can be done with the report. */
export function ReportHead({ report, replay }: { report: Report; replay: ReturnType<typeof useReplayFrom> }) {
  const { broadcast, name, facts, isGrowing } = report;
  const handle = handleText(broadcast.handle);
  const heading = cleanText(name || broadcast.nickname || handle, 80);
  const { nickname = "", title = "" } = broadcast;
  const about = new Set([cleanText(nickname, 60), handle, cleanText(title, 140)].filter((part) => part && part !== heading));
  return (
    <header className={styles["head"]}>
      <Avatar url={broadcast.avatarUrl} name={broadcast.nickname || broadcast.handle} size={56} />
      <div className={styles["what"]}>
        <h1 id="report-title" className={styles["heading"]}>
          <bdi>{heading}</bdi>
        </h1>
        {about.size > 0 ? (
          <p>
            {[...about].map((part, at) => (
              <span key={part}>
                {at > 0 ? " · " : null}
                <bdi>{part}</bdi>
              </span>
            ))}
          </p>
        ) : null}
        <p>
          {dayAndTime(facts.fromMs)} – {hoursMinutes(facts.toMs)} · {spoken(facts.toMs - facts.fromMs)}
          {isGrowing ? " so far" : ""}
        </p>
      </div>
      <Actions report={report} replay={replay} />
      {missingOf(report).map((sentence) => (
        <p key={sentence} className={styles["missing"]} data-testid="report-missing">
          {sentence}
        </p>
      ))}
    </header>
  );
}

function Actions({ report, replay }: { report: Report; replay: ReturnType<typeof useReplayFrom> }) {
  const commands = useCommands();
  const [csv, setCsv] = useState<"idle" | "making" | "failed">("idle");
  const stop = useRef<AbortController>(undefined);
  useEffect(() => () => stop.current?.abort(), []);
  const saveCsv = async () => {
    stop.current = new AbortController();
    setCsv("making");
    try {
      await saveAsCsv(await commands.library(), report.recordingId, stop.current.signal);
      setCsv("idle");
    } catch {
      setCsv("failed");
    }
  };
  return (
    <div className={styles["actions"]}>
      <Button look="primary" aria-busy={replay.isOpening} onClick={() => replay.replayFrom(report.facts.fromMs, 0)}>
        <Play size={16} aria-hidden="true" />
        Replay
      </Button>
      <Button onClick={() => print()}>
        <Printer size={16} aria-hidden="true" />
        Print
      </Button>
      <Button onClick={() => saveAsJson(report)}>
        <Braces size={16} aria-hidden="true" />
        JSON
      </Button>
      <Button aria-busy={csv === "making"} disabled={csv === "making"} onClick={saveCsv}>
        <Sheet size={16} aria-hidden="true" />
        {csv === "making" ? "Writing" : "CSV"}
      </Button>
      <p role="status" className={styles["refused"]}>
        {replay.refusal ? replayReasonOf(replay.refusal.code) : null}
        {csv === "failed" ? "The CSV could not be written. Try again in a moment." : null}
      </p>
    </div>
  );
}
