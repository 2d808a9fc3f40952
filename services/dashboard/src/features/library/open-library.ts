import { create } from "zustand";

interface OpenLibrary {
  readonly isOpen: boolean;
  /** What it was opened at. */
  readonly recordingId?: string | undefined;
}

export const useOpenLibrary = create<OpenLibrary>(() => ({ isOpen: false }));

/** Opens the desk's recordings, from wherever on the page; at one of them, where one is named. */
export const openLibrary = (recordingId?: string): void => useOpenLibrary.setState({ isOpen: true, recordingId }, true);
export const closeLibrary = (): void => useOpenLibrary.setState({ isOpen: false }, true);
