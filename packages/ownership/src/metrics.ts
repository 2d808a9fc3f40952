import type { Role } from "@frontrow/protocol/session";
import { counter, gauge, gaugeRead, type MetricsRegistry } from "@frontrow/runtime/metrics";

export interface OwnershipMetrics {
  claimed(outcome: string): void;
  tookOver(): void;
  handedOver(): void;
  ordersWaiting(count: number): void;
  /** Shows what `owned` gives whenever metrics are read. Call once. */
  observeOwned(owned: () => number): void;
}

/** Counts what one worker does; without a registry, nothing. */
export function createOwnershipMetrics(role: Role, registry: MetricsRegistry | undefined): OwnershipMetrics {
  if (!registry) return { claimed() {}, tookOver() {}, handedOver() {}, ordersWaiting() {}, observeOwned() {} };
  const claims = counter(registry, {
    name: "frontrow_claims_total",
    help: "Start orders that were taken, by the outcome of their claim.",
    labels: ["role", "outcome"],
  });
  const takeovers = counter(registry, {
    name: "frontrow_takeovers_total",
    help: "Claims that were taken over from a dead worker.",
    labels: ["role"],
  });
  const handovers = counter(registry, {
    name: "frontrow_handovers_total",
    help: "Claims that were handed over, at a shutdown or for fairness.",
    labels: ["role"],
  });
  const waiting = gauge(registry, {
    name: "frontrow_orders_waiting",
    help: "Start orders that wait for a worker with spare capacity, in the whole installation.",
    labels: ["role"],
  });
  return {
    claimed: (outcome) => claims.inc({ role, outcome }),
    tookOver: () => takeovers.inc({ role }),
    handedOver: () => handovers.inc({ role }),
    ordersWaiting: (count) => waiting.set({ role }, count),
    observeOwned: (owned) =>
      gaugeRead(
        registry,
        { name: "frontrow_owned_sessions", help: "Creators or sessions that this process owns.", labels: ["role"] },
        { role },
        owned,
      ),
  };
}
