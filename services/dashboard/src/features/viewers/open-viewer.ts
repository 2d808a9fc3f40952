import type { User } from "@frontrow/protocol/event";
import { create } from "zustand";

/** The viewer whose card is open, if any. Beside the card, which shows names itself, and each name opens a card. */
export const useOpenViewer = create<{ readonly user: User | undefined }>(() => ({ user: undefined }));

/** Opens the card of a viewer: any name on the page does. Undefined closes it. */
export const openViewer = (user: User | undefined): void => useOpenViewer.setState({ user });
