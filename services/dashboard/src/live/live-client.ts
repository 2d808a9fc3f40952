import { type CredentialStorage, createFrontrowClient } from "@frontrow/sdk/client";
import { recallCurves, rememberCurves } from "./curves-memory.ts";
import { createViewStore, type Live, type StoreWorld } from "./view-store.ts";

/** Connects the page to the gateway that served it. `desk` says which desk it is; `tab` keeps curves over a reload. */
export function startLive(origin: string, desk: CredentialStorage, tab: Storage, world: StoreWorld): Live {
  const store = createViewStore(world, recallCurves(tab));
  addEventListener("pagehide", () => {
    const { broadcast } = store.getState().current;
    rememberCurves(tab, broadcast && { session: broadcast.session, epoch: broadcast.epoch, series: broadcast.series });
  });
  const client = createFrontrowClient({ url: origin, storage: desk });
  client.on((event) => store.dispatch({ type: "client", event, nowMs: world.now() }));
  client.connect();
  return {
    store,
    commands: {
      watch(username) {
        store.dispatch({ type: "watch", username });
        // A desk's watch and its mode are independent: to see whom it watches, a replay has to be left.
        if (store.getState().current.replay) client.setMode({ mode: "LIVE", username });
        else client.watch(username);
      },
      unwatch: () => client.unwatch(),
      reconnect: () => client.connect(),
      dismissNotice: (id) => store.dispatch({ type: "noticeDone", id }),
      answerQuestion: (id) => client.answerQuestion(id),
      ignoreQuestion: (id) => client.ignoreQuestion(id),
      reopenQuestion: (id) => client.reopenQuestion(id),
      setCoach: (coach) => client.setCoach(coach),
      setLanguage: (language) => client.setLanguage(language),
      setMode(request) {
        store.dispatch({ type: "replayAsked", nowMs: world.now() });
        client.setMode(request);
      },
      replay(command) {
        store.dispatch({ type: "replayAsked", command, nowMs: world.now() });
        client.replay(command);
      },
      setRecording: (recording) => client.setRecording(recording),
      recordings: () => client.recordings(),
      library: async () => (await import("@frontrow/sdk/library")).createLibrary(client),
      explain: (metric) => client.explain(metric),
      viewers: () => client.viewers(),
      gifts: () => client.gifts(),
    },
  };
}
