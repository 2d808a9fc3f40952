import { type ComponentType, lazy, Suspense, useState } from "react";
import { useView } from "../../live/view-store.ts";

const Link = lazy(
  (): Promise<{ default: ComponentType<{ onDone: () => void }> }> =>
    import("./moment-link-dialog.tsx").catch(() => ({ default: () => null })),
);

/** Follows an address that leads to a moment of a recording, once it is known what this desk does. */
export function LateMomentLink() {
  const isDeskKnown = useView((view) => view.desk !== undefined);
  const [isNamed, setIsNamed] = useState(() => new URLSearchParams(location.search).has("recording"));
  if (!isNamed || !isDeskKnown) return null;
  return (
    <Suspense fallback={null}>
      <Link onDone={() => setIsNamed(false)} />
    </Suspense>
  );
}
