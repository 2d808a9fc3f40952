import { useCalmView } from "../../live/view-store.ts";
import { Blank } from "../../ui/panel.tsx";
import { GifterRows } from "./gifter-rows.tsx";
import { Ranking } from "./ranking-row.tsx";

/** Who gave most in this broadcast, best first. */
export function GiftersList() {
  const gifters = useCalmView((view) => view.broadcast?.leaderboard) ?? [];
  if (gifters.length === 0) return <Blank>The first gift opens the list.</Blank>;
  return (
    <Ranking label="Gifters, best first">
      <GifterRows gifters={gifters} />
    </Ranking>
  );
}
