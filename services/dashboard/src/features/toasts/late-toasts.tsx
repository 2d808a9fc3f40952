import { type ComponentType, lazy, Suspense, useEffect, useState } from "react";
import { useView } from "../../live/view-store.ts";

const load = () => import("./toasts.tsx");
// All that a toast says stands elsewhere on the page, too: without them it is whole.
const Toasts = lazy((): Promise<{ default: ComponentType }> => load().catch(() => ({ default: () => null })));

/** What just happened. Loaded after the page, and before it is needed: a page that goes offline must be able to say so. */
export function LateToasts() {
  const hasNotices = useView((view) => view.notices.length > 0);
  const [isNeeded, setIsNeeded] = useState(hasNotices);
  if (hasNotices && !isNeeded) setIsNeeded(true);
  useEffect(() => {
    load().catch(() => {});
  }, []);
  if (!isNeeded) return null;
  return (
    <Suspense fallback={null}>
      <Toasts />
    </Suspense>
  );
}
