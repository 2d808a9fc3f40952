import { z } from "zod";

/**
 * Hosts of TikTok's picture servers, as its own pages and other clients name them. The list is a setting because TikTok
 * adds hosts; a picture from elsewhere is left out, and the page shows a letter.
 */
const TIKTOK_HOSTS =
  "*.tiktokcdn.com,*.tiktokcdn-us.com,*.tiktokcdn-eu.com,*.tiktokcdn-in.com,*.tiktokv.com,*.ibyteimg.com,*.byteimg.com,*.ibytedtos.com,*.muscdn.com,*.ttwstatic.com";

/** `cdn.example.org`, or `*.example.org` for all hosts below it. No addresses: the last label begins with a letter. */
const HOST = /^(?:\*\.)?(?:[a-z0-9-]+\.)+[a-z][a-z0-9-]*$/;
const expected = "host names such as *.tiktokcdn.com, comma-separated";

/** The setting IMAGE_HOSTS: hosts from which pictures may be loaded. */
export const imageHosts = z
  .string(expected)
  .default(TIKTOK_HOSTS)
  .transform((text) => text.split(",").map((host) => host.trim().toLowerCase()))
  .refine((hosts) => hosts.every((host) => HOST.test(host)), expected);

/** Where a gateway serves pictures of simulated broadcasts, under its own address. */
export const SIMULATOR_PICTURES = "/simulator";
/** Their paths at the simulator. */
export const SIMULATOR_PICTURE = /^\/[a-z]{1,20}\/[A-Za-z0-9_-]{1,64}\.svg$/;

/** Gives the address of a picture in its one spelling when it may be loaded, else "". */
export type ImageUrlOf = (url: string | undefined) => string;

/** Longer addresses are nobody's picture. */
const MAX_URL = 2_000;

/**
 * Makes the function that decides which pictures of real broadcasts may be loaded: over https, from one of the hosts, without
 * credentials or a port of its own. Whoever watches loads them, so an address that a viewer chose must not reach into the
 * watcher's own network.
 */
export function createImageUrlOf(hosts: readonly string[]): ImageUrlOf {
  const exact = new Set(hosts.filter((host) => !host.startsWith("*.")));
  const suffixes = hosts.filter((host) => host.startsWith("*.")).map((host) => host.slice(1));
  return (text) => {
    const url = parsed(text);
    if (url?.protocol !== "https:" || url.port || url.username || url.password) return "";
    const isAllowed = exact.has(url.hostname) || suffixes.some((suffix) => url.hostname.endsWith(suffix));
    return isAllowed ? url.href : "";
  };
}

/** The same for simulated broadcasts: of the address nothing but the path is kept, at the gateway that shows them. */
export const simulatedImageUrlOf: ImageUrlOf = (text) => {
  const path = parsed(text)?.pathname ?? "";
  return SIMULATOR_PICTURE.test(path) ? `${SIMULATOR_PICTURES}${path}` : "";
};

function parsed(text: string | undefined): URL | undefined {
  if (!text || text.length > MAX_URL) return undefined;
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

/** The same rule as sources of a content security policy; simulated pictures are the page's own. */
export const imageSources = (hosts: readonly string[]): string[] => hosts.map((host) => `https://${host}`);
