import type { Report } from "@frontrow/protocol/library/report";
import { cleanText } from "@frontrow/words/clean-text";
import Frown from "lucide-react/icons/frown";
import Smile from "lucide-react/icons/smile";
import { useMemo } from "react";
import { exact } from "../../ui/format.ts";
import { languageName, percent, segmentsOf } from "../languages/segments.ts";
import { moodOf } from "../mood/mood.ts";
import styles from "./report.module.css";
import { Section } from "./section.tsx";

const WORDS = 24;
const EMOJI = 12;
const PAGE_LANGUAGE = "en";

/** What was said most, and in which mood; in which languages. */
export function Said({ facts: { words, emoji, languages } }: { facts: Report["facts"] }) {
  const segments = useMemo(() => {
    const all = languages.reduce((sum, { chats }) => sum + chats, 0);
    return segmentsOf(languages.map((each) => ({ ...each, share: all === 0 ? 0 : each.chats / all })));
  }, [languages]);
  return (
    <Section title="What was said most">
      {words.length + emoji.length === 0 ? <p className={styles["none"]}>Nothing was said often enough.</p> : null}
      <Chips said={words.slice(0, WORDS)} label="Words" />
      <Chips said={emoji.slice(0, EMOJI)} label="Emoji" />
      {segments.length > 0 ? (
        <p className={styles["languages"]}>
          <span className={styles["label"]}>Languages</span>
          {segments.map(({ code, share, chats }) => (
            <span key={code} title={`${exact(chats)} messages`}>
              {languageName(code, PAGE_LANGUAGE)} <strong>{percent(share)}</strong>
            </span>
          ))}
        </p>
      ) : null}
    </Section>
  );
}

function Chips({ said, label }: { said: Report["facts"]["words"]; label: string }) {
  if (said.length === 0) return null;
  return (
    <ul className={styles["chips"]} aria-label={label}>
      {said.map(({ text, chats, sentiment }) => {
        const mood = moodOf(sentiment);
        return (
          <li key={text} data-mood={mood} data-testid="report-word" title={`In ${exact(chats)} messages`}>
            {mood === "good" ? <Smile size={13} role="img" aria-label="said in a friendly way:" /> : null}
            {mood === "bad" ? <Frown size={13} role="img" aria-label="said in an unfriendly way:" /> : null}
            <bdi>{cleanText(text, 40)}</bdi>
            <span className={styles["times"]}>{exact(chats)}</span>
          </li>
        );
      })}
    </ul>
  );
}
