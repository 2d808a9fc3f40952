import { counter, gauge, gaugeRead, type MetricsRegistry } from "@frontrow/runtime/metrics";
import type { Omitted } from "./stream/entry.ts";

/** The metrics of a gateway. No desk, session or address is ever a label. */
export interface GatewayMetrics {
  readonly connections: { inc(labels: { dialect: string }): void; dec(labels: { dialect: string }): void };
  readonly followedLogs: { set(value: number): void };
  /** Messages and entries written since the last `flush`. A plain number: nothing is counted more often. */
  frames: number;
  /** Adds the plain numbers to their counters. */
  flush(): void;
  omitted(omitted: Omitted): void;
  readonly disconnects: { inc(labels: { code: string }): void };
  readonly resumes: { inc(labels: { result: string }): void };
  readonly refused: { inc(labels: { reason: string }): void };
}

/** Bytes that sockets make the process keep. */
interface KeptBytes {
  waiting(): number;
  partial(): number;
}

export function createGatewayMetrics(registry: MetricsRegistry, bytes: KeptBytes): GatewayMetrics {
  const waiting = { name: "frontrow_gateway_waiting_bytes", help: "Output that sockets have not taken yet." } as const;
  gaugeRead(registry, waiting, {}, bytes.waiting);
  const partial = { name: "frontrow_gateway_partial_bytes", help: "Input of messages that are not whole yet." } as const;
  gaugeRead(registry, partial, {}, bytes.partial);
  const omittedItems = counter(registry, {
    name: "frontrow_gateway_omitted_items_total",
    help: "Items left out for sockets that were behind; metrics and boards made up for them.",
    labels: ["lane"],
  });
  const frames = counter(registry, {
    name: "frontrow_gateway_frames_total",
    help: "Messages and entries written to sockets.",
  });
  const metrics: GatewayMetrics = {
    connections: gauge(registry, { name: "frontrow_gateway_connections", help: "Open sockets.", labels: ["dialect"] }),
    followedLogs: gauge(registry, { name: "frontrow_gateway_followed_logs", help: "Logs that this process follows." }),
    frames: 0,
    flush() {
      frames.inc(metrics.frames);
      metrics.frames = 0;
    },
    omitted(omitted) {
      for (const [lane, count] of Object.entries(omitted)) omittedItems.inc({ lane }, count);
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
