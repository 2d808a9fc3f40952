import * as Tooltip from "radix-ui/tooltip";
import type { ReactNode } from "react";
import styles from "./tip.module.css";

/** Once around the page: when one tip was shown, the next comes at once. */
export const TipProvider = ({ children }: { children: ReactNode }) => (
  <Tooltip.Provider delayDuration={350} skipDelayDuration={200}>
    {children}
  </Tooltip.Provider>
);

/** Shows `text` beside its child while that is hovered or focused. Never the only place where something is said. */
export const Tip = ({ text, children }: { text: ReactNode; children: ReactNode }) => (
  <Tooltip.Root disableHoverableContent>
    <Tooltip.Trigger asChild>{children}</Tooltip.Trigger>
    <Tooltip.Portal>
      <Tooltip.Content className={styles["tip"]} sideOffset={6} collisionPadding={8}>
        {text}
      </Tooltip.Content>
    </Tooltip.Portal>
  </Tooltip.Root>
);
