import { createHash } from "node:crypto";
import { type DocumentName, type Documents, isBoard, isOnDemand, type OnDemandDocument } from "@frontrow/protocol/documents";
import type { Insight } from "@frontrow/protocol/insight";
import type { Metrics } from "@frontrow/protocol/metrics";
import { type DocumentRule, documentRules } from "./documents.ts";
import { changedMetrics, metricsOf } from "./metrics.ts";
import type { FoldState } from "./state.ts";

/** What the metrics hash holds. */
export interface Written {
  readonly metrics: Partial<Metrics>;
  readonly documents: Partial<Record<DocumentName, WrittenDocument>>;
}

/** When documents are written. */
export interface Pace {
  /** By the clock that paces them. */
  readonly nowMs: number;
  /** Nothing may follow that would write them later: what is written now is what remains. */
  readonly isLast: boolean;
  /** Of the documents that nobody is sent, those to write now, whatever their pace. Without it all are paced. */
  readonly asked?: ReadonlySet<OnDemandDocument>;
}

interface WrittenDocument {
  /** The fold's version of it; undefined when another fold made it. */
  readonly version: number | undefined;
  /** Set when another fold made it: digest of its content without its time. */
  readonly digest?: string;
  /** When it was written, by the clock that paces it. */
  readonly atMs: number;
}

/** What one checkpoint writes and publishes, and what is written once it has been applied. */
export interface Changes {
  /** Fields of the metrics hash. */
  readonly changed: Partial<Record<string, string | number>>;
  /** Each as JSON: a board is put into text once, for hash and log. */
  readonly insights: readonly string[];
  /** Documents written on demand that are as of this state now, changed or not. */
  readonly current: readonly OnDemandDocument[];
  readonly written: Written;
}

/** The rules, with what is told by their names: that is asked for each of them at each checkpoint. */
const rules = (Object.entries(documentRules) as [DocumentName, DocumentRule][]).map(([name, rule]) => ({
  name,
  rule,
  onDemand: isOnDemand(name) ? name : undefined,
  board: isBoard(name),
}));

/**
 * The difference between what is written and the state of the fold, and its conclusions since. Time that goes on is written
 * but not published: a quiet session sends nothing to its viewers. Documents are paced by event time, unless another pace is given.
 */
export function changesSince(
  before: Written,
  state: FoldState,
  conclusions: readonly Insight[],
  pace: Pace = { nowMs: state.nowMs, isLast: !state.isSourceOpen },
): Changes {
  const metrics = metricsOf(state);
  const changed: Changes["changed"] = changedMetrics(metrics, before.metrics);
  const insights: string[] = [];
  // Put together as text: to spread so many fields into one more object costs as much again.
  if (isPublished(changed)) insights.push(`{"type":"metrics",${JSON.stringify(changed).slice(1)}`);

  let documents: Partial<Record<DocumentName, WrittenDocument>> | undefined;
  const current: OnDemandDocument[] = [];
  for (const { name, rule, onDemand, board } of rules) {
    const held = before.documents[name];
    if (!isTime(rule, onDemand, held, pace)) continue;
    if (onDemand) current.push(onDemand);
    const version = rule.version(state);
    if (version === (held ? held.version : 0)) continue;
    const document = rule.of(state);
    documents ??= { ...before.documents };
    documents[name] = { version, atMs: pace.nowMs };
    if (held?.digest ? held.digest === digestOf(document) : !held && isEmpty(document)) continue;
    const json = JSON.stringify(document);
    changed[name] = json;
    if (board) insights.push(json);
  }
  for (const insight of conclusions) insights.push(JSON.stringify(insight));
  return { changed, insights, current, written: { metrics, documents: documents ?? before.documents } };
}

/** The same as if every document might have changed: some change with time alone, which their versions do not count. */
export function withoutVersions({ metrics, documents }: Written): Written {
  const entries = Object.entries(documents).map(([name, document]) => [name, { ...document, version: undefined }]);
  return { metrics, documents: Object.fromEntries(entries) };
}

/** Documents as they are read from the hash: their content is known, and that is enough not to write them again. */
export function writtenDocuments(stored: Partial<Documents>): Written["documents"] {
  const entries = Object.entries(stored).map(([name, document]) => [
    name,
    { digest: digestOf(document), version: undefined, atMs: Number.NEGATIVE_INFINITY },
  ]);
  return Object.fromEntries(entries);
}

/** Whether anything but the time has changed. */
function isPublished(changed: Changes["changed"]): boolean {
  for (const name in changed) if (name !== "atMs") return true;
  return false;
}

function isTime(
  { everyMs }: DocumentRule,
  onDemand: OnDemandDocument | undefined,
  held: WrittenDocument | undefined,
  { nowMs, isLast, asked }: Pace,
): boolean {
  if (isLast) return true;
  if (asked && onDemand) return asked.has(onDemand);
  return !held || nowMs - held.atMs >= everyMs;
}

function digestOf(document: Documents[DocumentName] | undefined): string {
  const timeless = Array.isArray(document) ? document : { ...document, atMs: undefined };
  return createHash("sha1").update(JSON.stringify(timeless)).digest("base64");
}

const isEmpty = (document: Documents[DocumentName]): boolean =>
  Array.isArray(document) ? document.length === 0 : "gifters" in document && document.gifters.length === 0;
