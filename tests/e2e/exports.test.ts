import { createObjectStore } from "@frontrow/blob/create-object-store";
import type { RouteBody } from "@frontrow/protocol/http";
import type { RecordingId } from "@frontrow/protocol/recording";
import type { RecordedItem } from "@frontrow/recording/recording";
import { openRecording } from "@frontrow/recording/recording";
import { eventually } from "@frontrow/testkit/eventually";
import Papa from "papaparse";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Stack, startStack } from "../lib/stack.ts";

const SAMPLE = "ses_samplegames-1795201200000" as RecordingId;

describe("exports", () => {
  let stack: Stack;
  let desk: { deskId: string; token: string };
  beforeAll(async () => {
    stack = await startStack({ inProcess: ["jobs"] });
    desk = (await (await fetch(`${stack.urls[0]}/api/v1/desks`, { method: "POST" })).json()) as typeof desk;
  });
  afterAll(() => stack?.stop());

  const ask = (method: string, path: string, body?: unknown) =>
    fetch(`${stack.urls[0]}/api/v1/desks/${desk.deskId}/${path}`, {
      method,
      headers: { authorization: `Bearer ${desk.token}`, "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });

  async function exported(kind: string): Promise<{ response: Response; made: RouteBody<"createExport"> }> {
    const created = await ask("POST", `recordings/${SAMPLE}/exports`, { kind });
    expect(created.status).toBe(202);
    const { exportId } = (await created.json()) as RouteBody<"createExport">;
    const made = await eventually(async () => {
      const { exports } = (await (await ask("GET", "exports")).json()) as RouteBody<"listExports">;
      const it = exports.find((one) => one.exportId === exportId);
      expect(it).toMatchObject({ state: "ready", done: it?.total });
      return it as RouteBody<"createExport">;
    });
    const { path } = (await (await ask("POST", `exports/${exportId}/download`)).json()) as RouteBody<"createDownload">;
    return { response: await fetch(`${stack.urls[0]}${path}`), made };
  }

  it("are made of a recording, and downloaded: every message is a row", async () => {
    const { response, made } = await exported("chats");
    expect(response.status).toBe(200);
    expect(response.headers.get("content-disposition")).toBe('attachment; filename="luna.plays 2026-11-20 1900 chats.csv"');
    const bytes = await response.arrayBuffer();
    expect(bytes.byteLength).toBe(made.bytes);
    const { data } = Papa.parse<Record<string, string>>(new TextDecoder().decode(bytes), { header: true, skipEmptyLines: true });
    const recording = await openRecording({ blob: createObjectStore(stack.recordingsUrl) }, SAMPLE);
    const items: RecordedItem[] = [];
    for await (const page of recording.read(0)) items.push(...page);
    const said = items.flatMap(({ value }) => (value.type === "chat" ? [value.text] : value.type === "emote" ? [""] : []));
    expect(data.map(({ text }) => text)).toEqual(said);
  });
});
