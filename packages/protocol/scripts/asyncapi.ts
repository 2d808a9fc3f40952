import { entryFrameSchema, serverMessages } from "@frontrow/protocol/frame";
import { BATCHED_SUBPROTOCOL } from "@frontrow/protocol/version";
import { z } from "zod";
import { commands, dataOf, events, insights, jsonSchema } from "./schemas.ts";

const plain = (type: string, data: z.ZodType) => ({
  name: type,
  payload: jsonSchema(z.object({ type: z.literal(type), data, pos: z.string().optional() })),
});

/** The WebSocket interface as an AsyncAPI 3 document. */
export function asyncApi(): object {
  const fromServer = {
    ...Object.fromEntries(Object.entries(serverMessages).map(([type, data]) => [type, plain(type, data)])),
    ...Object.fromEntries([...events, ...insights].map(([type, schema]) => [type, plain(type, dataOf(schema))])),
    entry: {
      name: "entry",
      summary: `One log entry a frame, in the batched dialect (${BATCHED_SUBPROTOCOL}).`,
      payload: jsonSchema(entryFrameSchema),
    },
  };
  const fromClient = Object.fromEntries(
    commands.map(([type, schema]) => [`${type}Command`, { name: type, payload: jsonSchema(schema) }]),
  );
  const references = (messages: object, channel: string) =>
    Object.keys(messages).map((name) => ({ $ref: `#/channels/${channel}/messages/${name}` }));
  return {
    asyncapi: "3.0.0",
    info: {
      title: "Frontrow WebSocket",
      version: "1",
      description: "Text frames of JSON. Connect to / or /ws for a new desk, to /ws/{deskId} to resume one. See protocol.md.",
    },
    defaultContentType: "application/json",
    channels: { desk: { address: "/ws", messages: { ...fromServer, ...fromClient } } },
    operations: {
      receive: { action: "send", channel: { $ref: "#/channels/desk" }, messages: references(fromServer, "desk") },
      command: { action: "receive", channel: { $ref: "#/channels/desk" }, messages: references(fromClient, "desk") },
    },
  };
}
