import { itemsOf } from "@frontrow/protocol/entry";
import type { SessionId } from "@frontrow/protocol/ids";
import type { Insight, Moment, Spike } from "@frontrow/protocol/insight";
import type { ChannelListener } from "../stream/channel.ts";
import type { EntryBatch, PreparedEntry } from "../stream/entry.ts";
import type { ChannelHandle, Hub } from "../stream/hub.ts";

export type AlertingMoment = Spike | Moment;

/** Minimum interval between two alerts: they stand beside what people look at. */
const ALERT_INTERVAL_MS = 5_000;
/** Alerts remembered as told. */
const REMEMBERED = 50;
/** Wait before a log that was lost, or could not be read, is followed again. */
const FOLLOW_AGAIN_MS = 1_000;

interface Services {
  readonly hub: Pick<Hub, "open">;
  onError(error: unknown): void;
}

/** Tells what matters in a broadcast as it happens: spikes, raids and big gifts, each once, and not more than one in five seconds. */
export class LiveAlerts implements ChannelListener {
  readonly session: SessionId;
  readonly #services: Services;
  readonly #onAlert: (moment: AlertingMoment) => void;
  #handle: ChannelHandle | undefined;
  #told: readonly string[] = [];
  #toldAtMs = Number.NEGATIVE_INFINITY;
  #isClosed = false;

  constructor(session: SessionId, services: Services, onAlert: (moment: AlertingMoment) => void) {
    this.session = session;
    this.#services = services;
    this.#onAlert = onAlert;
    this.#follow();
  }

  close(): void {
    this.#isClosed = true;
    this.#leave();
  }

  onEntries({ entries }: EntryBatch): void {
    for (const entry of entries) for (const moment of alertsIn(entry)) this.#tell(moment);
  }

  onResync(): void {
    this.#leave();
    this.#followLater();
  }

  #followLater(): void {
    setTimeout(() => this.#follow(), FOLLOW_AGAIN_MS).unref();
  }

  #follow(): void {
    if (this.#isClosed) return;
    this.#open().catch((error: unknown) => {
      this.#services.onError(error);
      this.#followLater();
    });
  }

  async #open(): Promise<void> {
    const handle = await this.#services.hub.open(this.session);
    if (this.#isClosed) return handle?.release();
    this.#handle = handle;
    // From here on: what was before is in the snapshot of whoever goes LIVE.
    handle?.channel.join(this, handle.channel.position);
  }

  #leave(): void {
    this.#handle?.channel.leave(this);
    this.#handle?.release();
    this.#handle = undefined;
  }

  #tell(moment: AlertingMoment): void {
    const nowMs = performance.now();
    if (this.#told.includes(moment.id) || nowMs - this.#toldAtMs < ALERT_INTERVAL_MS) return;
    this.#told = [...this.#told.slice(1 - REMEMBERED), moment.id];
    this.#toldAtMs = nowMs;
    this.#onAlert(moment);
  }
}

/** Most entries have none, which is seen without parsing. */
function alertsIn({ entry: { kind, data } }: PreparedEntry): AlertingMoment[] {
  if (kind !== "insights" || !(data.includes('"spike"') || data.includes('"moment"'))) return [];
  return itemsOf({ kind, data }).filter(isAlerting);
}

const isAlerting = (insight: Insight): insight is AlertingMoment =>
  (insight.type === "spike" && insight.kind === "spike") ||
  (insight.type === "moment" && (insight.kind === "raid" || insight.kind === "topGift"));
