import type { DeskState } from "@frontrow/protocol/desk";
import type { ClientEvent } from "@frontrow/sdk/client";
import type { Commands } from "../src/live/commands.ts";
import type { ViewStore } from "../src/live/view-store.ts";
import { SESSION } from "./broadcast.ts";
import { statsOf } from "./conversation.ts";
import { explain } from "./explain.ts";
import { createLibrary } from "./library.ts";
import { replayTold, shownRecording } from "./replay.ts";

const ANSWER_MS = 400;

/** The page's commands against no server: a desk that does as it is asked, and answers after a moment, or not at all while it is offline. */
export function createCommands(store: ViewStore, tell: (events: readonly ClientEvent[]) => void): Commands {
  const isOffline = () => store.getState().current.link.connection.state !== "open";
  const setDesk = (change: Partial<DeskState>) => {
    const desk: DeskState = store.getState().current.desk ?? { mode: "LIVE", language: "en", generation: 0 };
    tell([{ type: "desk", deskId: "dsk_devfixture", desk: { ...desk, ...change } }]);
  };
  const resolveQuestion = (id: string, status?: "answered" | "ignored") => {
    const { [id]: _, ...others } = store.getState().current.desk?.answers ?? {};
    setDesk({
      answers: status
        ? { ...others, [id]: { status, atMs: Date.now(), session: store.getState().current.broadcast?.session } }
        : others,
    });
  };
  const answer = <T>(make: () => T): Promise<T> =>
    new Promise((resolve, reject) => {
      setTimeout(
        () => (isOffline() ? reject(new Error("no answer from the server")) : resolve((async () => make())())),
        ANSWER_MS,
      );
    });
  return {
    ...createLibrary(answer, tell, new URLSearchParams(location.search), () => shownRecording(store.getState().current)),
    watch: (username) => store.dispatch({ type: "watch", username }),
    unwatch: () => tell([{ type: "cleared" }, { type: "status", status: { state: "none" } }]),
    reconnect: () => {},
    dismissNotice: (id) => store.dispatch({ type: "noticeDone", id }),
    answerQuestion: (id) => resolveQuestion(id, "answered"),
    ignoreQuestion: (id) => resolveQuestion(id, "ignored"),
    reopenQuestion: (id) => resolveQuestion(id),
    setCoach: (coach) => setDesk(coach),
    setLanguage: (language) => setDesk({ language }),
    setMode: (request) => {
      store.dispatch({ type: "replayAsked", nowMs: Date.now() });
      setDesk({ mode: request.mode });
    },
    replay: (command) => {
      store.dispatch({ type: "replayAsked", command, nowMs: Date.now() });
      const { replay } = store.getState().current;
      if (replay) tell(replayTold(replay, Date.now()));
    },
    setRecording: ({ records }) => setDesk(records ? {} : { records }),
    explain: (metric) => answer(() => explain(store.getState().current, metric)),
    gifts: () =>
      answer(() => {
        const { broadcast } = store.getState().current;
        const best = broadcast?.leaderboard ?? [];
        const users = new Map((broadcast?.chat.rows ?? []).flatMap(({ user }) => (user ? [[user.id, user]] : [])));
        const others = [...users.values()].filter(({ id }) => !best.some(({ user }) => user.id === id));
        return {
          session: SESSION,
          gifters: [...best, ...others.map((user) => ({ user, diamonds: 3, gifts: 1 }))],
          leaderboard: { gifters: best },
        };
      }),
    viewers: () =>
      answer(() => {
        const { broadcast } = store.getState().current;
        const users = [...new Map((broadcast?.chat.rows ?? []).flatMap(({ user }) => (user ? [[user.id, user]] : []))).values()];
        return {
          session: SESSION,
          viewers: users.slice(0, 50).map((user, place) => statsOf(user, place, broadcast?.metrics.atMs ?? 0, 40)),
        };
      }),
  };
}
