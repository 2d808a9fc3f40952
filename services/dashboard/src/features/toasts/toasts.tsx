import X from "lucide-react/icons/x";
import * as Toast from "radix-ui/toast";
import { useCommands, useView } from "../../live/view-store.ts";
import { useWords } from "../use-words.ts";
import styles from "./toasts.module.css";
import { wordsOf } from "./words.ts";

const SHOWN_MS = 6_000;

/** What happened just now: at most three, grouped, polite. All of it stands elsewhere on the page, too. */
export default function Toasts() {
  const notices = useView((view) => view.notices);
  const { dismissNotice } = useCommands();
  const { words } = useWords();
  return (
    <Toast.Provider duration={SHOWN_MS} swipeDirection="right" label="What happened">
      {notices.map(({ id, happening }) => {
        const { title, text, tone } = wordsOf(happening, words);
        return (
          <Toast.Root
            key={id}
            type="background"
            className={styles["toast"]}
            data-tone={tone}
            data-testid="toast"
            onOpenChange={(isOpen) => {
              if (!isOpen) dismissNotice(id);
            }}
          >
            <div className={styles["words"]}>
              <Toast.Title className={styles["title"]}>
                <bdi>{title}</bdi>
              </Toast.Title>
              <Toast.Description className={styles["text"]}>
                <bdi>{text}</bdi>
              </Toast.Description>
            </div>
            <Toast.Close className={styles["close"]} aria-label="Dismiss">
              <X size={16} aria-hidden="true" />
            </Toast.Close>
          </Toast.Root>
        );
      })}
      <Toast.Viewport className={styles["viewport"]} label="What happened ({hotkey})" />
    </Toast.Provider>
  );
}
