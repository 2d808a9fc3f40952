import type { Readable } from "node:stream";
import { IMPORT_BOUNDS } from "@frontrow/export/import-bounds";
import { FrontrowError } from "@frontrow/protocol/errors";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { DeskImports } from "../library/imports.ts";
import { payerOfRequest } from "./access.ts";
import { refusal } from "./problem.ts";
import { implement } from "./routes.ts";

export interface ImportRouteDeps {
  readonly imports: DeskImports;
  readonly trustProxy: boolean;
}

const FILE_TYPES = ["application/gzip", "application/x-gzip", "application/x-ndjson", "application/octet-stream"];

/** A file comes as the body, and is read as it comes: no part of it is kept. */
export async function registerImportRoute(api: FastifyInstance, { imports, trustProxy }: ImportRouteDeps): Promise<void> {
  // Of this route alone: all others take small JSON.
  await api.register(async (files) => {
    files.removeAllContentTypeParsers();
    files.addContentTypeParser(FILE_TYPES, (_request, payload, done) => done(null, payload));
    files.addContentTypeParser("*", (_request, _payload, done) =>
      done(refusal("BAD_MESSAGE", "give the file as content-type: application/gzip or application/x-ndjson")),
    );
    files.addHook("onRequest", async ({ headers }) => {
      if (Number(headers["content-length"]) > IMPORT_BOUNDS.fileBytes)
        throw refusal("TOO_LARGE", "the file is larger than 256 MB");
    });
    implement(
      files,
      "importRecording",
      ({ request, desk: { deskId } }) => imports.import(deskId, bytesOf(request), payerOfRequest(request, trustProxy)),
      { takesLong: true },
    );
  });
}

/** Without destroying the request where reading ends early: the answer goes out on its connection. */
async function* bytesOf({ body }: FastifyRequest): AsyncGenerator<Uint8Array> {
  if (!body) throw refusal("BAD_MESSAGE", "give the file as the body");
  try {
    yield* (body as Readable).iterator({ destroyOnReturn: false });
  } catch (cause) {
    throw new FrontrowError("REQUEST_TIMEOUT", "the file was cut off on its way", { cause });
  }
}
