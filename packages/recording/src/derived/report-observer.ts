import type { FoldState } from "@frontrow/audience/state";
import type { Insight } from "@frontrow/protocol/insight";
import type { RecordedItem } from "../recorded-item.ts";
import { Removed } from "../removed.ts";
import type { DerivedObject, IndexObserver, PassEnd } from "./derived.ts";
import { type DerivedReport, figuresOf, reportObjects } from "./report-facts.ts";
import { ReportPass } from "./report-pass.ts";
import { ViewersPass } from "./viewers.ts";

/** Derives what reports say of a recording, and who did something in it. */
export class ReportObserver implements IndexObserver {
  readonly #report = new ReportPass();
  readonly #viewers = new ViewersPass();

  see(recorded: RecordedItem, insights: readonly Insight[], state: FoldState): void {
    this.#report.note(recorded, insights, state);
    this.#viewers.note(recorded.value, state);
  }

  async finish(end: PassEnd): Promise<readonly DerivedObject[]> {
    return reportObjects(await this.derive(end));
  }

  /** What moderation removed is known only now: where something was, the recording is read again, to leave it out. */
  async derive(end: PassEnd): Promise<DerivedReport> {
    const { state, index } = end;
    const removed = new Removed(Number.POSITIVE_INFINITY);
    removed.add(index.removed);
    if (!removed.isEmpty) {
      for await (const page of end.pages()) {
        for (const one of page) {
          const { value, item } = one;
          if (value.type === "chat" && removed.has(value.id, value.user?.id, item)) this.#report.leaveOut(one, state);
        }
      }
    }
    const facts = this.#report.facts(end, removed);
    return { facts, figures: figuresOf(facts, state), viewers: this.#viewers.viewers(state) };
  }
}
