import { useVirtualizer } from "@tanstack/react-virtual";
import ArrowDown from "lucide-react/icons/arrow-down";
import { type ReactNode, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from "react";
import styles from "./live-list.module.css";

/** Distance from the end, in pixels, within which a reader counts as being at the end. */
const AT_END_PX = 24;

interface LiveListProps<Row extends { readonly id: string }> {
  /** Oldest first. A row keeps its id for life. */
  readonly rows: readonly Row[];
  readonly renderRow: (row: Row) => ReactNode;
  readonly label: string;
  /** What a row is about as high as, before it is measured. */
  readonly rowHeight: number;
  /** A row to bring into view and to flag; another object asks again. Ignored when there is no such row. */
  readonly target?: { readonly id: string } | undefined;
}

/**
 * A long list that grows at its end.
 *
 * It follows the newest row until the reader scrolls away; then what they read stays where it is, whatever arrives below or is
 * forgotten above, and a button says how much is new. Only what can be seen is in the document.
 */
export function LiveList<Row extends { readonly id: string }>({ rows, renderRow, label, rowHeight, target }: LiveListProps<Row>) {
  const scroller = useRef<HTMLElement>(null);
  const seen = useRef<string | undefined>(undefined);
  const [isFollowing, setIsFollowing] = useState(true);
  const look = useOncePerFrame();
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 6,
    paddingEnd: 8,
    anchorTo: "end",
    followOnAppend: true,
    scrollEndThreshold: AT_END_PX,
    // In the next frame: a row that is added stands below the end until the list has followed it.
    onChange: (list) => look(() => setIsFollowing(list.isAtEnd(AT_END_PX))),
  });
  useLayoutEffect(() => virtualizer.scrollToEnd(), [virtualizer]);
  // Where something beside the list takes of its height, the newest row stays in view.
  const keepEnd = useEffectEvent(() => {
    if (isFollowing) virtualizer.scrollToEnd();
  });
  useEffect(() => {
    const observer = new ResizeObserver(() => keepEnd());
    if (scroller.current) observer.observe(scroller.current);
    return () => observer.disconnect();
  }, []);
  const showTarget = useEffectEvent(() => {
    const index = rows.findIndex((row) => row.id === target?.id);
    if (index >= 0) virtualizer.scrollToIndex(index, { align: "center" });
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new target is the reason to scroll; new rows are not.
  useLayoutEffect(() => showTarget(), [target]);

  const lastVisible = rows[virtualizer.range?.endIndex ?? -1];
  const seenIndex = rows.findLastIndex((row) => row.id === seen.current);
  useEffect(() => {
    const furthest = isFollowing ? rows.at(-1) : lastVisible;
    if (furthest && rows.lastIndexOf(furthest) > seenIndex) seen.current = furthest.id;
  });
  const news = isFollowing ? 0 : rows.length - 1 - seenIndex;

  return (
    <div className={styles["frame"]}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
      <section ref={scroller} className={styles["scroller"]} tabIndex={0} aria-label={label}>
        <ol className={styles["rows"]} style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map((item) => {
            const row = rows[item.index];
            return row ? (
              <li
                key={item.key}
                ref={virtualizer.measureElement}
                data-index={item.index}
                data-target={row.id === target?.id || undefined}
                className={styles["row"]}
                style={{ transform: `translateY(${item.start}px)` }}
              >
                {renderRow(row)}
              </li>
            ) : null;
          })}
        </ol>
      </section>
      {isFollowing ? null : (
        <button type="button" className={styles["news"]} data-newest onClick={() => virtualizer.scrollToEnd()}>
          <ArrowDown size={15} aria-hidden="true" />
          {news > 0 ? `${news} new` : "Newest"}
        </button>
      )}
    </div>
  );
}

/** Runs the first task of those it is given until the next frame, in that frame. */
function useOncePerFrame(): (task: () => void) => void {
  const due = useRef<number>(undefined);
  useEffect(() => () => cancelAnimationFrame(due.current ?? 0), []);
  return (task) => {
    due.current ??= requestAnimationFrame(() => {
      due.current = undefined;
      task();
    });
  };
}
