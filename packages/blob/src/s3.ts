import type { S3Client } from "@aws-sdk/client-s3";
import { checkKey } from "./key.ts";
import type { ByteRange, ObjectStore } from "./object-store.ts";
import { unavailable } from "./unavailable.ts";

/** A connection or a reply that takes longer is given up, and tried again by the client: three times in all. */
const CONNECT_TIMEOUT_MS = 3_000;
const REPLY_TIMEOUT_MS = 10_000;

/** How many objects are deleted at once: `DeleteObjects` asks for a checksum that not every server knows. */
const DELETES_AT_ONCE = 8;

export interface S3Place {
  readonly bucket: string;
  /** "" or "folder/": begins the name of each object. */
  readonly prefix: string;
  readonly endpoint: string | undefined;
}

type Sdk = typeof import("@aws-sdk/client-s3");

/** Objects in a bucket. Its client is 20 MB of code, loaded with the first call. `replyTimeoutMs` is for tests of it. */
export function createS3Store(
  { bucket, prefix, endpoint }: S3Place,
  { replyTimeoutMs = REPLY_TIMEOUT_MS }: { replyTimeoutMs?: number } = {},
): ObjectStore {
  let connected: Promise<{ sdk: Sdk; client: S3Client }> | undefined;
  const connect = () => {
    connected ??= import("@aws-sdk/client-s3").then((sdk) => ({
      sdk,
      client: new sdk.S3Client(clientConfig(endpoint, replyTimeoutMs)),
    }));
    return connected;
  };
  const named = (key: string) => ({ Bucket: bucket, Key: `${prefix}${checkKey(key)}` });
  return {
    async put(key, bytes) {
      const object = { ...named(key), Body: bytes, ContentLength: bytes.byteLength };
      await translated(async () => {
        const { sdk, client } = await connect();
        await client.send(new sdk.PutObjectCommand(object));
      });
    },
    async get(key, range) {
      const object = { ...named(key), ...(range && { Range: headerOf(range) }) };
      return translated(async () => {
        const { sdk, client } = await connect();
        try {
          const { Body } = await client.send(new sdk.GetObjectCommand(object));
          return await Body?.transformToByteArray();
        } catch (error) {
          const { name } = error as Error;
          if (name === "NoSuchKey") return undefined;
          if (name === "InvalidRange") return new Uint8Array();
          throw error;
        }
      });
    },
    async *list(under) {
      const wanted = { Bucket: bucket, Prefix: `${prefix}${under}` };
      let ContinuationToken: string | undefined;
      do {
        const page = await translated(async () => {
          const { sdk, client } = await connect();
          return client.send(new sdk.ListObjectsV2Command({ ...wanted, ...(ContinuationToken && { ContinuationToken }) }));
        });
        for (const { Key = "", Size = 0 } of page.Contents ?? []) yield { key: Key.slice(prefix.length), bytes: Size };
        ContinuationToken = page.NextContinuationToken;
      } while (ContinuationToken);
    },
    async delete(keys) {
      const objects = keys.map(named);
      for (let at = 0; at < objects.length; at += DELETES_AT_ONCE) {
        await translated(async () => {
          const { sdk, client } = await connect();
          const some = objects.slice(at, at + DELETES_AT_ONCE);
          await Promise.all(some.map((object) => client.send(new sdk.DeleteObjectCommand(object))));
        });
      }
    },
  };
}

const clientConfig = (endpoint: string | undefined, replyTimeoutMs: number) => ({
  requestHandler: { connectionTimeout: CONNECT_TIMEOUT_MS, requestTimeout: replyTimeoutMs, throwOnRequestTimeout: true },
  // Servers other than Amazon's know no checksum in a trailer.
  requestChecksumCalculation: "WHEN_REQUIRED" as const,
  responseChecksumValidation: "WHEN_REQUIRED" as const,
  ...(endpoint && { endpoint, forcePathStyle: true }),
});

const headerOf = ({ from, to }: ByteRange): string => `bytes=${from}-${to - 1}`;

async function translated<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw unavailable("the bucket of recordings", error);
  }
}
