import type { Library } from "@frontrow/sdk/library";
import { create } from "zustand";
import { uploadWith } from "./upload.ts";
import { type Failure, failureOf } from "./use-action.ts";

export type Import =
  | { readonly state: "idle" }
  /** Of the file so many bytes have gone; once all have, the server reads what is left of it. */
  | { readonly state: "sending"; readonly fileName: string; readonly sent: number; readonly total: number }
  | { readonly state: "done"; readonly fileName: string; readonly recordingId: string }
  | { readonly state: "failed"; readonly fileName: string; readonly failure: Failure };

/** What is imported on this page: it goes on when the dialog is closed. */
export const useImport = create<Import>(() => ({ state: "idle" }));
const set = (state: Import) => useImport.setState(state, true);

let underWay: AbortController | undefined;

/** Imports a file, unless another one is under way. */
export async function importFile(file: File, library: () => Promise<Library>): Promise<void> {
  if (underWay) return;
  const stop = new AbortController();
  underWay = stop;
  const { name: fileName, size: total } = file;
  const sent = (bytes: number) => set({ state: "sending", fileName, sent: Math.min(bytes, total), total });
  sent(0);
  addEventListener("beforeunload", warn);
  try {
    const { importFrom } = await library();
    const { recordingId } = await importFrom(await typed(file), { signal: stop.signal, send: uploadWith(sent) });
    set({ state: "done", fileName, recordingId });
  } catch (error) {
    set(stop.signal.aborted ? { state: "idle" } : { state: "failed", fileName, failure: failureOf(error) });
  } finally {
    removeEventListener("beforeunload", warn);
    underWay = undefined;
  }
}

export const cancelImport = (): void => underWay?.abort();
export const dismissImport = (): void => set({ state: "idle" });

/** A browser knows what a file is by its name alone, and not always: by its first bytes it is sure. */
async function typed(file: File): Promise<Blob> {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  return file.slice(0, file.size, first === 0x1f && second === 0x8b ? "application/gzip" : "application/x-ndjson");
}

const warn = (event: BeforeUnloadEvent) => event.preventDefault();
