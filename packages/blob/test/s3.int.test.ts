import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { objectStoreContract } from "@frontrow/testkit/contracts/object-store";
import S3rver from "s3rver";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { createObjectStore } from "../src/create-object-store.ts";
import { createS3Store } from "../src/s3.ts";

let directory: string;
let server: S3rver;
let endpoint: string;
let prefixes = 0;
const servers: Server[] = [];

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "frontrow-s3-"));
  const configureBuckets = [{ name: "recordings" }];
  server = new S3rver({ port: 0, address: "127.0.0.1", silent: true, directory, configureBuckets });
  endpoint = `http://127.0.0.1:${(await server.run()).port}`;
  vi.stubEnv("AWS_ACCESS_KEY_ID", "S3RVER");
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", "S3RVER");
  vi.stubEnv("AWS_REGION", "us-east-1");
});
afterAll(async () => {
  vi.unstubAllEnvs();
  for (const one of servers) one.closeAllConnections();
  for (const one of servers) one.close();
  await server.close();
  await rm(directory, { recursive: true });
});

const open = (name = "recordings", at = endpoint) => createObjectStore(`s3://${name}/p${++prefixes}/in/it`, { endpoint: at });

/** A server that answers everything in this way. */
const answering = (status: number | "never"): Promise<string> =>
  listening(
    createServer((_, response) => {
      if (status !== "never") response.writeHead(status).end();
    }),
  );

async function listening(one: Server): Promise<string> {
  servers.push(one);
  await new Promise<void>((resolve) => one.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(one.address() as AddressInfo).port}`;
}

describe("a bucket", () => {
  objectStoreContract(() => open());

  it("is listed page after page", async () => {
    // s3rver's own second page fails.
    const page = (key: string, rest: string) =>
      `<ListBucketResult><Contents><Key>${key}</Key><Size>1</Size></Contents>${rest}</ListBucketResult>`;
    const next = "<IsTruncated>true</IsTruncated><NextContinuationToken>on</NextContinuationToken>";
    const pages = createServer(({ url = "" }, response) => {
      response.setHeader("content-type", "application/xml");
      response.end(url.includes("continuation-token=on") ? page("second", "") : page("first", next));
    });
    const keys: string[] = [];
    for await (const { key } of createObjectStore("s3://recordings", { endpoint: await listening(pages) }).list(""))
      keys.push(key);
    expect(keys).toEqual(["first", "second"]);
  });

  it("that does not exist is unavailable", async () => {
    const store = open("nowhere");
    const expected = { code: "RECORDING_UNAVAILABLE", cause: { name: "NoSuchBucket" } };
    await expect(store.put("a", new Uint8Array([1]))).rejects.toMatchObject(expected);
    await expect(store.get("a")).rejects.toMatchObject(expected);
    await expect(store.list("")[Symbol.asyncIterator]().next()).rejects.toMatchObject(expected);
  });

  it("is unavailable where the server refuses, fails, answers late or is not there", async () => {
    const unavailable = { code: "RECORDING_UNAVAILABLE", cause: expect.any(Error) };
    for (const status of [403, 500, 503] as const) {
      await expect(open("recordings", await answering(status)).get("a")).rejects.toMatchObject(unavailable);
    }
    const late = createS3Store({ bucket: "recordings", prefix: "", endpoint: await answering("never") }, { replyTimeoutMs: 100 });
    await expect(late.get("a")).rejects.toMatchObject(unavailable);
    await expect(open("recordings", "http://127.0.0.1:1").get("a")).rejects.toMatchObject(unavailable);
  });
});
