import ChevronDown from "lucide-react/icons/chevron-down";
import ChevronUp from "lucide-react/icons/chevron-up";
import Pause from "lucide-react/icons/pause";
import Play from "lucide-react/icons/play";
import Radio from "lucide-react/icons/radio";
import Repeat from "lucide-react/icons/repeat";
import RotateCcw from "lucide-react/icons/rotate-ccw";
import RotateCw from "lucide-react/icons/rotate-cw";
import SkipBack from "lucide-react/icons/skip-back";
import SkipForward from "lucide-react/icons/skip-forward";
import { type RefObject, useId, useLayoutEffect, useRef, useState } from "react";
import { type ShownReplay, shownReplay } from "../../live/replay.ts";
import { useServerNow } from "../../live/server-clock.ts";
import { useCommands, useView } from "../../live/view-store.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { clock } from "../../ui/format.ts";
import { useMedia } from "../../ui/use-media.ts";
import { behindText } from "../connection/describe.ts";
import { BookmarksButton } from "../timeline/bookmarks-button.tsx";
import { elapsed } from "../timeline/elapsed.ts";
import { LEAST_LOOP_MS } from "../timeline/loop-bounds.ts";
import { useShownTimeline, zeroOf } from "../timeline/shown-timeline.ts";
import { TimeLine } from "../timeline/time-line.tsx";
import { type ReplayAct, SHORT_MS } from "./replay-keys.ts";
import { speeds } from "./speeds.ts";
import { chooseStep, MOST_DIAMONDS, stepKinds, useStepChoice } from "./step-kind.ts";
import styles from "./transport.module.css";
import { useReplayAct, useSeekTo } from "./use-replay-actions.ts";

const icon = { size: 18, "aria-hidden": true } as const;

/** What moves the replay that is on the screen. What is pressed shows at once; the server has the last word. */
export default function Transport() {
  const replay = useView((view) => view.replay);
  const nowMs = useServerNow();
  const act = useReplayAct();
  const seekTo = useSeekTo();
  const { replay: command } = useCommands();
  const isNarrow = useMedia("(max-width: 699px)");
  const isLow = useMedia("(max-height: 560px)");
  const [isOpen, setIsOpen] = useState(false);
  const shown = replay && shownReplay(replay, nowMs);
  const bar = useRef<HTMLElement>(null);
  useTellHeight(bar);
  const isPlaying = shown?.state === "playing";
  const Chevron = isOpen ? ChevronDown : ChevronUp;
  return (
    <section
      ref={bar}
      className={styles["bar"]}
      aria-label="Replay controls"
      aria-busy={!shown}
      data-testid="transport"
      data-state={shown?.state}
      data-seeking={shown?.isSeeking || undefined}
    >
      <div className={styles["line"]}>
        {shown ? (
          <TimeLine
            shown={shown}
            isOpen={isNarrow ? isOpen : !isLow}
            onSeek={({ atMs, eventId }) => seekTo(atMs, eventId)}
            onLoop={(loop) => command({ action: "loop", value: loop })}
          />
        ) : (
          <p className={styles["opening"]}>Opening…</p>
        )}
      </div>
      <div className={styles["moves"]}>
        <IconButton
          label="10 seconds back"
          icon={<RotateCcw {...icon} />}
          disabled={!shown}
          onClick={() => act({ act: "by", ms: -SHORT_MS })}
        />
        <IconButton
          label={isPlaying ? "Pause" : "Play"}
          className={styles["play"]}
          icon={isPlaying ? <Pause {...icon} fill="currentColor" /> : <Play {...icon} fill="currentColor" />}
          disabled={!shown}
          onClick={() => act({ act: "toggle" })}
        />
        <IconButton
          label="10 seconds forward"
          icon={<RotateCw {...icon} />}
          disabled={!shown}
          onClick={() => act({ act: "by", ms: SHORT_MS })}
        />
      </div>
      <div className={styles["time"]}>{shown ? <Place shown={shown} /> : null}</div>
      {shown ? <Speed shown={shown} /> : null}
      {shown && (!isNarrow || isOpen) ? (
        <div className={styles["more"]}>
          <Steps act={act} />
          <Loop shown={shown} />
          <SkipIdle isOn={shown.skipIdle} />
          <BookmarksButton />
        </div>
      ) : null}
      {isNarrow ? (
        <IconButton
          label="More controls"
          className={styles["toggle"]}
          icon={<Chevron {...icon} />}
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
        />
      ) : null}
      <Leave act={act} />
    </section>
  );
}

/** Tells the page how high the bar is, so that what floats stands above it. */
function useTellHeight(bar: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const { current } = bar;
    const root = document.documentElement;
    if (!current) return;
    const fit = new ResizeObserver(() => root.style.setProperty("--transport-height", `${current.offsetHeight}px`));
    fit.observe(current);
    return () => {
      fit.disconnect();
      root.style.removeProperty("--transport-height");
    };
  }, [bar]);
}

