import X from "lucide-react/icons/x";
import { useEffect, useState } from "react";
import { Button, IconButton } from "../../ui/button.tsx";
import { hoursMinutesSeconds } from "../../ui/format.ts";
import styles from "./bookmarks.module.css";
import { dismissNote, useBookmarkNote, useBookmarks } from "./bookmarks.ts";
import { elapsed } from "./elapsed.ts";
import { useShownTimeline, zeroOf } from "./shown-timeline.ts";

const SHOWN_MS = 8_000;
export const MOST_TEXT = 200;

/** Says that a bookmark is set, and lets it be named, for some seconds; the list of bookmarks does the same at any time. */
export function BookmarkNote() {
  const { note } = useBookmarkNote();
  const known = useShownTimeline();
  const { set, remove } = useBookmarks();
  const [isHeld, setIsHeld] = useState(false);
  useEffect(() => {
    if (!note || isHeld) return;
    const timer = setTimeout(dismissNote, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [note, isHeld]);
  if (!note) return null;
  const zeroMs = zeroOf(known);
  const isSet = note.kind === "set";
  const when = (atMs: number) => (zeroMs === undefined ? hoursMinutesSeconds(atMs) : elapsed(atMs, zeroMs));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it stays for as long as somebody is at it.
    <div
      className={styles["note"]}
      data-testid="bookmark-note"
      onPointerEnter={() => setIsHeld(true)}
      onPointerLeave={() => setIsHeld(false)}
      onFocus={() => setIsHeld(true)}
      onBlur={() => setIsHeld(false)}
    >
      <p role={isSet ? "status" : "alert"}>{isSet ? `Bookmark at ${when(note.bookmark.atMs)}` : note.text}</p>
      {isSet ? (
        <form
          key={note.bookmark.bookmarkId}
          onSubmit={(event) => {
            event.preventDefault();
            const text = String(new FormData(event.currentTarget).get("text") ?? "").trim();
            if (text) set({ ...note.bookmark, text });
            setIsHeld(false);
            dismissNote();
          }}
        >
          <input
            name="text"
            className={styles["text"]}
            maxLength={MOST_TEXT}
            placeholder="What was it?"
            aria-label="Text of the bookmark"
          />
          <Button type="submit">Keep</Button>
          <Button
            look="quiet"
            onClick={() => {
              remove(note.bookmark.bookmarkId);
              setIsHeld(false);
              dismissNote();
            }}
          >
            Undo
          </Button>
        </form>
      ) : null}
      <IconButton
        label="Dismiss"
        icon={<X size={16} aria-hidden="true" />}
        onClick={() => {
          setIsHeld(false);
          dismissNote();
        }}
      />
    </div>
  );
}
