import Circle from "lucide-react/icons/circle";
import CloudOff from "lucide-react/icons/cloud-off";
import Hourglass from "lucide-react/icons/hourglass";
import Pause from "lucide-react/icons/pause";
import Play from "lucide-react/icons/play";
import RefreshCw from "lucide-react/icons/refresh-cw";
import Rewind from "lucide-react/icons/rewind";
import Square from "lucide-react/icons/square";
import X from "lucide-react/icons/x";
import { useServerNow } from "../../live/server-clock.ts";
import { useCalmView, useView } from "../../live/view-store.ts";
import styles from "./connection.module.css";
import { describe, type Shape } from "./describe.ts";

const icon = { size: 15, strokeWidth: 2.4, "aria-hidden": true } as const;
const shapes: Record<Shape, React.ReactNode> = {
  disc: <Circle {...icon} fill="currentColor" />,
  ring: <Circle {...icon} />,
  hourglass: <Hourglass {...icon} />,
  arrows: <RefreshCw {...icon} />,
  bars: <Pause {...icon} fill="currentColor" />,
  square: <Square {...icon} fill="currentColor" />,
  cross: <X {...icon} />,
  cloud: <CloudOff {...icon} />,
  triangle: <Play {...icon} fill="currentColor" />,
  rewind: <Rewind {...icon} fill="currentColor" />,
};

/** The state of the connection by word, shape and colour together. Its clock ticks for the eye only. */
export function StateBadge() {
  const link = useView((view) => view.link);
  const source = useView((view) => view.source);
  const broadcast = useCalmView((view) => view.broadcast);
  const replay = useView((view) => view.replay);
  const nowMs = useServerNow();
  const { word, detail, shape, tone } = describe({ link, source, broadcast, replay }, nowMs);
  return (
    <p
      className={styles["badge"]}
      data-testid="connection-state"
      data-state={word.toLowerCase().replace(" ", "-")}
      data-tone={tone}
      data-shape={shape}
    >
      {shapes[shape]}
      <strong>{word}</strong>
      {detail ? (
        <span className={styles["detail"]}>
          <bdi>{detail}</bdi>
        </span>
      ) : null}
    </p>
  );
}
