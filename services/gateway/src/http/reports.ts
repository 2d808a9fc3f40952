import type { FastifyInstance } from "fastify";
import type { DeskReports } from "../library/reports.ts";
import { implement } from "./routes.ts";

export interface ReportRouteDeps {
  readonly reports: DeskReports;
}

/** How a desk's broadcasts went, and who comes to them. */
export function registerReportRoutes(api: FastifyInstance, { reports }: ReportRouteDeps): void {
  implement(api, "readReport", async ({ desk, params: { recordingId } }) => {
    const report = await reports.read(desk, recordingId);
    return report === "making" ? { state: "making" as const } : { state: "ready" as const, report };
  });
}