/** Where it stands: since what is counted from, and how far to the end or behind what is live. */
function Place({ shown: { positionMs, fromMs, endMs, isGrowing, told } }: { shown: ShownReplay }) {
  const known = useShownTimeline((state) => (state.recordingId === told.recordingId ? state : undefined));
  const zeroMs = (known && zeroOf(known)) ?? fromMs;
  return (
    <>
      <span className={styles["elapsed"]} data-testid="replay-position" data-value={Math.round(positionMs)}>
        {elapsed(positionMs, zeroMs)}
      </span>
      {known?.entry?.zeroMs === undefined ? null : <span className={styles["zero"]}>of the video</span>}
      <span className={styles["rest"]} title={isGrowing ? "behind the newest moment" : "the whole recording"}>
        {isGrowing ? behindText(endMs - positionMs) : `of ${clock(endMs - fromMs)}`}
      </span>
    </>
  );
}

function Speed({ shown: { speed, told } }: { shown: ShownReplay }) {
  const { replay: command } = useCommands();
  const id = useId();
  const isSlower = told.trueSpeed !== undefined && told.trueSpeed < speed * 0.95;
  return (
    <div className={styles["speed"]}>
      <label htmlFor={id} className="visually-hidden">
        Speed
      </label>
      <select
        id={id}
        className={styles["select"]}
        value={speed}
        title={isSlower ? `as fast as it can: ${told.trueSpeed?.toFixed(1)}×` : undefined}
        onChange={({ target }) => command({ action: "speed", value: Number(target.value) })}
      >
        {speeds.some((each) => each === speed) ? null : <option value={speed}>{speed}×</option>}
        {speeds.map((each) => (
          <option key={each} value={each}>
            {each}×
          </option>
        ))}
      </select>
    </div>
  );
}

/** From one of a kind to the one before or after it. */
function Steps({ act }: { act: (asked: ReplayAct) => boolean }) {
  const { kind, least } = useStepChoice();
  const id = useId();
  const name = stepKinds.find((each) => each.kind === kind)?.name ?? kind;
  return (
    <div className={styles["steps"]}>
      <IconButton label={`Previous ${name}`} icon={<SkipBack {...icon} />} onClick={() => act({ act: "previous" })} />
      <label htmlFor={id} className="visually-hidden">
        Step by
      </label>
      <select
        id={id}
        className={styles["select"]}
        value={kind}
        onChange={({ target }) => {
          const chosen = stepKinds.find((each) => each.kind === target.value);
          if (chosen) chooseStep({ kind: chosen.kind });
        }}
      >
        {stepKinds.map((each) => (
          <option key={each.kind} value={each.kind}>
            {each.name}
          </option>
        ))}
      </select>
      {kind === "gift" ? <LeastDiamonds least={least} /> : null}
      <IconButton label={`Next ${name}`} icon={<SkipForward {...icon} />} onClick={() => act({ act: "next" })} />
    </div>
  );
}

/** An empty field is any gift. */
function LeastDiamonds({ least }: { least: number }) {
  const [text, setText] = useState(least > 0 ? String(least) : "");
  return (
    <input
      className={styles["least"]}
      inputMode="numeric"
      aria-label="Diamonds of a gift at least"
      placeholder="any"
      title="Only gifts of so many diamonds at least"
      value={text}
      onChange={({ target }) => {
        const digits = target.value.replaceAll(/\D/g, "").slice(0, 7);
        setText(digits);
        chooseStep({ least: Math.min(MOST_DIAMONDS, Number(digits)) });
      }}
    />
  );
}

/** One button, three presses: from here, to here, no more. */
function Loop({ shown: { positionMs, loop } }: { shown: ShownReplay }) {
  const { replay: command } = useCommands();
  const [beginMs, setBeginMs] = useState<number>();
  const press = () => {
    if (loop) command({ action: "loop", value: null });
    else if (beginMs === undefined) setBeginMs(positionMs);
    else {
      const [fromMs, toMs] = [Math.min(beginMs, positionMs), Math.max(beginMs, positionMs)].map(Math.round) as [number, number];
      setBeginMs(undefined);
      if (toMs - fromMs >= LEAST_LOOP_MS) command({ action: "loop", value: { fromMs, toMs } });
    }
  };
  const letters = beginMs === undefined || loop ? "A–B" : "A…";
  const act = loop ? "stop the loop" : beginMs === undefined ? "loop from here" : "loop to here";
  return (
    <IconButton
      label={`${letters}: ${act}`}
      icon={
        <>
          <Repeat {...icon} />
          <span className={styles["letters"]}>{letters}</span>
        </>
      }
      className={styles["loop"]}
      aria-pressed={loop !== undefined || beginMs !== undefined}
      onClick={press}
    />
  );
}

function SkipIdle({ isOn }: { isOn: boolean }) {
  const { replay: command } = useCommands();
  return (
    <label className={styles["skip"]}>
      <input type="checkbox" checked={isOn} onChange={({ target }) => command({ action: "skipIdle", value: target.checked })} />
      Skip idle time
    </label>
  );
}

function Leave({ act }: { act: (asked: ReplayAct) => boolean }) {
  const watchesSomebody = useView((view) => view.source.status.state !== "none");
  return (
    <Button look="primary" className={styles["leave"]} onClick={() => act({ act: "live" })}>
      {watchesSomebody ? (
        <>
          <Radio size={16} aria-hidden="true" />
          Go LIVE
        </>
      ) : (
        "Leave replay"
      )}
    </Button>
  );
}
