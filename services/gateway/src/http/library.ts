import type { FastifyInstance } from "fastify";
import type { DeskRecordings } from "../desk/recordings.ts";
import { implement } from "./routes.ts";

export interface LibraryRouteDeps {
  readonly library: DeskRecordings;
}

/** A desk's shelf: its recordings, and what it notes of them. */
export function registerLibraryRoutes(api: FastifyInstance, { library }: LibraryRouteDeps): void {
  implement(api, "listRecordings", async ({ desk: { deskId } }) => ({ recordings: await library.list(deskId) }));
}
