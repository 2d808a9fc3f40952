import Undo2 from "lucide-react/icons/undo-2";
import { Button } from "../../ui/button.tsx";
import styles from "./questions.module.css";

interface SettledProps {
  readonly status: "answered" | "ignored";
  /** What was settled, for whom the button alone says too little. */
  readonly what: string;
  readonly onUndo: () => void;
}

/** What became of a question, and the way back. */
export const Settled = ({ status, what, onUndo }: SettledProps) => (
  <div className={styles["settled"]}>
    <span data-status={status}>{status === "answered" ? "Answered" : "Ignored"}</span>
    <Button look="quiet" className={styles["undo"]} onClick={onUndo} aria-label={`Undo: ${what}`}>
      <Undo2 size={15} aria-hidden="true" />
      Undo
    </Button>
  </div>
);
