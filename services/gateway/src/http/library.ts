import type { FastifyInstance } from "fastify";
import type { DeskRecordings } from "../desk/recordings.ts";
import type { DeskShelf } from "../library/shelf.ts";
import { refusal } from "./problem.ts";
import { implement } from "./routes.ts";

export interface LibraryRouteDeps {
  readonly library: DeskRecordings;
  readonly shelf: DeskShelf;
}

/** A desk's shelf: its recordings, and what it notes of them. */
export function registerLibraryRoutes(api: FastifyInstance, { library, shelf }: LibraryRouteDeps): void {
  implement(api, "listRecordings", async ({ desk: { deskId } }) => ({ recordings: await library.list(deskId) }));

  implement(api, "readRecording", async ({ desk: { deskId }, params: { recordingId } }) => {
    const shelved = await library.read(deskId, recordingId);
    if (!shelved) throw refusal("RECORDING_NOT_FOUND");
    return shelved;
  });

  implement(api, "changeRecording", ({ desk: { deskId }, params: { recordingId }, body }) =>
    shelf.change(deskId, recordingId, body),
  );

  implement(api, "deleteRecording", ({ desk: { deskId }, params: { recordingId } }) => shelf.delete(deskId, recordingId));

  implement(api, "restoreRecording", ({ desk: { deskId }, params: { recordingId } }) => shelf.restore(deskId, recordingId));

  implement(api, "setBookmark", ({ desk: { deskId }, params: { recordingId, bookmarkId }, body }) =>
    shelf.setBookmark(deskId, recordingId, { bookmarkId, ...body }),
  );

  implement(api, "deleteBookmark", ({ desk: { deskId }, params: { recordingId, bookmarkId } }) =>
    shelf.deleteBookmark(deskId, recordingId, bookmarkId),
  );
}
