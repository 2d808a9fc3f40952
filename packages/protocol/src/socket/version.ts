/** Version of log entries and frames. A compatible change only adds fields and keeps the number. */
export const PROTOCOL_VERSION = 1;

/** WebSocket subprotocol of the batched dialect: one log entry a frame. Without it a socket speaks the plain dialect. */
export const BATCHED_SUBPROTOCOL = "frontrow.v1";
