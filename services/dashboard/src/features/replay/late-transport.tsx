import { type ComponentType, lazy, Suspense, useEffect } from "react";
import { useView } from "../../live/view-store.ts";
import { Boundary } from "../../ui/boundary.tsx";
import styles from "./transport.module.css";

const load = () => import("./transport.tsx");
const Transport = lazy((): Promise<{ default: ComponentType }> => load());

/** What moves a replay, while there is one. Loaded after the page, and before it is needed: nothing moves when it comes. */
export function LateTransport() {
  useEffect(() => {
    load().catch(() => {});
  }, []);
  const isReplay = useView((view) => view.replay !== undefined);
  if (!isReplay) return null;
  return (
    <Boundary what="Replay controls">
      <Suspense
        fallback={
          <div className={styles["bar"]} aria-busy="true">
            <p className={`${styles["line"]} ${styles["opening"]}`} />
          </div>
        }
      >
        <Transport />
      </Suspense>
    </Boundary>
  );
}
