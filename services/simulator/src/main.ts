import { runService } from "@frontrow/runtime/run-service";
import { configSchema } from "./config.ts";
import { createSimulator } from "./simulator.ts";

await runService({
  name: "simulator",
  schema: configSchema,
  create: ({ config, logger }) => [createSimulator({ config, logger })],
});
