import { FrontrowRequestError } from "@frontrow/sdk/client";
import type { Library } from "@frontrow/sdk/library";
import { useState } from "react";
import { useCommands } from "../../live/view-store.ts";

export interface Failure {
  readonly code: string;
  readonly message: string;
}

export const failureOf = (error: unknown): Failure => ({
  code: error instanceof FrontrowRequestError ? error.code : "UNKNOWN",
  message: String((error as Error | undefined)?.message),
});

export interface Action {
  /** Asks the library; answers whether it did as it was asked. One at a time: what is pressed twice is done once. */
  readonly run: (act: (library: Library) => Promise<unknown>) => Promise<boolean>;
  readonly isBusy: boolean;
  readonly failure: Failure | undefined;
}

/** Something that a press asks of the desk's library. */
export function useAction(): Action {
  const commands = useCommands();
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  return {
    isBusy,
    failure,
    async run(act) {
      if (isBusy) return false;
      setIsBusy(true);
      setFailure(undefined);
      try {
        await act(await commands.library());
        return true;
      } catch (error) {
        setFailure(failureOf(error));
        return false;
      } finally {
        setIsBusy(false);
      }
    },
  };
}
