import { lazy, Suspense, useEffect } from "react";
import { Panel } from "../../ui/panel.tsx";
import styles from "./summary.module.css";

const load = () => import("./summary-panel.tsx");
const SummaryPanel = lazy(async () => ({ default: (await load()).SummaryPanel }));

/** How a broadcast went, once it is over. Loaded after the page, and before it is needed: nothing moves when it comes. */
export function LateSummary({ isOver }: { isOver: boolean }) {
  useEffect(() => {
    load().catch(() => {});
  }, []);
  if (!isOver) return null;
  return (
    <Suspense
      fallback={
        <Panel title="How it went" phase="loading" skeleton={null} className={styles["panel"]}>
          {null}
        </Panel>
      }
    >
      <SummaryPanel />
    </Suspense>
  );
}
