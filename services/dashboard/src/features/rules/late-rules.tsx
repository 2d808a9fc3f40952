import { type ComponentType, lazy, Suspense } from "react";
import { useView } from "../../live/view-store.ts";
import { Boundary } from "../../ui/boundary.tsx";
import { closeRules, useOpenRules } from "./open-rules.ts";

const Rules = lazy(() => import("./rules-dialog.tsx"));
// Rules that cannot be watched ring nothing; the list of them says what is wrong.
const RuleWatch = lazy(
  (): Promise<{ default: ComponentType }> => import("./rule-watch.tsx").catch(() => ({ default: () => null })),
);

/** The desk's alert rules: watched as long as the page is open, and their list while that is. Fetched after the page. */
export function LateRules() {
  const { isOpen } = useOpenRules();
  const hasDesk = useView((view) => view.desk !== undefined);
  return (
    <Suspense>
      {hasDesk ? <RuleWatch /> : null}
      {isOpen ? (
        <Boundary what="Alert rules">
          <Rules onClose={closeRules} />
        </Boundary>
      ) : null}
    </Suspense>
  );
}
