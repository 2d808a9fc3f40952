import { useEffect, useEffectEvent } from "react";
import { useSeekTo } from "./use-replay-actions.ts";

/** Goes where a time of a row leads, wherever on the page it is pressed. */
export function useSeekTimes(): void {
  const seekTo = useSeekTo();
  const onClick = useEffectEvent(({ target }: MouseEvent) => {
    const time = target instanceof Element ? target.closest<HTMLElement>("[data-seek]") : null;
    if (time) seekTo(Number(time.dataset["seek"]), time.dataset["event"]);
  });
  useEffect(() => {
    const listener = (event: MouseEvent) => onClick(event);
    addEventListener("click", listener);
    return () => removeEventListener("click", listener);
  }, []);
}
