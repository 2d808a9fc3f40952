import { create } from "zustand";

/** The moment that the charts show: under the pointer or the focus, else pinned by a press. */
interface Highlight {
  readonly hovered: string | undefined;
  readonly pinned: string | undefined;
}

const none: Highlight = { hovered: undefined, pinned: undefined };
const useHighlight = create<Highlight>(() => none);

export const hoverMoment = (id: string | undefined): void => useHighlight.setState({ hovered: id });
/** Pins a moment, or unpins it when it was pinned. */
export const togglePin = (id: string): void =>
  useHighlight.setState(({ pinned }) => ({ pinned: pinned === id ? undefined : id }));
export const clearHighlight = (): void => useHighlight.setState(none);

/** The id of the moment that the charts show. */
export const useHighlighted = (): string | undefined => useHighlight(({ hovered, pinned }) => hovered ?? pinned);
export const usePinned = (): string | undefined => useHighlight(({ pinned }) => pinned);
