import type { User } from "@frontrow/protocol/event";
import type { ViewerStats } from "@frontrow/protocol/insight";
import type { ChatRow } from "../../live/chat-log.ts";
import { useView } from "../../live/view-store.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { exact, hoursMinutes, spoken } from "../../ui/format.ts";
import { Bar } from "../../ui/skeleton.tsx";
import { MessagePieces } from "../chat/message-pieces.tsx";
import { piecesOf } from "../chat/pieces.ts";
import { useCurrency, worthText } from "../currency.ts";
import { handleText, nameOf } from "../people/name.ts";
import { Badges } from "../people/person.tsx";
import { KnownViewerSection } from "./known-viewer.tsx";
import { pointsParts } from "./points-parts.ts";
import { useViewer, type ViewerKnowledge } from "./use-viewer.ts";
import type { ViewerActivity } from "./viewer-activity.ts";
import styles from "./viewer-card.module.css";

/** Who somebody is, and what they did in this broadcast. */
export default function ViewerCard({ user, onClose }: { user: User; onClose: () => void }) {
  const known = useViewer(user);
  const latest = known.activity.user ?? user;
  // A report is read where nothing may be on the screen.
  const hasBroadcast = useView((view) => view.broadcast !== undefined);
  const title = (
    <div className={styles["heading"]}>
      <Avatar url={latest.avatarUrl} name={nameOf(latest)} size={56} />
      <div className={styles["who"]}>
        <h2 id="viewer-name">
          <bdi>{nameOf(latest)}</bdi>
        </h2>
        <p className={styles["handle"]}>
          <bdi>{handleText(latest.handle)}</bdi>
          <Badges user={latest} />
        </p>
      </div>
    </div>
  );
  return (
    <Dialog title={title} aria-labelledby="viewer-name" data-testid="viewer-card" data-id={user.id} onClose={onClose}>
      {hasBroadcast ? <Facts known={known} /> : null}
      <KnownViewerSection user={latest} />
      {hasBroadcast ? <Messages rows={known.activity.messages} /> : null}
    </Dialog>
  );
}

function Facts({ known: { answer, activity, retry } }: { known: ViewerKnowledge }) {
  switch (answer.state) {
    case "loading":
      return <FactsSkeleton />;
    case "listed":
      return <Listed stats={answer.stats} />;
    case "failed":
      return (
        <>
          <p className={styles["note"]} role="alert">
            What they did in the whole broadcast could not be fetched. This is what this page saw.
            <Button look="quiet" onClick={retry}>
              Try again
            </Button>
          </p>
          <Seen activity={activity} />
        </>
      );
    case "unlisted":
      return (
        <>
          <p className={styles["note"]}>Only the 50 most engaged are listed in full. This is what this page saw of them.</p>
          <Seen activity={activity} />
        </>
      );
  }
}

function Listed({ stats }: { stats: ViewerStats }) {
  const currency = useCurrency();
  const { watchMs, visits, chats, likes, shares, gifts, diamonds, firstSeenMs, lastSeenMs } = stats;
  const parts = pointsParts(stats);
  return (
    <>
      <dl className={styles["facts"]}>
        <Fact name="Watched" value={spoken(watchMs)} isAtLeast />
        <Fact name="Visits" value={exact(visits)} />
        <Fact name="First seen" value={hoursMinutes(firstSeenMs)} />
        <Fact name="Last seen" value={hoursMinutes(lastSeenMs)} />
        <Fact name="Messages" value={exact(chats)} />
        <Fact name="Likes" value={exact(likes)} isAtLeast />
        <Fact name="Shares" value={exact(shares)} />
        <Fact name="Gifts" value={exact(gifts)} />
        <Fact name="Diamonds" value={exact(diamonds)} note={diamonds > 0 ? worthText(diamonds, currency) : undefined} />
        <Fact name="Points" value={exact(stats.points)} />
      </dl>
      {parts ? (
        <p className={styles["parts"]}>
          <span className={styles["partsName"]}>Points are from</span>
          {parts.map(({ name, points }) => (
            <span key={name} className={styles["part"]}>
              {name} <strong>{points < 10 ? points.toFixed(1) : exact(Math.round(points))}</strong>
            </span>
          ))}
        </p>
      ) : null}
    </>
  );
}

function Seen({ activity }: { activity: ViewerActivity }) {
  const currency = useCurrency();
  const { chats, gifts, diamonds, firstSeenMs, lastSeenMs } = activity;
  return (
    <dl className={styles["facts"]}>
      <Fact name="First seen here" value={firstSeenMs === undefined ? "–" : hoursMinutes(firstSeenMs)} />
      <Fact name="Last seen here" value={lastSeenMs === undefined ? "–" : hoursMinutes(lastSeenMs)} />
      <Fact name="Messages" value={exact(chats)} isAtLeast={chats > 0} />
      <Fact name="Gifts" value={exact(gifts)} isAtLeast={gifts > 0} />
      <Fact
        name="Diamonds"
        value={exact(diamonds)}
        isAtLeast={diamonds > 0}
        note={diamonds > 0 ? worthText(diamonds, currency) : undefined}
      />
    </dl>
  );
}

interface FactProps {
  readonly name: string;
  readonly value: string;
  /** Not all of it can be seen from outside. */
  readonly isAtLeast?: boolean;
  readonly note?: string | undefined;
}

const Fact = ({ name, value, isAtLeast, note }: FactProps) => (
  <div>
    <dt>{name}</dt>
    <dd>
      {isAtLeast ? (
        <span className={styles["mark"]} title="At least: not all of it can be seen">
          <span aria-hidden="true">≥</span>
          <span className="visually-hidden">at least </span>
        </span>
      ) : null}
      {value}
      {note ? <span className={styles["worth"]}>{note}</span> : null}
    </dd>
  </div>
);

const Messages = ({ rows }: { rows: readonly ChatRow[] }) => (
  <section className={styles["messages"]} aria-labelledby="viewer-messages">
    <h3 id="viewer-messages">Last messages on this page</h3>
    {rows.length === 0 ? <p className={styles["none"]}>None that this page remembers.</p> : null}
    <ol>
      {rows.map(({ id, text, emotes, atMs }) => (
        <li key={id}>
          <p dir="auto">
            <MessagePieces pieces={piecesOf(text, emotes)} stickerSize={24} />
          </p>
          <time dateTime={new Date(atMs).toISOString()}>{hoursMinutes(atMs)}</time>
        </li>
      ))}
    </ol>
  </section>
);

const FactsSkeleton = () => (
  <div className={styles["facts"]} aria-busy="true">
    {Array.from({ length: 10 }, (_, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the bars have no identity; they are a picture.
      <div key={at}>
        <Bar width="50%" height={9} />
        <Bar width="70%" height={15} style={{ marginTop: 8 }} />
      </div>
    ))}
  </div>
);
