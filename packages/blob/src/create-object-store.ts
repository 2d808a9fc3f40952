import { fileURLToPath } from "node:url";
import { FrontrowError } from "@frontrow/protocol/errors";
import { createFolderStore } from "./folder.ts";
import type { ObjectStore } from "./object-store.ts";
import { createS3Store } from "./s3.ts";

export interface ObjectStoreOptions {
  /** Address of an S3 server that is not Amazon's. */
  readonly endpoint?: string | undefined;
}

/** The store at `file:///folder` or `s3://bucket/prefix`. S3's credentials and region come from its client's own environment. */
export function createObjectStore(url: string, { endpoint }: ObjectStoreOptions = {}): ObjectStore {
  if (!URL.canParse(url)) throw invalid();
  const { protocol, host, pathname } = new URL(url);
  if (protocol === "file:" && host === "") return createFolderStore(fileURLToPath(url));
  if (protocol === "s3:" && host !== "") {
    const folder = decodeURIComponent(pathname).replace(/^\/|\/$/g, "");
    return createS3Store({ bucket: host, prefix: folder && `${folder}/`, endpoint });
  }
  throw invalid();
}

/** Without the address: it may hold a secret. */
const invalid = () => new FrontrowError("CONFIG_INVALID", "the place of recordings is file:///folder or s3://bucket/prefix");
