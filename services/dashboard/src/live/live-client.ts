import { type CredentialStorage, createFrontrowClient, type DeskCredentials } from "@frontrow/sdk/client";
import { recallCurves, rememberCurves } from "./curves-memory.ts";
import { createViewStore, type Live, type StoreWorld } from "./view-store.ts";

const KEY = "frontrow.desk";

/** Connects the page to the gateway that served it. Each tab is a desk of its own; a reload goes on with the same one. */
export function startLive(origin: string, storage: Storage, world: StoreWorld): Live {
  const store = createViewStore(world, recallCurves(storage));
  addEventListener("pagehide", () => {
    const { broadcast } = store.getState().current;
    rememberCurves(storage, broadcast && { session: broadcast.session, epoch: broadcast.epoch, series: broadcast.series });
  });
  const client = createFrontrowClient({ url: origin, storage: deskStorage(storage) });
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

/** The desk's id and token in the tab's own storage. A browser that forbids storage gets a new desk with each load. */
function deskStorage(storage: Storage): CredentialStorage {
  return {
    load() {
      try {
        const kept = JSON.parse(storage.getItem(KEY) ?? "null") as Partial<DeskCredentials> | null;
        const { deskId, resumeToken } = kept ?? {};
        return deskId && resumeToken ? { deskId, resumeToken } : undefined;
      } catch {
        return undefined;
      }
    },
    save(credentials) {
      try {
        if (credentials) storage.setItem(KEY, JSON.stringify(credentials));
        else storage.removeItem(KEY);
      } catch {
        // Storage is full or off: the desk lives as long as the page.
      }
    },
  };
}
