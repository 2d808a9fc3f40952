import { configSchema } from "@frontrow/simulator/config";
import type { ScriptOptionsInput } from "@frontrow/simulator/scenarios/script-options";
import { createSimulator, type Simulator } from "@frontrow/simulator/simulator";
import { benchLogger } from "../lib/logger.ts";
import { serveRole } from "../lib/role.ts";

let simulator: Simulator;

serveRole({
  async start() {
    simulator = createSimulator({
      config: configSchema.parse({ SIMULATOR_PORT: "0", LOG_LEVEL: "silent" }),
      logger: benchLogger,
    });
    await simulator.start();
    return simulator.url;
  },
  /** Broadcasts that say their events evenly, each at a time of its own, in frames of `messagesPerFrame`, stamped as the frame goes out. */
  broadcasts({
    names,
    eventsPerSecond,
    messagesPerFrame,
    waitsForBegin = false,
  }: {
    names: string[];
    eventsPerSecond: number;
    messagesPerFrame: number;
    waitsForBegin?: boolean;
  }) {
    for (const name of names) {
      const pace = { eventsPerSecond, messagesPerFrame, randomPhase: true, waitsForBegin };
      simulator.script(name, { seed: name, events: 2_000_000, ...pace, gzip: "always", people: 200 });
    }
  },
  begin({ names }: { names: string[] }) {
    for (const name of names) simulator.scriptOf(name)?.begin();
  },
  script({ name, options }: { name: string; options: ScriptOptionsInput }) {
    simulator.script(name, options);
  },
  async finished({ name }: { name: string }) {
    await simulator.scriptOf(name)?.finished;
    return simulator.scriptOf(name)?.messages.length;
  },
  open({ names }: { names: string[] }) {
    return names.reduce((sum, name) => sum + simulator.connections(name).open, 0);
  },
  signCalls({ name }: { name: string }) {
    return simulator.connections(name);
  },
});
