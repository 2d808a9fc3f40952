import { counter, gauge, gaugeRead, type MetricsRegistry } from "@frontrow/runtime/metrics";
import type { Lane } from "./stream/entry.ts";

/** What operators see of a gateway. No desk, session or address is ever a label. */
export interface GatewayMetrics {
  readonly connections: { inc(labels: { dialect: string }): void; dec(labels: { dialect: string }): void };
  readonly subscriptions: { set(value: number): void };
  /** Messages and entries written since the last `flush`; a plain number, as nothing is counted more often. */
  frames: number;
  /** Makes the plain numbers known. */
  flush(): void;
  folded(folded: Readonly<Partial<Record<Lane, number>>>): void;
  readonly disconnects: { inc(labels: { code: string }): void };
  readonly resumes: { inc(labels: { result: string }): void };
  readonly refused: { inc(labels: { reason: string }): void };
}

export function createGatewayMetrics(registry: MetricsRegistry, waitingBytes: () => number): GatewayMetrics {
  const waiting = { name: "frontrow_gateway_waiting_bytes", help: "Output that sockets have not taken yet." } as const;
  gaugeRead(registry, waiting, {}, waitingBytes);
  const folded = counter(registry, {
    name: "frontrow_gateway_folded_total",
    help: "Events left out for sockets that were behind; their totals went out as metrics.",
    labels: ["lane"],
  });
  const frames = counter(registry, {
    name: "frontrow_gateway_frames_total",
    help: "Messages and entries written to sockets.",
  });
  const metrics: GatewayMetrics = {
    connections: gauge(registry, { name: "frontrow_gateway_connections", help: "Open sockets.", labels: ["dialect"] }),
    subscriptions: gauge(registry, { name: "frontrow_gateway_subscriptions", help: "Logs that this process follows." }),
    frames: 0,
    flush() {
      frames.inc(metrics.frames);
      metrics.frames = 0;
    },
    folded(lanes) {
      for (const [lane, count] of Object.entries(lanes)) folded.inc({ lane }, count);
    },
    disconnects: counter(registry, {
      name: "frontrow_gateway_disconnects_total",
      help: "Closed sockets by close code.",
      labels: ["code"],
    }),
    resumes: counter(registry, {
      name: "frontrow_gateway_resumes_total",
      help: "Resumes: recovered, snapshot, or refused.",
      labels: ["result"],
    }),
    refused: counter(registry, {
      name: "frontrow_gateway_refused_total",
      help: "Sockets and commands refused, by reason.",
      labels: ["reason"],
    }),
  };
  return metrics;
}
