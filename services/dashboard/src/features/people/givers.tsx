import type { Leaderboard, ViewerStats } from "@frontrow/protocol/insight";
import Heart from "lucide-react/icons/heart";
import { useEffect, useState } from "react";
import { screenOf } from "../../live/view-state.ts";
import { useCommands, useView } from "../../live/view-store.ts";
import { Button } from "../../ui/button.tsx";
import { Count } from "../../ui/count.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { exact } from "../../ui/format.ts";
import { Blank } from "../../ui/panel.tsx";
import { RowsSkeleton } from "../../ui/skeleton.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import { allGifters } from "./all-gifters.ts";
import { GifterRows } from "./gifter-rows.tsx";
import styles from "./gifters.module.css";
import { Ranking, RankingRow } from "./ranking-row.tsx";
import { topLikers } from "./top-likers.ts";

interface Answer {
  readonly gifters: Leaderboard["gifters"];
  readonly likers: readonly ViewerStats[];
}

/** All who gave, and who liked most: asked of the server when it is opened. */
export default function Givers({ onClose }: { onClose: () => void }) {
  const commands = useCommands();
  const [tab, setTab] = useState("gifters");
  const [attempt, setAttempt] = useState(0);
  const [answer, setAnswer] = useState<Answer | "failed">();
  const screen = useView(screenOf);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is the reason to ask again, and so is another screen.
  useEffect(() => {
    let isWanted = true;
    const take = (next: Answer | "failed" | undefined) => {
      if (isWanted) setAnswer(next);
    };
    take(undefined);
    Promise.all([commands.gifts(), commands.viewers()]).then(
      ([{ gifters, leaderboard }, { viewers }]) =>
        take({ gifters: allGifters(gifters, leaderboard.gifters), likers: topLikers(viewers) }),
      () => take("failed"),
    );
    return () => {
      isWanted = false;
    };
  }, [commands, screen, attempt]);
  const title = <h2 id="givers-title">Who gave and liked</h2>;
  return (
    <Dialog title={title} aria-labelledby="givers-title" data-testid="givers" onClose={onClose}>
      <div className={styles["lists"]}>
        {answer === undefined ? <RowsSkeleton rows={8} /> : null}
        {answer === "failed" ? (
          <p className={styles["note"]} role="alert">
            The lists could not be fetched.
            <Button look="quiet" onClick={() => setAttempt(attempt + 1)}>
              Try again
            </Button>
          </p>
        ) : null}
        {typeof answer === "object" ? (
          <Tabs
            label="Lists"
            value={tab}
            onChange={setTab}
            items={[
              {
                value: "gifters",
                label: "All gifters",
                count: exact(answer.gifters.length),
                content: <Gifters gifters={answer.gifters} />,
              },
              { value: "likers", label: "Top likers", content: <Likers likers={answer.likers} /> },
            ]}
          />
        ) : null}
      </div>
    </Dialog>
  );
}

const Gifters = ({ gifters }: Pick<Answer, "gifters">) =>
  gifters.length === 0 ? (
    <Blank>The first gift opens the list.</Blank>
  ) : (
    <Ranking label="All gifters, best first">
      <GifterRows gifters={gifters} />
    </Ranking>
  );

function Likers({ likers }: Pick<Answer, "likers">) {
  const most = likers[0]?.likes ?? 1;
  return (
    <>
      <p className={styles["note"]}>
        Observed: TikTok passes on a part of the likes only, so each sent at least these. Of the fifty most engaged.
      </p>
      {likers.length === 0 ? (
        <Blank>Nobody of them was seen to like yet.</Blank>
      ) : (
        <Ranking label="Top likers, observed, best first">
          {likers.map(({ user, likes }, place) => (
            <RankingRow
              key={user.id}
              testId="liker-row"
              place={place + 1}
              user={user}
              share={likes / most}
              colour="--series-likes"
              title={`${exact(likes)} likes or more`}
              worth={
                <>
                  <Heart size={13} className={styles["heart"]} aria-hidden="true" />
                  <span aria-hidden="true">≥</span>
                  <span className="visually-hidden">at least </span>
                  <Count value={likes} />
                  <span className="visually-hidden"> likes</span>
                </>
              }
            />
          ))}
        </Ranking>
      )}
    </>
  );
}
