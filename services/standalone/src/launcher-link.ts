/** What the launcher is told; it prints a line for each. */
export type LauncherMessage =
  | { readonly type: "ready"; readonly url: string }
  /** One line for the person at the keyboard: what is wrong, and what to do. */
  | { readonly type: "failed"; readonly text: string };

export interface LauncherLink {
  /** Resolves when the message is on its way; at once without a launcher. */
  tell(message: LauncherMessage): Promise<void>;
}

/**
 * The channel to the launcher that started this process, if one did. When the launcher ends, however it ends, the channel
 * closes, and `onEnd` is called: a process that nobody holds must not stay behind.
 */
export function createLauncherLink(self: NodeJS.Process, onEnd: () => void): LauncherLink {
  if (self.send) {
    self.once("disconnect", onEnd);
    if (!self.connected) onEnd();
    self.channel?.unref();
  }
  return {
    tell: (message) =>
      new Promise((resolve) => {
        if (self.send && self.connected) self.send(message, () => resolve());
        else resolve();
      }),
  };
}
