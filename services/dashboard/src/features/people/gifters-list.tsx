import Gem from "lucide-react/icons/gem";
import { useCalmView } from "../../live/view-store.ts";
import { Count } from "../../ui/count.tsx";
import { exact } from "../../ui/format.ts";
import { Blank } from "../../ui/panel.tsx";
import { useCurrency, worthText } from "../currency.ts";
import styles from "./gifters.module.css";
import { Ranking, RankingRow } from "./ranking-row.tsx";

/** Who gave most in this broadcast, best first. */
export function GiftersList() {
  const gifters = useCalmView((view) => view.broadcast?.leaderboard) ?? [];
  const currency = useCurrency();
  const most = Math.max(1, gifters[0]?.diamonds ?? 1);
  if (gifters.length === 0) return <Blank>The first gift opens the list.</Blank>;
  return (
    <Ranking label="Gifters, best first">
      {gifters.map(({ user, diamonds, gifts }, place) => (
        <RankingRow
          key={user.id}
          testId="gifter-row"
          place={place + 1}
          user={user}
          share={diamonds / most}
          colour="--series-diamonds"
          diamonds={diamonds}
          title={`${exact(diamonds)} diamonds, ${exact(gifts)} gifts, ${worthText(diamonds, currency)}`}
          worth={
            <>
              <Gem size={13} className={styles["gem"]} aria-hidden="true" />
              <Count value={diamonds} />
              <span className="visually-hidden"> diamonds, {exact(gifts)} gifts</span>
            </>
          }
        />
      ))}
    </Ranking>
  );
}
