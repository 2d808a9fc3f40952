import type { Leaderboard } from "@frontrow/protocol/insight";
import Gem from "lucide-react/icons/gem";
import { Count } from "../../ui/count.tsx";
import { exact } from "../../ui/format.ts";
import { useCurrency, worthText } from "../currency.ts";
import styles from "./gifters.module.css";
import { RankingRow } from "./ranking-row.tsx";

/** Gifters in a ranking, best first: who, and what they gave. */
export function GifterRows({ gifters }: { gifters: Leaderboard["gifters"] }) {
  const currency = useCurrency();
  const most = Math.max(1, gifters[0]?.diamonds ?? 1);
  return gifters.map(({ user, diamonds, gifts }, place) => (
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
  ));
}
