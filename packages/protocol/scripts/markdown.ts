import { closeCodes } from "@frontrow/protocol/close-code";
import { errorCatalogue } from "@frontrow/protocol/errors";
import { serverMessages } from "@frontrow/protocol/frame";
import { routes } from "@frontrow/protocol/http";
import { metricNames } from "@frontrow/protocol/metrics";
import { MAX_SPEED, MIN_SPEED, stepKinds } from "@frontrow/protocol/replay";
import { BATCHED_SUBPROTOCOL } from "@frontrow/protocol/version";
import type { z } from "zod";
import { commands, dataOf, events, insights, jsonSchema } from "./schemas.ts";

const table = (head: string[], rows: string[][]): string =>
  [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");

/** The fields of an object schema in one line: required ones plain, optional ones with a question mark. */
function fields(type: string, schema: z.ZodType): string {
  if (type === "metrics") return "the [metrics](#metrics) that changed";
  const { properties = {}, required = [] } = jsonSchema(schema) as { properties?: Record<string, unknown>; required?: string[] };
  const names = Object.keys(properties).filter((name) => name !== "type");
  return names.map((name) => `\`${name}${required.includes(name) ? "" : "?"}\``).join(", ") || "–";
}

/** The protocol for people who write a client. */
export const markdown = (): string => `<!-- Generated from packages/protocol by \`npm run generate\`. Do not edit. -->

# Protocol

Text frames of JSON over a WebSocket at \`/\` or \`/ws\` (a new desk) or \`/ws/:deskId\` (resume one: the first message must be
\`resume\`). Full schemas: [asyncapi.json](asyncapi.json), [openapi.json](openapi.json).

**Plain dialect** (no subprotocol): one message a frame, \`{"type", "data", "pos"?}\`. Keep the last \`pos\`; hand it back in
\`resume\` and you get what you missed, exactly once and in order, on any gateway.

**Batched dialect** (subprotocol \`${BATCHED_SUBPROTOCOL}\`): events, insights and desk facts come as one log entry a frame,
\`{"log", "epoch", "id", "stamp", "kind", "items"}\`; everything else as in the plain dialect. The position to hand back is made of
the last frame's \`log\`, \`epoch\`, \`id\` and \`stamp\`; the SDK does it.

Names that begin with \`demo:\` are simulated broadcasts.

## Commands

${table(
  ["type", "fields"],
  commands.map(([type, schema]) => [`\`${type}\``, fields(type, schema)]),
)}

The command \`replay\` moves the replay that the desk views. By its \`action\`, the \`value\` is:

${table(
  ["action", "value", ""],
  [
    ["`play`, `pause`, `resume`, `stop`", "–", "`play` is `resume` that begins anew at the end; after `stop` the desk is LIVE"],
    [
      "`seek`",
      "`{atMs, eventId?}`, `{percent}`, `{byMs}` or `{edge: true}`",
      "a moment, a share of the whole, a distance from here, the newest",
    ],
    ["`speed`", `a number, ${MIN_SPEED} to ${MAX_SPEED}`, "event time that passes in a second, in seconds"],
    [
      "`step`",
      "`{kind, direction, least?}`",
      `to the \`next\` or \`previous\` ${stepKinds.join(", ")}; \`least\`: the diamonds of a gift`,
    ],
    ["`loop`", "`{fromMs, toMs}` or `null`", "a second at least; `null` ends it"],
    [
      "`skipIdle`",
      "`true` or `false`",
      "whether 15 s and more without a message, gift, question or follow are passed over; time without a source always is",
    ],
  ],
)}

A command with a \`commandId\` may be sent again, after a cut too if the client resumed with its \`pos\`: it is answered again, not done
again. Ids are a client's own: the same id from another member is another command.

## Messages of the desk and its source

${table(
  ["type", "data"],
  Object.entries(serverMessages).map(([type, schema]) => [`\`${type}\``, type === "test" ? '`"pong"`' : fields(type, schema)]),
)}

## Events

Ids are strings, times epoch milliseconds. \`atMs\` is event time (the session's clock at receipt), \`sentAtMs\` TikTok's clock. An event with
\`late\` was repeated or sent late by TikTok: it counts in totals, not in rates.

${table(
  ["type", "data"],
  events.map(([type, schema]) => [`\`${type}\``, fields(type, dataOf(schema))]),
)}

## Insights

${table(
  ["type", "data"],
  insights.map(([type, schema]) => [`\`${type}\``, fields(type, dataOf(schema))]),
)}

### Metrics

A snapshot carries all, later messages what changed, as absolute values. What each means: [metrics.md](metrics.md).

${metricNames.map((name) => `\`${name}\``).join(", ")}

## HTTP

Under \`/api/v1\`. Bodies are JSON and say so; the desk's token goes into \`authorization\`. Errors are RFC 9457 problem documents with a
\`code\` of the list below.

\`\`\`sh
curl -X POST localhost:3000/api/v1/desks # {"deskId": "dsk_…", "token": "…", …}
curl -X PUT localhost:3000/api/v1/desks/$DESK/source -H "authorization: Bearer $TOKEN" \\
  -H "content-type: application/json" -d '{"username": "demo:alice"}'
curl localhost:3000/api/v1/desks/$DESK/metrics -H "authorization: Bearer $TOKEN"
\`\`\`

A desk works while a socket is at it: one that was opened over HTTP is joined by \`resume\`, with its id as \`sessionId\` and its token as
\`resumeToken\`. Without any it watches for half a minute more, and its replay waits: commands are accepted, and done once somebody
is there.

${table(
  ["method", "path", "", "token"],
  Object.values(routes).map((route) => [route.method, `\`${route.path}\``, route.summary, route.auth ? "desk" : "–"]),
)}

## Error codes

${table(
  ["code", "what its receiver should do"],
  Object.entries(errorCatalogue).map(([code, { advice }]) => [`\`${code}\``, advice]),
)}

## Close codes

${table(
  ["code", "name", "reconnect"],
  Object.entries(closeCodes).map(([name, { code, reconnect }]) => [String(code), `\`${name}\``, reconnect]),
)}
`;
