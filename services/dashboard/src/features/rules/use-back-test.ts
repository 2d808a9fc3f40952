import type { BackTest } from "@frontrow/protocol/library/rule";
import type { NewRule } from "@frontrow/sdk/library";
import { useEffect, useRef, useState } from "react";
import { useCommands } from "../../live/view-store.ts";
import { type Failure, failureOf } from "../library/use-action.ts";

const ASK_AGAIN_MS = 500;

export type Trial =
  | { readonly state: "none" }
  | { readonly state: "running"; readonly done: number; readonly total: number }
  | { readonly state: "done"; readonly recordings: BackTest["recordings"] }
  | { readonly state: "failed"; readonly failure: Failure };

/** Tries a rule on the desk's last broadcasts. A new trial takes the place of the one before, and so does another `key`. */
export function useBackTest(key: string) {
  const commands = useCommands();
  const [trial, setTrial] = useState<{ readonly key: string; readonly trial: Trial }>();
  const newest = useRef(0);
  useEffect(
    () => () => {
      newest.current += 1;
    },
    [],
  );

  async function begin(rule: NewRule): Promise<void> {
    newest.current += 1;
    const own = newest.current;
    const show = (next: Trial) => {
      if (own === newest.current) setTrial({ key, trial: next });
    };
    show({ state: "running", done: 0, total: 0 });
    try {
      const library = await commands.library();
      let test = await library.backTest(rule);
      while (own === newest.current && (test.state === "waiting" || test.state === "running")) {
        show({ state: "running", done: test.done, total: test.total });
        await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
        test = await library.backTestState(test.backTestId);
      }
      if (test.state === "done") show({ state: "done", recordings: test.recordings });
      else show({ state: "failed", failure: { code: "RECORDING_UNAVAILABLE", message: "the trial failed" } });
    } catch (error) {
      show({ state: "failed", failure: failureOf(error) });
    }
  }

  const shown: Trial = trial?.key === key ? trial.trial : { state: "none" };
  return { trial: shown, begin };
}
