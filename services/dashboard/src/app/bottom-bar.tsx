import Activity from "lucide-react/icons/activity";
import CircleHelp from "lucide-react/icons/circle-question-mark";
import Gift from "lucide-react/icons/gift";
import MessageSquare from "lucide-react/icons/message-square";
import styles from "./app.module.css";
import { type Section, sections } from "./sections.ts";

const faces: Record<Section, { label: string; Icon: typeof Gift }> = {
  pulse: { label: "Pulse", Icon: Activity },
  chat: { label: "Chat", Icon: MessageSquare },
  questions: { label: "Questions", Icon: CircleHelp },
  gifts: { label: "Gifts", Icon: Gift },
};

/** On a narrow screen: the four places, under the thumb. */
export const BottomBar = ({ section, onSection }: { section: Section; onSection: (section: Section) => void }) => (
  <nav className={styles["bottom"]} aria-label="Sections">
    {sections.map((each) => {
      const { label, Icon } = faces[each];
      return (
        <button key={each} type="button" aria-current={each === section ? "page" : undefined} onClick={() => onSection(each)}>
          <Icon size={20} aria-hidden="true" />
          {label}
        </button>
      );
    })}
  </nav>
);
