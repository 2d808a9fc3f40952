import { type ComponentType, lazy, Suspense } from "react";

// What it finds is an addition: without it the page is whole.
const Loader = lazy(
  (): Promise<{ default: ComponentType }> => import("./load-regulars.tsx").catch(() => ({ default: () => null })),
);

/** Learns who comes regularly, once the page is there. Shows nothing. */
export const LateRegulars = () => (
  <Suspense fallback={null}>
    <Loader />
  </Suspense>
);
