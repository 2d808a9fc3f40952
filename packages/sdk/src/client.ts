import type { FrontrowClient, FrontrowClientOptions } from "./types.ts";

export type * from "./types.ts";

/** A client of one desk: keeps a link to a gateway, and tells its listeners what the desk watches, exactly once and in order. */
export declare function createFrontrowClient(options: FrontrowClientOptions): FrontrowClient;
