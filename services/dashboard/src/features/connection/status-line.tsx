import type { SourceStatus } from "@frontrow/sdk/client";
import { useCalmView, useCommands, useView } from "../../live/use-view.tsx";
import type { ViewState } from "../../live/view-state.ts";
import { Button } from "../../ui/button.tsx";
import { Details } from "../../ui/details.tsx";
import { hoursMinutesSeconds } from "../../ui/format.ts";
import styles from "./connection.module.css";
import { describe } from "./describe.ts";
import { sentenceOf } from "./sentence.ts";

/** What goes on, in one sentence that is read out when it changes. The line is always there, so that nothing below it moves. */
export function StatusLine() {
  const link = useView((view) => view.link);
  const source = useView((view) => view.source);
  const broadcast = useCalmView((view) => view.broadcast);
  const { reconnect } = useCommands();
  const { word } = describe({ link, source, broadcast }, 0);
  return (
    <div className={styles["line"]}>
      <p role="status">
        <span className="visually-hidden">{word}. </span>
        {sentenceOf({ link, source, broadcast })}
      </p>
      {link.connection.state === "closed" ? (
        <Button look="quiet" onClick={reconnect}>
          Connect again
        </Button>
      ) : null}
      {source.status.code || link.connection.state === "closed" ? (
        <Details facts={factsOf(link, source.status)} isFloating />
      ) : null}
    </div>
  );
}

/** What somebody who helps would ask for. */
function factsOf(link: ViewState["link"], status: SourceStatus): readonly (readonly [string, string])[] {
  const facts: [string, string | undefined][] = [
    ["Code", status.code ?? (link.connection.state === "closed" ? `CLOSED_${link.connection.code}` : undefined)],
    ["Message", status.message],
    ["Name", status.username],
    ["Broadcast", status.session],
    ["Since", hoursMinutesSeconds(link.sinceMs)],
  ];
  return facts.filter((fact): fact is [string, string] => fact[1] !== undefined);
}
