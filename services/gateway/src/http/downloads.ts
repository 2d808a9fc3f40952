import { Readable } from "node:stream";
import type { ObjectStore } from "@frontrow/blob/object-store";
import { readParts } from "@frontrow/export/parts";
import contentDisposition from "content-disposition";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { DeskExports, ExportFile } from "../library/exports.ts";
import { refusal } from "./problem.ts";

/** Where files are downloaded: below it a ticket, and no token, which a browser could not send with a link. */
export const DOWNLOADS = "/api/v1/downloads";

export interface DownloadDeps {
  readonly exports: DeskExports;
  readonly blob: ObjectStore;
}

/**
 * Streams the file of a ticket: as fast as it is read, half a megabyte at a time in memory, in one range where one is asked for. Who does
 * not read is cut off as anybody is who does not read an answer.
 */
export function registerDownloads(server: FastifyInstance, { exports, blob }: DownloadDeps): void {
  const answer = async (request: FastifyRequest, reply: FastifyReply) => {
    const { ticket } = request.params as { ticket: string };
    const file = await exports.fileOf(ticket);
    if (!file) throw refusal("NOT_FOUND", "This address is over: ask for the download again.");
    const range = rangeOf(request.headers.range, file.bytes);
    reply.headers({
      "content-type": typeOf(file),
      "content-disposition": contentDisposition(file.name),
      "cache-control": "no-store",
      "accept-ranges": "bytes",
    });
    if (range === "unsatisfiable") return reply.code(416).header("content-range", `bytes */${file.bytes}`).send();
    const { from, to } = range ?? { from: 0, to: file.bytes };
    if (range) reply.code(206).header("content-range", `bytes ${from}-${to - 1}/${file.bytes}`);
    reply.header("content-length", to - from);
    if (request.method === "HEAD") return reply.send();
    return reply.send(Readable.from(readParts(blob, file.folder, file.parts, { from, to }), { objectMode: false }));
  };
  const route = { url: `${DOWNLOADS}/:ticket`, config: { access: "public" as const }, handler: answer };
  server.route({ method: "GET", exposeHeadRoute: false, ...route });
  server.route({ method: "HEAD", ...route });
}

const types: Readonly<Record<string, string>> = {
  csv: "text/csv; charset=utf-8",
  gz: "application/gzip",
  fcpxml: "application/xml",
};
/** What browsers would show in a page of ours is none of these; what is not known is bytes. */
const typeOf = ({ name }: ExportFile): string => types[name.slice(name.lastIndexOf(".") + 1)] ?? "application/octet-stream";

/** The range that is asked for, where it is a single one; of others all is answered, as anybody may. */
function rangeOf(header: string | undefined, bytes: number): { from: number; to: number } | "unsatisfiable" | undefined {
  const [, first = "", last = ""] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? "") ?? [];
  if (first === "" && last === "") return undefined;
  const from = first === "" ? Math.max(0, bytes - Number(last)) : Number(first);
  const to = first === "" || last === "" ? bytes : Math.min(bytes, Number(last) + 1);
  return from < to ? { from, to } : "unsatisfiable";
}
