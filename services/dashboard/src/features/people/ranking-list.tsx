import type { ViewerStats } from "@frontrow/protocol/insight";
import { useCalmView } from "../../live/view-store.ts";
import { Count } from "../../ui/count.tsx";
import { exact, spoken } from "../../ui/format.ts";
import { Blank } from "../../ui/panel.tsx";
import { Ranking, RankingRow } from "./ranking-row.tsx";

const none: readonly ViewerStats[] = [];

/** Who takes part most, best first: time, words, likes, shares and gifts together. */
export function RankingList() {
  const ranking = useCalmView((view) => view.broadcast?.viewerUpdate?.ranking) ?? none;
  const most = Math.max(1, ranking[0]?.points ?? 1);
  if (ranking.length === 0) return <Blank>Who takes part most appears here: by time watched, messages, likes and gifts.</Blank>;
  return (
    <Ranking label="Most engaged viewers, best first">
      {ranking.map((viewer, place) => (
        <RankingRow
          key={viewer.user.id}
          testId="ranking-row"
          place={place + 1}
          user={viewer.user}
          share={viewer.points / most}
          colour="--series-viewers"
          title={`${exact(viewer.points)} points: watched ${spoken(viewer.watchMs)} or more, ${exact(viewer.chats)} messages, ${exact(viewer.diamonds)} diamonds`}
          worth={
            <>
              <Count value={Math.round(viewer.points)} />
              <span className="visually-hidden"> points</span>
            </>
          }
        />
      ))}
    </Ranking>
  );
}
