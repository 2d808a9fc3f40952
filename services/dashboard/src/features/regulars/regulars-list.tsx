import type { KnownViewer } from "@frontrow/protocol/library/viewer";
import { useMemo } from "react";
import { useServerNow } from "../../live/server-clock.ts";
import { useCalmView } from "../../live/view-store.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { Button } from "../../ui/button.tsx";
import { dayAndTime } from "../../ui/format.ts";
import { Blank } from "../../ui/panel.tsx";
import { RowsSkeleton } from "../../ui/skeleton.tsx";
import { nameOf } from "../people/name.ts";
import { NameButton } from "../people/person.tsx";
import { groupsOf, longText } from "./groups.ts";
import styles from "./regulars.module.css";
import { oftenText, useRegulars } from "./regulars-store.ts";

const DAY_MS = 86_400_000;
/** What is older is not read while a broadcast goes on; the card of each tells the rest. */
const MOST = 100;

/** Who comes again and again: who is here, who has not come for long, and the others. */
export default function RegularsList() {
  const { state, broadcasts, byId, here, retry } = useRegulars();
  const nowMs = useServerNow();
  // Days go by slowly: the groups do not change with each second.
  const day = Math.floor(nowMs / DAY_MS);
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above.
  const groups = useMemo(() => groupsOf(byId.values(), here, nowMs), [byId, here, day]);
  const sinceMs = useCalmView(({ replay, broadcast }) => (replay ? undefined : broadcast?.metrics.sinceMs));
  if (state === "none") return <Blank>Who comes again and again appears here.</Blank>;
  if (state === "loading") return <RowsSkeleton rows={3} />;
  if (state === "failed") {
    return (
      <Blank>
        <p role="alert">Who comes regularly could not be read.</p>
        <Button look="quiet" onClick={retry}>
          Try again
        </Button>
      </Blank>
    );
  }
  if (byId.size === 0) {
    return (
      <Blank>
        {broadcasts < 2
          ? "Who comes again and again appears here, once this desk has recorded two broadcasts of this creator."
          : "Nobody was in two of the broadcasts that this desk has recorded."}
      </Blank>
    );
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section className={styles["list"]} tabIndex={0} aria-label="Regulars">
      <Group title="Here now" regulars={groups.here} about={(each) => oftenText(each, sinceMs)} />
      <Group
        title="Not here for long"
        regulars={groups.missed}
        about={({ lastSeenMs, broadcasts: times }) => `${times} broadcasts · not here for ${longText(nowMs - lastSeenMs)}`}
      />
      <Group
        title="Others"
        regulars={groups.others}
        about={({ broadcasts: times, lastSeenMs }) =>
          `${times} ${times === 1 ? "broadcast" : "broadcasts"} · ${agoText(nowMs - lastSeenMs)}`
        }
      />
    </section>
  );
}

const agoText = (ms: number): string => (ms < DAY_MS ? "here today" : `here ${longText(ms)} ago`);

function Group(props: {
  readonly title: string;
  readonly regulars: readonly KnownViewer[];
  readonly about: (regular: KnownViewer) => string;
}) {
  const { title, regulars, about } = props;
  if (regulars.length === 0) return null;
  return (
    <>
      <h3>
        {title} <span className={styles["count"]}>{regulars.length}</span>
      </h3>
      <ul>
        {regulars.slice(0, MOST).map((regular) => (
          <li key={regular.user.id} data-testid="regular-row" data-id={regular.user.id}>
            <Avatar url={regular.user.avatarUrl} name={nameOf(regular.user)} size={26} />
            <span className={styles["who"]}>
              <NameButton user={regular.user} className={styles["name"]} />
              <span className={styles["about"]} title={`Last seen on ${dayAndTime(regular.lastSeenMs)}`}>
                {about(regular)}
                {regular.tags?.map((tag) => (
                  <bdi key={tag} className={styles["tag"]}>
                    {tag}
                  </bdi>
                ))}
              </span>
            </span>
          </li>
        ))}
      </ul>
      {regulars.length > MOST ? <p className={styles["about"]}>and {regulars.length - MOST} more</p> : null}
    </>
  );
}
