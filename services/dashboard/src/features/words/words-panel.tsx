import type { Conversation } from "@frontrow/protocol/insight";
import Frown from "lucide-react/icons/frown";
import Meh from "lucide-react/icons/meh";
import Smile from "lucide-react/icons/smile";
import { useState } from "react";
import { numbersPhase } from "../../live/phase.ts";
import { useCalmView } from "../../live/view-store.ts";
import { exact } from "../../ui/format.ts";
import { Panel, type Phase } from "../../ui/panel.tsx";
import { Bar } from "../../ui/skeleton.tsx";
import { shownText } from "../chat/pieces.ts";
import { percent } from "../languages/segments.ts";
import { type Mood, moodOf } from "../mood/mood.ts";
import { useStaleNote } from "../use-stale-note.ts";
import { type Rising, stableSlots } from "./stable-slots.ts";
import styles from "./words.module.css";

const WORDS = 8;
const EMOJI = 6;
const TOPICS = 3;
const WAVES = 2;

/** What people talk about: words and emoji that rise above their own usual, topics with their mood, and what many repeat. */
export function WordsPanel() {
  const shared = useCalmView(numbersPhase);
  const conversation = useCalmView((view) => view.broadcast?.conversation);
  const isSilent = shared !== "loading" && isEmpty(conversation);
  const phase: Phase = isSilent ? "empty" : shared;
  return (
    <Panel
      title="What they talk about"
      phase={phase}
      staleNote={useStaleNote()}
      empty="Words that rise, topics and waves appear when there is some chat."
      skeleton={<Skeleton />}
      className={styles["panel"]}
    >
      {conversation ? <Talk conversation={conversation} /> : null}
    </Panel>
  );
}

const isEmpty = (conversation: Conversation | undefined): boolean =>
  !conversation ||
  [conversation.words, conversation.emoji, conversation.topics, conversation.waves].every((list) => list.length === 0);

function Talk({ conversation }: { conversation: Conversation }) {
  const words = useSteady(conversation.words, WORDS);
  const emoji = useSteady(conversation.emoji, EMOJI);
  return (
    <div className={styles["talk"]}>
      <section aria-labelledby="rising-words">
        <h3 id="rising-words">Rising now</h3>
        {words.length + emoji.length === 0 ? <p className={styles["none"]}>Nothing stands out.</p> : null}
        <ul className={styles["words"]} data-testid="rising-words">
          {words.map((word) => (
            <RisingChip key={word.text} word={word} />
          ))}
        </ul>
        <ul className={styles["words"]}>
          {emoji.map((each) => (
            <RisingChip key={each.text} word={each} isEmoji />
          ))}
        </ul>
      </section>
      <section aria-labelledby="topics">
        <h3 id="topics">Topics</h3>
        {conversation.topics.length === 0 ? <p className={styles["none"]}>No topic yet.</p> : null}
        <ul className={styles["topics"]}>
          {conversation.topics.slice(0, TOPICS).map((topic) => (
            <Topic key={topic.words.join(" ")} topic={topic} />
          ))}
        </ul>
        <ul className={styles["waves"]}>
          {conversation.waves.slice(0, WAVES).map(({ text, count, people }) => (
            <li key={text} data-testid="wave">
              <bdi>“{shownText(text)}”</bdi> <strong>×{exact(count)}</strong> from {exact(people)}{" "}
              {people === 1 ? "person" : "people"}
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

/** The same words in the same places while they rise. Changes with the conversation, which is twice a second at most. */
function useSteady<R extends Rising>(rising: readonly R[], places: number): readonly R[] {
  const [held, setHeld] = useState<{ readonly of: readonly R[]; readonly shown: readonly R[] }>();
  if (held?.of === rising) return held.shown;
  const shown = stableSlots(held?.shown ?? [], rising, places);
  setHeld({ of: rising, shown });
  return shown;
}

/** The more it rises, the longer its arrow: read by length, not by colour alone. */
function RisingChip({ word, isEmoji }: { word: Conversation["words"][number]; isEmoji?: boolean }) {
  const strength = word.rise >= 6 ? 3 : word.rise >= 3.5 ? 2 : 1;
  return (
    <li
      className={styles["word"]}
      data-emoji={isEmoji}
      data-strength={strength}
      title={`${exact(word.count)} messages in the last two minutes, far more than usual`}
    >
      <bdi>{word.text}</bdi>
      <span className={styles["count"]}>{exact(word.count)}</span>
    </li>
  );
}

const faces = { good: Smile, even: Meh, bad: Frown };
const moods: Record<Mood, string> = { good: "friendly", even: "neutral", bad: "unfriendly" };

function Topic({ topic: { words, chats, share, sentiment } }: { topic: Conversation["topics"][number] }) {
  const mood = moodOf(sentiment);
  const Face = faces[mood];
  return (
    <li className={styles["topic"]} data-mood={mood} title={`${exact(chats)} messages`}>
      <Face size={16} role="img" aria-label={moods[mood]} />
      <bdi>{words.join(", ")}</bdi>
      <span className={styles["share"]}>{percent(share)}</span>
      <span className={styles["bar"]} aria-hidden="true">
        <span style={{ width: `${share * 100}%` }} />
      </span>
    </li>
  );
}

const Skeleton = () => (
  <div className={styles["talk"]}>
    {[0, 1].map((part) => (
      <div key={part} className={styles["skeleton"]}>
        <Bar width="90%" height={24} />
        <Bar width="70%" height={24} />
        <Bar width="80%" height={24} />
      </div>
    ))}
  </div>
);
