/** Room left and right of a curve. The same for all charts, so that one moment is one place on all of them, and on what stands above them. */
export const PLOT_LEFT_PX = 46;
/** Half of the last time on the axis. */
export const PLOT_RIGHT_PX = 18;
