import type { Report } from "@frontrow/protocol/library/report";
import { Count } from "../../ui/count.tsx";
import { exact, spoken } from "../../ui/format.ts";
import { useCurrency, worthText } from "../currency.ts";
import { nameOf } from "../people/name.ts";
import { NameButton } from "../people/person.tsx";
import { WatchTimeList } from "../people/watch-time-list.tsx";
import styles from "./report.module.css";
import { Section, Some } from "./section.tsx";

type Facts = Report["facts"];
const FIRST = 10;

/** A name that opens the viewer's card where there is something to tell on it. */
const Name = ({ user, hasCards }: { user: Facts["people"][number]["user"]; hasCards: boolean }) =>
  hasCards ? <NameButton user={user} className={styles["name"]} /> : <bdi className={styles["name"]}>{nameOf(user)}</bdi>;

/** Who gave most. */
export function Supporters({ supporters, hasCards }: { supporters: Facts["supporters"]; hasCards: boolean }) {
  const currency = useCurrency();
  return (
    <Section title="Top supporters">
      {supporters.length === 0 ? <p className={styles["none"]}>Nobody gave a gift.</p> : null}
      <Some all={supporters} first={FIRST}>
        {(shown) => (
          <ol>
            {shown.map(({ user, diamonds, gifts }, place) => (
              <li key={user.id} className={styles["person"]} data-testid="report-supporter" data-diamonds={diamonds}>
                <span className={styles["place"]}>{place + 1}</span>
                <Name user={user} hasCards={hasCards} />
                <span className={styles["amount"]} title={`${exact(diamonds)} diamonds, ${worthText(diamonds, currency)}`}>
                  {exact(gifts)} {gifts === 1 ? "gift" : "gifts"}, <Count value={diamonds} /> diamonds
                </span>
              </li>
            ))}
          </ol>
        )}
      </Some>
    </Section>
  );
}

/** Who took part most. */
export const Engaged = ({ people, hasCards }: { people: Facts["people"]; hasCards: boolean }) => (
  <Section title="Most engaged">
    {people.length === 0 ? <p className={styles["none"]}>Nobody was seen.</p> : null}
    <Some all={people} first={FIRST}>
      {(shown) => (
        <ol>
          {shown.map(({ user, watchMs, chats }, place) => (
            <li key={user.id} className={styles["person"]}>
              <span className={styles["place"]}>{place + 1}</span>
              <Name user={user} hasCards={hasCards} />
              <span className={styles["amount"]}>
                {exact(chats)} {chats === 1 ? "message" : "messages"}, ≥ {spoken(watchMs)}
              </span>
            </li>
          ))}
        </ol>
      )}
    </Some>
  </Section>
);

/** How long people stayed, who was new, and who of them came back. */
export function Staying({ report: { facts, newcomers } }: { report: Report }) {
  const { watchTime, averageWatchMs } = facts.retention;
  const { people, cameBack } = newcomers;
  return (
    <Section title="Who stayed, who came back">
      <div className={styles["watch"]}>
        <WatchTimeList watchTime={watchTime} />
      </div>
      <p>People watched {spoken(averageWatchMs)} on average, at least: who says nothing is not seen.</p>
      <p data-testid="report-newcomers" data-people={people} data-back={cameBack}>
        {newcomersText(people, cameBack)}
      </p>
    </Section>
  );
}

function newcomersText(people: number, cameBack: number | undefined): string {
  if (people === 0) return "Nobody was here for the first time.";
  const were = `${exact(people)} ${people === 1 ? "person was" : "people were"} here for the first time`;
  if (cameBack === undefined) return `${were}. Whether they come back is told once this desk holds a later broadcast.`;
  const came = cameBack === 0 ? "none of them" : cameBack === people ? "all of them" : `${exact(cameBack)} of them`;
  return `${were}; ${came} came back in a later broadcast.`;
}
