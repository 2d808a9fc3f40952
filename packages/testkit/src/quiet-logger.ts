const silent = () => {};

/** A logger for tests: says nothing. */
export const quietLogger = { debug: silent, info: silent, warn: silent, error: silent, child: () => quietLogger };
