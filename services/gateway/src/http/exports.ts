import type { FastifyInstance } from "fastify";
import type { DeskExports } from "../library/exports.ts";
import { payerOfRequest } from "./access.ts";
import { DOWNLOADS } from "./downloads.ts";
import { implement } from "./routes.ts";

export interface ExportRouteDeps {
  readonly exports: DeskExports;
  readonly trustProxy: boolean;
}

/** A desk's exports: files that are made in the background, and downloaded from an address of their own. */
export function registerExportRoutes(api: FastifyInstance, { exports, trustProxy }: ExportRouteDeps): void {
  implement(api, "createExport", async ({ request, desk: { deskId }, params: { recordingId }, body }) =>
    exports.create(deskId, { recordingId, ...body, payer: payerOfRequest(request, trustProxy) }),
  );

  implement(api, "listExports", async ({ desk: { deskId } }) => ({ exports: await exports.list(deskId) }));

  implement(api, "deleteExport", async ({ desk: { deskId }, params: { exportId } }) => {
    await exports.remove(deskId, exportId);
  });

  implement(api, "createDownload", async ({ desk: { deskId }, params: { exportId } }) => {
    const { ticket, untilMs } = await exports.ticket(deskId, exportId);
    return { path: `${DOWNLOADS}/${ticket}`, untilMs };
  });
}
