import type { Room } from "@frontrow/protocol/insight";
import { cleanLine } from "@frontrow/words/clean-text";
import ChartBar from "lucide-react/icons/chart-bar-big";
import Gem from "lucide-react/icons/gem";
import PackageOpen from "lucide-react/icons/package-open";
import PinIcon from "lucide-react/icons/pin";
import Target from "lucide-react/icons/target";
import Users from "lucide-react/icons/users";
import type { ReactNode } from "react";
import { useBroadcastNow } from "../../live/server-clock.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { Count } from "../../ui/count.tsx";
import { exact } from "../../ui/format.ts";
import { Meter } from "../../ui/meter.tsx";
import { shownText } from "../chat/pieces.ts";
import { percent } from "../languages/segments.ts";
import { nameOf } from "../people/name.ts";
import { NameButton } from "../people/person.tsx";
import styles from "./stage.module.css";
import { chestText, percentOf } from "./stage-view.ts";

const icon = { size: 15, "aria-hidden": true } as const;

const Heading = ({ children }: { children: ReactNode }) => <h3 className={styles["heading"]}>{children}</h3>;

/** Who is on stage, and who was and received gifts: what they received is theirs and in none of the host's totals. */
export const Guests = ({ guests }: { guests: Room["guests"] }) => (
  <section className={styles["part"]} aria-label="Guests">
    <Heading>
      <Users {...icon} />
      Guests
    </Heading>
    <ul className={styles["rows"]}>
      {guests.map(({ guest, isOnStage, diamonds, gifts }) => (
        <li
          key={guest.id}
          className={styles["guest"]}
          data-testid="guest-row"
          data-id={guest.id}
          data-on-stage={isOnStage || undefined}
          data-diamonds={diamonds}
        >
          <Avatar url={guest.avatarUrl} name={nameOf(guest)} size={24} />
          <bdi className={styles["name"]} title={nameOf(guest)}>
            {nameOf(guest)}
          </bdi>
          <span className={styles["note"]}>{isOnStage ? "on stage" : "left"}</span>
          <span className={styles["worth"]} title={`${exact(gifts)} gifts, ${exact(diamonds)} diamonds: theirs, not the host's`}>
            <Gem size={13} aria-hidden="true" />
            <Count value={diamonds} />
            <span className="visually-hidden"> diamonds from {exact(gifts)} gifts</span>
          </span>
        </li>
      ))}
    </ul>
  </section>
);

export const Goals = ({ goals }: { goals: Room["goals"] }) => (
  <section className={styles["part"]} aria-label="Goals">
    <Heading>
      <Target {...icon} />
      {goals.length === 1 ? "Goal" : "Goals"}
    </Heading>
    <ul className={styles["rows"]}>
      {goals.map(({ goalId, description, progress, target }) => (
        <li key={goalId} className={styles["goal"]} data-testid="goal-row" data-progress={progress} data-target-value={target}>
          <p>
            <bdi className={styles["name"]}>{cleanLine(description) || "Goal"}</bdi>
            <span className={styles["note"]}>
              {exact(progress)} of {exact(target)}
            </span>
            <strong>{percentOf(progress, target)}</strong>
          </p>
          <Meter value={progress} max={target} tone={progress >= target ? "good" : "accent"} />
        </li>
      ))}
    </ul>
  </section>
);

export function Poll({ poll: { isOpen, title, options } }: { poll: NonNullable<Room["poll"]> }) {
  const all = options.reduce((sum, { votes }) => sum + votes, 0);
  const most = Math.max(1, ...options.map(({ votes }) => votes));
  return (
    <section className={styles["part"]} data-testid="poll" data-open={isOpen || undefined} aria-label="Poll">
      <Heading>
        <ChartBar {...icon} />
        Poll
        <bdi className={styles["name"]}>{cleanLine(title)}</bdi>
        <span className={styles["note"]}>
          {isOpen ? "" : "closed · "}
          {exact(all)} {all === 1 ? "vote" : "votes"}
        </span>
      </Heading>
      <ul className={styles["rows"]}>
        {options.map(({ text, votes }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: options keep their places, and may be spelt alike.
          <li key={place} className={styles["goal"]}>
            <p>
              <bdi className={styles["name"]}>{cleanLine(text)}</bdi>
              <span className={styles["note"]}>{exact(votes)}</span>
              <strong>{percent(all === 0 ? 0 : votes / all)}</strong>
            </p>
            <Meter value={votes} max={Math.max(1, all)} tone={votes === most ? "accent" : "neutral"} />
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Chests({ chests }: { chests: Room["chests"] }) {
  const nowMs = useBroadcastNow();
  return (
    <section className={styles["part"]} aria-label="Treasure chests">
      <Heading>
        <PackageOpen {...icon} />
        {chests.length === 1 ? "Treasure chest" : "Treasure chests"}
      </Heading>
      <ul className={styles["rows"]}>
        {chests.map(({ envelopeId, user, diamonds, people, opensAtMs }) => (
          <li key={envelopeId} className={styles["chest"]} data-testid="chest-row" data-id={envelopeId}>
            <NameButton user={user} className={styles["name"]} />
            <span className={styles["note"]}>
              {exact(diamonds)} diamonds for {exact(people)}
            </span>
            <strong className={styles["left"]}>{chestText(opensAtMs, nowMs)}</strong>
          </li>
        ))}
      </ul>
    </section>
  );
}

export const Pin = ({ pin: { user, text } }: { pin: NonNullable<Room["pin"]> }) => (
  <section className={styles["part"]} data-testid="pin" aria-label="Pinned message">
    <Heading>
      <PinIcon {...icon} />
      Pinned
      {user ? <NameButton user={user} className={styles["name"]} /> : null}
    </Heading>
    <p className={styles["pinned"]} dir="auto" title={text}>
      {shownText(text)}
    </p>
  </section>
);
