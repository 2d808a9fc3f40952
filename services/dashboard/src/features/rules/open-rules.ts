import { create } from "zustand";

export const useOpenRules = create(() => ({ isOpen: false }));

/** Opens the desk's alert rules, from wherever on the page. */
export const openRules = (): void => useOpenRules.setState({ isOpen: true });
export const closeRules = (): void => useOpenRules.setState({ isOpen: false });
