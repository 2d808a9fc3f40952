import Check from "lucide-react/icons/check";
import SlidersHorizontal from "lucide-react/icons/sliders-horizontal";
import Volume2 from "lucide-react/icons/volume-2";
import VolumeX from "lucide-react/icons/volume-x";
import X from "lucide-react/icons/x";
import { useState } from "react";
import { rowsPhase } from "../../live/phase.ts";
import { useCalmView } from "../../live/view-store.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { StaleNote } from "../../ui/panel.tsx";
import { Bar } from "../../ui/skeleton.tsx";
import { PriorityMark } from "../questions/priority-mark.tsx";
import { useCanAnswer, useQuestionActions } from "../questions/use-question-actions.ts";
import { useStaleNote } from "../use-stale-note.ts";
import styles from "./coach.module.css";
import { openCoachSettings } from "./coach-dialog.tsx";
import { setSpeech, toggleMute, useSpeechSettings } from "./speech-settings.ts";
import { type CoachView, useCoach } from "./use-coach.ts";
import { useCoachLimit } from "./use-coach-limit.ts";
import { speaker, useSpeech } from "./use-speech.ts";

/**
 * The one sentence that the coach has to say; no box when there is none. It stands below everything that is read, so that
 * nothing moves when it comes.
 */
export function Coach() {
  const view = useCoach();
  const { isBlocked } = useSpeech(view);
  return (
    <div className={styles["place"]}>
      <p className="visually-hidden" role="status">
        {view.said?.text}
      </p>
      {view.shown ? <Prompt key={view.shown.id} view={view} prompt={view.shown} isBlocked={isBlocked} /> : null}
    </div>
  );
}

function Prompt({ view, prompt, isBlocked }: { view: CoachView; prompt: NonNullable<CoachView["shown"]>; isBlocked: boolean }) {
  const { actions } = useQuestionActions();
  const phase = useCalmView(rowsPhase);
  const staleNote = useStaleNote();
  const [isWhyOpen, setIsWhyOpen] = useState(false);
  const canAnswer = useCanAnswer();
  const { questionId } = prompt;
  const isAnswer = questionId !== undefined && canAnswer;
  const dismiss = () => view.dismiss(prompt.id);
  const finish = () => {
    if (isAnswer) actions.answer(questionId);
    dismiss();
  };
  const waiting = view.due.length - 1;
  return (
    <section
      className={styles["coach"]}
      aria-label="Coach"
      data-testid="coach"
      data-id={prompt.id}
      data-trigger={prompt.trigger}
      data-phase={phase}
    >
      <div className={styles["words"]}>
        <Sentence view={view} />
        {isWhyOpen && view.said ? (
          <p className={styles["reason"]} id="coach-reason">
            {view.said.reason}
          </p>
        ) : null}
        <p className={styles["line"]}>
          <PriorityMark priority={prompt.priority} isInline />
          {view.said ? (
            <button
              type="button"
              className={styles["why"]}
              aria-expanded={isWhyOpen}
              aria-controls="coach-reason"
              onClick={() => setIsWhyOpen(!isWhyOpen)}
            >
              {isWhyOpen ? "Hide why" : "Why?"}
            </button>
          ) : null}
          {waiting > 0 ? <span>{waiting} more after this</span> : null}
          <LimitNote />
          {isBlocked ? <span className={styles["note"]}>The browser speaks after a click on the page.</span> : null}
          {phase === "stale" && staleNote ? <StaleNote text={staleNote} /> : null}
        </p>
      </div>
      <div className={styles["actions"]}>
        <Button look="primary" data-role="coach-done" onClick={finish}>
          <Check size={17} aria-hidden="true" />
          {isAnswer ? "Answered" : "Done"}
        </Button>
        <div className={styles["tools"]}>
          <SpeechButton />
          <IconButton
            label="Coach and voice"
            icon={<SlidersHorizontal size={17} aria-hidden="true" />}
            onClick={openCoachSettings}
          />
          <IconButton label="Not now" icon={<X size={18} aria-hidden="true" />} onClick={dismiss} />
        </div>
      </div>
    </section>
  );
}

/** Short here; the settings say which limit it is. */
function LimitNote() {
  const limit = useCoachLimit();
  return limit ? (
    <button type="button" className={styles["why"]} title={limit} onClick={openCoachSettings}>
      Language model used up for now
    </button>
  ) : null;
}

function Sentence({ view: { said, hasFailed } }: { view: CoachView }) {
  if (said) {
    return (
      <p className={styles["sentence"]} data-testid="coach-sentence" dir="auto">
        {said.text}
      </p>
    );
  }
  if (!hasFailed) return <Bar width="70%" height={21} style={{ margin: "3px 0" }} />;
  return (
    <p className={styles["failed"]}>
      The coach has something to say, but its words could not be fetched. Reload the page to try again.
    </p>
  );
}

/** Turns the voice on, mutes it and unmutes it; nothing where the browser cannot speak. */
function SpeechButton() {
  const { isOn, isMuted } = useSpeechSettings();
  if (!speaker.isAvailable) return null;
  const isHeard = isOn && !isMuted;
  const label = isOn ? (isMuted ? "Unmute the voice (M)" : "Mute the voice (M)") : "Read aloud";
  const Icon = isHeard ? Volume2 : VolumeX;
  return (
    <IconButton
      label={label}
      aria-pressed={isHeard}
      icon={<Icon size={18} aria-hidden="true" />}
      onClick={() => (isOn ? toggleMute() : setSpeech({ isOn: true, isMuted: false }))}
    />
  );
}
