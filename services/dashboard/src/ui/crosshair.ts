import { create } from "zustand";

/** A moment that is pointed at, in event time: on the charts, or on the time line. Each shows what the other points at. */
interface Crosshair {
  readonly chartMs: number | undefined;
  readonly lineMs: number | undefined;
}

export const useCrosshair = create<Crosshair>(() => ({ chartMs: undefined, lineMs: undefined }));
export const pointOnCharts = (chartMs: number | undefined): void => useCrosshair.setState({ chartMs });
export const pointOnLine = (lineMs: number | undefined): void => useCrosshair.setState({ lineMs });
