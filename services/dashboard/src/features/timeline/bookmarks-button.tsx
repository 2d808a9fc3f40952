import type { Bookmark } from "@frontrow/protocol/library/entry";
import BookmarkIcon from "lucide-react/icons/bookmark";
import Clapperboard from "lucide-react/icons/clapperboard";
import Link from "lucide-react/icons/link";
import Trash from "lucide-react/icons/trash-2";
import X from "lucide-react/icons/x";
import * as Popover from "radix-ui/popover";
import { useState } from "react";
import { shownReplay } from "../../live/replay.ts";
import { useServerNow } from "../../live/server-clock.ts";
import { useShownRecording } from "../../live/use-library.ts";
import { useView } from "../../live/view-store.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { hoursMinutesSeconds } from "../../ui/format.ts";
import { useSeekTo } from "../replay/use-replay-actions.ts";
import { MOST_TEXT } from "./bookmark-note.tsx";
import styles from "./bookmarks.module.css";
import { type BookmarkActions, useBookmarks } from "./bookmarks.ts";
import { elapsed } from "./elapsed.ts";
import { linkTo } from "./moment-link.ts";
import { useShownTimeline, zeroOf } from "./shown-timeline.ts";

const none: readonly Bookmark[] = [];

/** Opens the bookmarks of the recording on the screen, and what else a moment is good for. */
export function BookmarksButton() {
  const recordingId = useShownRecording();
  const count = useShownTimeline((state) => state.entry?.bookmarks.length ?? 0);
  if (recordingId === undefined) return null;
  return (
    <Popover.Root>
      <Popover.Trigger asChild>
        <Button look="quiet" className={styles["open"]} data-testid="bookmarks-button">
          <BookmarkIcon size={16} aria-hidden="true" />
          <span className={styles["openWord"]}>Bookmarks</span>
          {count > 0 ? ` ${count}` : null}
        </Button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className={styles["popover"]}
          aria-label="Bookmarks"
          data-testid="bookmarks"
          sideOffset={8}
          collisionPadding={8}
          // Not the first button: its tip would open, and take the Escape that is meant to close this.
          onOpenAutoFocus={(event) => {
            event.preventDefault();
            (event.currentTarget as HTMLElement).focus();
          }}
        >
          <Bookmarks recordingId={recordingId} />
          <Popover.Close asChild>
            <button type="button" className={styles["close"]} aria-label="Close">
              <X size={16} aria-hidden="true" />
            </button>
          </Popover.Close>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function Bookmarks({ recordingId }: { recordingId: string }) {
  const replay = useView((view) => view.replay);
  const nowMs = useServerNow();
  const known = useShownTimeline();
  const actions = useBookmarks();
  const [removed, setRemoved] = useState<readonly Bookmark[]>([]);
  const bookmarks = known.entry?.bookmarks ?? none;
  const hereMs = replay ? shownReplay(replay, nowMs)?.positionMs : nowMs;
  const zeroMs = zeroOf(known);
  const when = (atMs: number) => (zeroMs === undefined ? hoursMinutesSeconds(atMs) : elapsed(atMs, zeroMs));
  const ids = new Set(bookmarks.map(({ bookmarkId }) => bookmarkId));
  const gone = removed.filter(({ bookmarkId }) => !ids.has(bookmarkId));
  const rows = [...bookmarks, ...gone].sort((one, other) => one.atMs - other.atMs);
  return (
    <>
      <h2 className={styles["title"]}>Bookmarks</h2>
      <Button onClick={() => actions.setHere()} disabled={hereMs === undefined}>
        <BookmarkIcon size={16} aria-hidden="true" />
        Bookmark {hereMs === undefined ? "" : when(hereMs)}
        <kbd>b</kbd>
      </Button>
      {rows.length === 0 ? (
        <p className={styles["empty"]}>None yet. One keeps a moment, and can be exported as a marker.</p>
      ) : null}
      <ul className={styles["list"]}>
        {rows.map((bookmark) =>
          ids.has(bookmark.bookmarkId) ? (
            <Row
              key={bookmark.bookmarkId}
              bookmark={bookmark}
              time={when(bookmark.atMs)}
              actions={actions}
              onRemove={() => {
                setRemoved([...gone, bookmark]);
                actions.remove(bookmark.bookmarkId);
              }}
            />
          ) : (
            <li key={bookmark.bookmarkId} className={styles["gone"]}>
              <span>
                {when(bookmark.atMs)} <bdi>{bookmark.text}</bdi> deleted
              </span>
              <Button look="quiet" onClick={() => actions.set(bookmark)}>
                Undo
              </Button>
            </li>
          ),
        )}
      </ul>
      <Zero zeroMs={known.entry?.zeroMs} hereMs={replay ? hereMs : undefined} actions={actions} begin={known.recording?.fromMs} />
      {hereMs === undefined ? null : <CopyLink recordingId={recordingId} atMs={hereMs} />}
    </>
  );
}

interface RowProps {
  readonly bookmark: Bookmark;
  readonly time: string;
  readonly actions: BookmarkActions;
  readonly onRemove: () => void;
}

/** A bookmark: its time leads there, its text is written in its place. */
function Row({ bookmark, time, actions, onRemove }: RowProps) {
  const seekTo = useSeekTo();
  const keep = (text: string) => {
    if (text.trim() !== bookmark.text) actions.set({ ...bookmark, text: text.trim() });
  };
  return (
    <li className={styles["row"]} data-testid="bookmark-row">
      <button type="button" className={styles["time"]} title="Replay from here" onClick={() => seekTo(bookmark.atMs)}>
        {time}
      </button>
      <input
        // Another text from elsewhere replaces what is here.
        key={bookmark.text}
        className={styles["text"]}
        defaultValue={bookmark.text}
        maxLength={MOST_TEXT}
        placeholder="no text"
        dir="auto"
        aria-label={`Text of the bookmark at ${time}`}
        onBlur={({ target }) => keep(target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter") event.currentTarget.blur();
        }}
      />
      <IconButton label={`Delete the bookmark at ${time}`} icon={<Trash size={16} aria-hidden="true" />} onClick={onRemove} />
    </li>
  );
}

interface ZeroProps {
  readonly zeroMs: number | undefined;
  /** Where the replay stands. */
  readonly hereMs: number | undefined;
  readonly begin: number | undefined;
  readonly actions: BookmarkActions;
}

/** Creators lay this beside their own video, which begins somewhere else. */
function Zero({ zeroMs, hereMs, begin, actions }: ZeroProps) {
  return (
    <div className={styles["zero"]}>
      <p>
        {zeroMs === undefined
          ? "Time counts from the beginning of the recording."
          : `Time counts from where the video starts: ${begin === undefined ? hoursMinutesSeconds(zeroMs) : elapsed(zeroMs, begin)} of the recording.`}
      </p>
      {hereMs === undefined ? null : (
        <Button onClick={() => actions.setZero(hereMs)}>
          <Clapperboard size={16} aria-hidden="true" />
          Video starts here
        </Button>
      )}
      {zeroMs === undefined ? null : (
        <Button look="quiet" onClick={() => actions.setZero(null)}>
          Count from the beginning
        </Button>
      )}
    </div>
  );
}

function CopyLink({ recordingId, atMs }: { recordingId: string; atMs: number }) {
  const [done, setDone] = useState<{ readonly link: string; readonly isCopied: boolean }>();
  const copy = async () => {
    const link = linkTo(location.href, recordingId, atMs);
    // A browser has no clipboard on a plain address; what cannot be copied can be read.
    const isCopied = await Promise.resolve(navigator.clipboard?.writeText(link).then(() => true)).catch(() => false);
    setDone({ link, isCopied: isCopied === true });
  };
  return (
    <div className={styles["link"]}>
      <Button look="quiet" onClick={() => void copy()}>
        <Link size={16} aria-hidden="true" />
        Copy link to this moment
      </Button>
      <p role="status">{done ? (done.isCopied ? "Copied. It works for this desk." : "Copy it from here:") : ""}</p>
      {done && !done.isCopied ? (
        <input
          className={styles["text"]}
          readOnly
          value={done.link}
          aria-label="Link to this moment"
          onFocus={({ target }) => target.select()}
        />
      ) : null}
    </div>
  );
}
