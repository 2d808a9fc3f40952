import type { Bench } from "./lib/row.ts";
import { analytics } from "./rows/analytics.ts";
import { append } from "./rows/append.ts";
import { attack } from "./rows/attack.ts";
import { connector } from "./rows/connector.ts";
import { endToEnd } from "./rows/end-to-end.ts";
import { exports } from "./rows/export.ts";
import { fanOut } from "./rows/fan-out.ts";
import { floor } from "./rows/floor.ts";
import { fold } from "./rows/fold.ts";
import { idle } from "./rows/idle.ts";
import { library } from "./rows/library.ts";
import { manyDesks } from "./rows/many-desks.ts";
import { neighbour } from "./rows/neighbour.ts";
import { page } from "./rows/page.ts";
import { replay } from "./rows/replay.ts";
import { reports } from "./rows/reports.ts";
import { singleProcess } from "./rows/single-process.ts";
import { takeOver } from "./rows/take-over.ts";
import { text } from "./rows/text.ts";

/** In the order of the design's table. */
export const benches: readonly Bench[] = [
  floor,
  fanOut,
  idle,
  append,
  analytics,
  fold,
  text,
  connector,
  endToEnd,
  singleProcess,
  neighbour,
  takeOver,
  manyDesks,
  replay,
  library,
  reports,
  page,
  attack,
  exports,
];
