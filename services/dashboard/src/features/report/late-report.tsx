import { lazy, Suspense } from "react";
import { Boundary } from "../../ui/boundary.tsx";

const ReportPage = lazy(() => import("./report-page.tsx"));

/** The report that the address names. Fetched when the first one is read. */
export const LateReport = ({ recordingId }: { recordingId: string }) => (
  <Boundary what="The report">
    <Suspense fallback={<main aria-busy="true" aria-label="Report" />}>
      <ReportPage key={recordingId} recordingId={recordingId} />
    </Suspense>
  </Boundary>
);
